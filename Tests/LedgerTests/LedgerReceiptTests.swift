import Testing

@testable import Ledger

@Suite struct LedgerReceiptTests {
    let ledger: SampleLedger
    let tree: MerkleTree

    init() throws {
        var dice = Dice(seed: 9)
        ledger = try SampleLedger(&dice)
        tree = MerkleTree(ledger.entries.map { LedgerHash.leaf($0.entry) })
    }

    func receipt(_ position: Int64, under size: Int64, isOpen: Bool = false) throws -> LedgerReceipt {
        let stored = ledger.entries[Int(position)]
        let entry = try #require(LedgerEntry(canonical: stored.entry))
        let note = try #require(ledger.checkpoints.first { $0.size == size }).note
        let content = String(decoding: try #require(stored.content), as: UTF8.self)
        return LedgerReceipt(
            entry: entry, proof: try tree.inclusionProof(of: position, size: size),
            checkpoint: try SignedCheckpoint(note: note), keyName: ledger.signer.key.name,
            opening: isOpen ? .init(salt: try #require(stored.salt), content: content) : nil)
    }

    @Test("A receipt proves its entry to somebody who has only the key", arguments: [Int64(0), 1, 50, 99, 181, 299])
    func proves(position: Int64) throws {
        for size in SampleLedger.sizes where size > position {
            for isOpen in [false, true] {
                let receipt = try receipt(position, under: size, isOpen: isOpen)
                let read = try #require(LedgerReceipt(text: receipt.text))
                #expect(read == receipt && read.text == receipt.text)
                #expect(try read.verified(by: ledger.signer.key).bytes == ledger.entries[Int(position)].entry)
            }
        }
    }

    @Test("A receipt with anything changed proves nothing, and says why")
    func refusals() throws {
        let text = try receipt(42, under: 100, isOpen: true).text
        let key = ledger.signer.key
        let changes: [(String, String, LedgerReceiptRefusal)] = [
            ("custody/officer", "custody officer", .entryNotCanonical),
            ("\"position\":42", "\"position\":43", .positionDiffers),
            (#"\n100\n"#, #"\n0100\n"#, .checkpointUnreadable),
            (#"\n100\n"#, #"\n101\n"#, .signatureBad),
            ("\"key\":\"sample", "\"key\":\"simple", .signatureBad),
            ("shown", "nothing", .proofFails), ("SAMPLE-42", "SAMPLE-43", .commitmentDiffers),
        ]
        for (old, new, refusal) in changes {
            #expect(text.contains(old))
            let changed = try #require(LedgerReceipt(text: text.replacing(old, with: new)))
            #expect(throws: refusal) { try changed.verified(by: key) }
        }
        let stranger = try CheckpointSigner(name: key.name, privateKey: [UInt8](repeating: 5, count: 32)).key
        #expect(throws: LedgerReceiptRefusal.signatureBad) { try receipt(42, under: 100).verified(by: stranger) }
    }

    @Test("A proof with a hash left out or exchanged is refused")
    func proofs() throws {
        let text = try receipt(42, under: 100).text
        let hashes = try receipt(42, under: 100).proof.map(\.hex)
        for changed in [
            text.replacing("\"\(hashes[0])\",", with: ""), text.replacing(hashes[0], with: hashes[1]),
        ] {
            let receipt = try #require(LedgerReceipt(text: changed))
            #expect(throws: LedgerReceiptRefusal.proofFails) { try receipt.verified(by: ledger.signer.key) }
        }
    }

    @Test("What is no receipt is not read")
    func notReceipts() throws {
        let text = try receipt(42, under: 100).text
        for changed in [
            "", "{}", " \(text)", text + "\n", text.replacing("receipt-1", with: "receipt-2"),
            text.replacing("\"position\":42", with: "\"position\":\"42\""),
            text.replacing("{\"check", with: "{\"a\":1,\"check"),
            text.replacing("\"proof\":[\"", with: "\"proof\":[\"0"),
        ] {
            #expect(LedgerReceipt(text: changed) == nil)
        }
    }
}
