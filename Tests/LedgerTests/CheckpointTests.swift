import Crypto
import Domain
import Testing

@testable import Ledger

@Suite struct CheckpointTests {
    func signed() throws -> SignedCheckpoint {
        let root = try Vectors.entry().leafHash
        return try Vectors.signer().sign(Checkpoint(origin: "sample.example/ledger", size: 1, root: root))
    }

    @Test("A note is the one of the worked example")
    func workedExample() throws {
        let key = try Vectors.signer().key
        #expect(Hex.text(key.publicKey) == Vectors.publicKey)
        #expect(Hex.text(key.keyID) == Vectors.keyID)
        #expect(LedgerHash(hashing: Array(try signed().note.utf8)).hex == Vectors.note)
    }

    @Test("The key id is the hash of name, line break, algorithm and key, worked out by hand")
    func keyID() throws {
        let key = try CheckpointKey(name: "n", publicKey: [UInt8](0..<32))
        #expect(key.keyID == Array(SHA256.hash(data: Array("n\n\u{1}".utf8) + (0..<32)).prefix(4)))
    }

    @Test("A key that other tools print is understood, and its id must fit")
    func otherKeyForm() throws {
        let text = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
        let key = try CheckpointKey(text: text)
        #expect(Hex.text(key.keyID) == "c74f20a3")
        #expect(try CheckpointKey(text: key.text) == key)
        #expect(throws: CheckpointRefusal.key) { try CheckpointKey(text: text.replacing("c74f20a3", with: "c74f20a4")) }
        for bad in [
            "", "name", "name+", "na me+\(Base64.text(key.publicKey))", "+\(Base64.text(key.publicKey))", "n+AAAA",
        ] {
            #expect(throws: CheckpointRefusal.key) { try CheckpointKey(text: bad) }
        }
    }

    @Test("A note is read back as itself, and is signed by its key and by no other")
    func roundTrip() throws {
        let signed = try signed()
        let read = try SignedCheckpoint(note: signed.note)
        #expect(read == signed && read.note == signed.note)
        #expect(read.isSigned(by: try Vectors.signer().key))
        let namesake = try CheckpointSigner(name: "sample.example", privateKey: [UInt8](repeating: 2, count: 32))
        #expect(!read.isSigned(by: namesake.key))
    }

    @Test("Witnesses may sign too, and one bad signature by a key outweighs a good one")
    func severalSignatures() throws {
        let witness = try CheckpointSigner(name: "witness.example", privateKey: [UInt8](repeating: 3, count: 32))
        let signed = try signed()
        let both = try SignedCheckpoint(note: signed.adding(try witness.signature(of: signed.checkpoint)).note)
        #expect(both.isSigned(by: witness.key))
        #expect(both.isSigned(by: try Vectors.signer().key))
        let bad = NoteSignature(
            name: "sample.example", keyID: both.signatures[0].keyID, signature: both.signatures[1].signature)
        #expect(!both.adding(bad).isSigned(by: try Vectors.signer().key))
        #expect(both.adding(bad).isSigned(by: witness.key))
    }

    @Test("Extension lines are kept and are under the signature")
    func extensions() throws {
        let plain = try signed().checkpoint
        let extended = try Checkpoint(origin: plain.origin, size: 1, root: plain.root, extensions: ["one", "two two"])
        let signed = try Vectors.signer().sign(extended)
        #expect(try SignedCheckpoint(note: signed.note).checkpoint.extensions == ["one", "two two"])
        let shortened = try SignedCheckpoint(note: signed.note.replacing("two two\n", with: ""))
        #expect(!shortened.isSigned(by: try Vectors.signer().key))
        #expect(throws: CheckpointRefusal.extensionLine) {
            try Checkpoint(origin: "o", size: 1, root: plain.root, extensions: [""])
        }
    }

    @Test("No change of one byte of a note leaves it signed")
    func everyByte() throws {
        let note = Array(try signed().note.utf8)
        let key = try Vectors.signer().key
        for place in note.indices {
            for mask: UInt8 in [1, 4, 32, 128] {
                var changed = note
                changed[place] ^= mask
                guard let text = String(validating: changed, as: UTF8.self) else { continue }
                do {
                    let isSigned = try SignedCheckpoint(note: text).isSigned(by: key)
                    #expect(!isSigned, "byte \(place)")
                } catch {
                    continue
                }
            }
        }
    }

    @Test(
        "A note in another form is refused",
        arguments: [
            ("\n1\n", "\n01\n"), ("\n1\n", "\n-1\n"), ("\n1\n", "\n+1\n"), ("\n1\n", "\n\n"), ("\n1\n", "\n1\r\n"),
            ("\n\n", "\n"), ("\u{2014} ", "- "), ("\u{2014} ", "\u{2014}  "), ("sample.example/ledger", ""),
            ("=\n", "\n"),
            (" sample.example ", " sample+example "), ("ledger\n", "led\u{7}ger\n"),
        ])
    func otherForms(old: String, new: String) throws {
        let note = try signed().note
        let changed = String(
            decoding: Array(note.utf8).replacing(Array(old.utf8), with: Array(new.utf8)), as: UTF8.self)
        #expect(changed != note)
        #expect(throws: CheckpointRefusal.self) { try SignedCheckpoint(note: changed) }
    }

    @Test("Base64 has one text for one run of bytes")
    func base64() {
        for (bytes, text) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")] {
            #expect(Base64.text(Array(bytes.utf8)) == text)
            #expect(Base64.bytes(text) == Array(bytes.utf8))
        }
        for text in ["Zg", "Zg=", "Zh==", "Zm9=", "====", "Z===", "Zm9v\n", "Zm 9", "Zm9-", "Zg==Zg=="] {
            #expect(Base64.bytes(text) == nil)
        }
    }
}
