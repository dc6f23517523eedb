import Domain
/// Proves one entry to somebody who has neither the database nor the server: only the ledger's public key.
///
/// It shows that the entry stands at its position under a signed checkpoint. With its opening (salt and content) it also
/// shows what was committed; give the opening only to those who may read the content.
package struct LedgerReceipt: Equatable, Sendable {
    /// Says which form this is.
    static let form = "throughcare-ledger-receipt-1"

    /// Salt and content of the entry.
    package struct Opening: Equatable, Sendable {
        package let salt: [UInt8]
        /// Canonical JSON.
        package let content: String

        package init(salt: [UInt8], content: String) {
            self.salt = salt
            self.content = content
        }
    }

    /// The entry's line, exactly.
    package let entry: String
    package let position: Int64
    /// The inclusion proof's hashes, from the leaf up.
    package let proof: [LedgerHash]
    /// The signed note.
    package let checkpoint: String
    /// The name of the key that signed it. Whose key that is, the reader must know from elsewhere.
    package let keyName: String
    package let opening: Opening?

    /// Makes a receipt out of stored values. `proof` is of the entry at its position, in the checkpoint's size.
    package init(
        entry: LedgerEntry, proof: InclusionProof, checkpoint: SignedCheckpoint, keyName: String,
        opening: Opening? = nil
    ) {
        self.entry = entry.line
        position = proof.position
        self.proof = proof.hashes
        self.checkpoint = checkpoint.note
        self.keyName = keyName
        self.opening = opening
    }

    /// The receipt as canonical JSON and a line break: what is saved and sent.
    package var text: String {
        var members: [(String, CanonicalJSON)] = [
            ("checkpoint", .string(checkpoint)), ("entry", .string(entry)), ("form", .string(Self.form)),
            ("key", .string(keyName)), ("position", .integer(position)),
            ("proof", .array(proof.map { .string($0.hex) })),
        ]
        if let opening {
            members.append(("opening", ["content": .string(opening.content), "salt": .string(Hex.text(opening.salt))]))
        }
        return CanonicalJSON.object(CanonicalObject(members)).text + "\n"
    }

    /// Reads a receipt. Nil for anything but what `text` writes; a last line break may be missing.
    package init?(text: String) {
        var bytes = Array(text.utf8)
        if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
        guard let object = CanonicalObject(canonical: bytes), object["form"] == .string(Self.form),
            case .string(let checkpoint) = object["checkpoint"], case .string(let entry) = object["entry"],
            case .string(let keyName) = object["key"], case .integer(let position) = object["position"],
            case .array(let hashes) = object["proof"],
            object.members.count == (object["opening"] == nil ? 6 : 7)
        else { return nil }
        self.checkpoint = checkpoint
        self.entry = entry
        self.keyName = keyName
        self.position = position
        proof = hashes.compactMap { if case .string(let digits) = $0 { LedgerHash(hex: digits) } else { nil } }
        guard proof.count == hashes.count else { return nil }
        guard let opening = object["opening"] else {
            self.opening = nil
            return
        }
        guard case .object(let parts) = opening, parts.members.count == 2, case .string(let content) = parts["content"],
            case .string(let digits) = parts["salt"], let salt = Hex.bytes(digits.utf8)
        else { return nil }
        self.opening = Opening(salt: salt, content: content)
    }
}
