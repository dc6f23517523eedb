@testable import Casework
import Domain
import Ledger
import SQLAccess
import Store
import TestDatabases
import Testing

struct LedgerUseTests {
    private static func verdict(_ partnership: SmallPartnership) async throws -> LedgerVerdict {
        try await VerifyLedger(partnership.world.database)(keys: CheckpointKeys(partnership.world).all)
    }

    @Test("What workers do verifies, signed by the key of the ring, checkpoint after checkpoint")
    func verifies() async throws {
        let partnership = try await SmallPartnership()
        for _ in 0..<3 {
            _ = try await partnership.positiveAtNight()
            let written = try #require(try await WriteCheckpoint(partnership.world)())
            let again = try #require(try await WriteCheckpoint(partnership.world)())
            #expect(written == again)
        }
        _ = try await partnership.person("Example", "Sam")
        let verdict = try await Self.verdict(partnership)
        #expect(verdict.findings == [])
        #expect(verdict.checkpointCount == 3)
        #expect(verdict.waitingCount == 1)
        #expect(verdict.eventCount == 7)
        #expect(verdict.areSignaturesChecked)
    }

    @Test("An empty ledger has no checkpoint, and verifies")
    func empty() async throws {
        let partnership = try await SmallPartnership()
        #expect(try await WriteCheckpoint(partnership.world)() == nil)
        #expect(try await Self.verdict(partnership).isGreen)
    }

    @Test("Every way of tampering with the tables is found", arguments: Tampering.allCases)
    func tampering(_ tampering: Tampering) async throws {
        let partnership = try await SmallPartnership()
        let subject = try await partnership.positiveAtNight()
        try await WriteCheckpoint(partnership.world)()
        try await partnership.base.write { try Guards.takeAway(on: $0) }
        try await partnership.base.write { try tampering.apply(subject: subject, on: $0) }
        let lines = try await Self.verdict(partnership).findings.map(\.line)
        #expect(lines.contains { $0.contains(tampering.finding) }, "\(lines)")
    }

    enum Tampering: CaseIterable {
        case answer, timeOfEvent, eventAdded, entryRemoved, entryRewritten, contentRemoved, contentChanged, leafHash
        case registerExcuse

        var finding: String {
            switch self {
            case .answer, .timeOfEvent: "is not as it was committed"
            case .eventAdded: "no entry names it"
            case .entryRemoved: "it is missing"
            case .entryRewritten: "do not give its root"
            case .contentRemoved: "its content is missing and no erasure names it"
            case .contentChanged: "its content does not give its commitment"
            case .leafHash: "its text does not give its leaf hash"
            case .registerExcuse: "does not"
            }
        }

        func apply(subject: String, on connection: Connection) throws {
            switch self {
            case .answer:
                try connection.run("UPDATE event_sections SET answers = replace(answers, 'opiates', 'cocaine')")
            case .timeOfEvent:
                try connection.run("UPDATE events SET occurred_at = occurred_at + 1 WHERE type = 'core/drug-test'")
            case .eventAdded:
                try connection.run(
                    """
                    INSERT INTO events (id, salt, subject, type, version, act, occurred_at, known_at, recorded_at, by, agency)
                    SELECT 'ADDED', salt, subject, type, version, act, occurred_at, known_at, recorded_at, by, agency
                    FROM events LIMIT 1
                    """)
            case .entryRemoved: try connection.run("DELETE FROM ledger_entries WHERE position = 0")
            case .entryRewritten:
                let line = try connection.first("SELECT entry FROM ledger_entries WHERE position = 0") {
                    try $0.text(0)
                }
                let changed = (line ?? "").replacing("custody-officer", with: "custody-inspector")
                let leaf = LedgerHash.leaf(Array(changed.utf8)).bytes
                try connection.run(
                    "UPDATE ledger_entries SET entry = \(changed), leaf_hash = \(leaf) WHERE position = 0")
            case .contentRemoved: try connection.run("DELETE FROM ledger_contents WHERE position = 0")
            case .contentChanged:
                try connection.run(
                    "UPDATE ledger_contents SET content = replace(content, 'events', 'evenks') WHERE position = 0")
            case .leafHash:
                try connection.run(
                    "UPDATE ledger_entries SET leaf_hash = \(LedgerHash.ofEmptyTree.bytes) WHERE position = 0")
            case .registerExcuse:
                try connection.run("INSERT INTO ledger_erasures (position, erased_by_position) VALUES (0, 1)")
                try connection.run("DELETE FROM ledger_contents WHERE position = 0")
            }
        }
    }

    @Test("A ledger that was rewritten is not signed again")
    func refusesToSign() async throws {
        let partnership = try await SmallPartnership()
        _ = try await partnership.positiveAtNight()
        let signed = try #require(try await WriteCheckpoint(partnership.world)())
        let size = signed.checkpoint.size
        try await partnership.base.write { connection in
            var other = MerkleFrontier()
            for _ in 0..<size { other.append(.ofEmptyTree) }
            try connection.run("UPDATE ledger_frontiers SET frontier = \(other.bytes)")
        }
        _ = try await partnership.person("Example", "Sam")
        await #expect(throws: CheckpointNotWritten.frontierDiffers(size: size)) {
            try await WriteCheckpoint(partnership.world)()
        }
    }

    @Test("Another ring's key signs nothing on top of a checkpoint that is not its own")
    func otherKey() async throws {
        let partnership = try await SmallPartnership()
        _ = try await partnership.positiveAtNight()
        let signed = try #require(try await WriteCheckpoint(partnership.world)())
        _ = try await partnership.person("Example", "Sam")
        await #expect(throws: CheckpointNotWritten.lastNotOurs(size: signed.checkpoint.size)) {
            try await WriteCheckpoint(partnership.worldWithOtherKeys())()
        }
    }

    @Test("A receipt proves an entry to whoever has the public key, and its content only when asked")
    func receipts() async throws {
        let partnership = try await SmallPartnership()
        _ = try await partnership.positiveAtNight()
        await #expect(throws: NotProven.waiting(1)) { try await ProveEntry(partnership.world)(1, by: Runner.viewer) }
        try await WriteCheckpoint(partnership.world)()
        let key = try #require(try await CheckpointKeys(partnership.world).all.last)
        for position in Int64(0)..<2 {
            let closed = try await ProveEntry(partnership.world)(position, by: Runner.viewer)
            #expect(closed.opening == nil)
            #expect(try closed.verified(by: key).position == position)
        }
        let before = try await partnership.entries().count
        let open = try await ProveEntry(partnership.world)(1, isOpen: true, by: Runner.viewer)
        let read = try #require(LedgerReceipt(text: open.text))
        #expect(try read.verified(by: key).position == 1)
        #expect(read.opening != nil)
        let entries = try await partnership.entries()
        #expect(entries.count == before + 1)
        #expect(entries.last?.kind == .ledgerRead)
        await #expect(throws: NotProven.noSuchEntry(99)) {
            try await ProveEntry(partnership.world)(99, by: Runner.viewer)
        }
    }
}
