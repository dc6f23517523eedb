import Testing

@testable import Ledger

@Suite struct LedgerAuditTests {
    @Test("A ledger nobody touched is green, with and without its key")
    func untouched() throws {
        var dice = Dice(seed: 1)
        let ledger = try SampleLedger(&dice)
        let verdict = ledger.verdict()
        #expect(verdict.findings == [])
        let counts = "entries=300 events=\(ledger.events.count) checkpoints=4 waiting=0"
        #expect(verdict.line == "ledger ok: \(counts)")
        #expect(ledger.verdict(keys: []).line == "ledger ok: \(counts) signatures=unchecked")
    }

    @Test("Every one of 2,000 tamperings is found, and found where it is", arguments: [UInt64(101), 102, 103, 104])
    func tampering(seed: UInt64) throws {
        var dice = Dice(seed: seed)
        let sound = try SampleLedger(&dice)
        var made = 0
        while made < 500 {
            let way = Spoiling.allCases[dice.number(below: Spoiling.allCases.count)]
            var ledger = sound
            let expected = try way.spoil(&ledger, &dice)
            if expected.isEmpty { continue }
            made += 1
            let findings = ledger.verdict().findings
            #expect(
                expected.contains { findings.contains($0) },
                "seed \(seed), tampering \(made), \(way): expected \(expected), found \(findings)")
        }
    }

    @Test("Entries after the last checkpoint wait, and are no fault")
    func waiting() throws {
        var dice = Dice(seed: 2)
        var ledger = try SampleLedger(&dice)
        ledger.checkpoints.removeLast()
        let verdict = ledger.verdict()
        #expect(verdict.isGreen && verdict.waitingCount == 50)
    }

    @Test("A changed line leaves the checkpoints after it judged; a rewritten one is named once, with its range")
    func located() throws {
        var dice = Dice(seed: 3)
        var ledger = try SampleLedger(&dice)
        ledger.entries[120].leafHash = [UInt8](repeating: 0, count: 32)
        #expect(ledger.verdict().findings == [.leafHashDiffers(120)])
        ledger.entries[120].leafHash = LedgerHash.leaf(ledger.entries[120].entry).bytes
        ledger.entries[150].entry[30] ^= 1
        #expect(!ledger.verdict().findings.contains { if case .checkpointRootDiffers = $0 { true } else { false } })
        ledger.entries[150].entry[30] ^= 1
        let finding = try Spoiling.rewrite(120, in: &ledger)
        let verdict = ledger.verdict()
        #expect(verdict.findings == [finding] && finding == .checkpointRootDiffers(200, since: 100))
        #expect(verdict.unprovenCount == 2 && verdict.line.hasSuffix("waiting=0 unproven=2"))
        #expect(
            finding.line == "checkpoint 200: the entries do not give its root; the change is in entries 100 to 199")
    }

    @Test("A checkpoint of another ledger, though signed with the same key, is found")
    func otherOrigin() throws {
        var dice = Dice(seed: 4)
        var ledger = try SampleLedger(&dice)
        let checkpoint = try SignedCheckpoint(note: ledger.checkpoints[2].note).checkpoint
        let other = try Checkpoint(origin: "other.example", size: checkpoint.size, root: checkpoint.root)
        ledger.checkpoints[2].note = try ledger.signer.sign(other).note
        #expect(ledger.verdict().findings == [.checkpointOriginDiffers(250)])
    }

    @Test("Answers left behind by an erasure are found")
    func halfErased() throws {
        var dice = Dice(seed: 5)
        var ledger = try SampleLedger(&dice)
        let id = ledger.eventRegister[0].id
        ledger.events[id]?.sections = [("tests", "{}")]
        let named = try #require(Int64(id.dropFirst().prefix { $0 != "-" }))
        #expect(ledger.verdict().findings == [.eventNotErased(named, event: id)])
    }

    @Test("An empty ledger is green")
    func empty() {
        let verdict = LedgerAudit(checkpoints: [], keys: [], register: ErasureRegister()).finish()
        #expect(verdict.line == "ledger ok: entries=0 events=0 checkpoints=0 waiting=0 signatures=unchecked")
    }
}
