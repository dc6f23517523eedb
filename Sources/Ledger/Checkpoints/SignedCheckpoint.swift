/// A checkpoint with the signatures of the ledger and, later, of witnesses: a C2SP signed note.
package struct SignedCheckpoint: Equatable, Sendable {
    package let checkpoint: Checkpoint
    package let signatures: [NoteSignature]

    init(checkpoint: Checkpoint, signatures: [NoteSignature]) {
        self.checkpoint = checkpoint
        self.signatures = signatures
    }

    /// Reads a note. Refuses whatever `note` would not have written; whether a signature is good is another question.
    package init(note: String) throws(CheckpointRefusal) {
        let (body, signatures) = try SignedNote.divide(note)
        self.init(checkpoint: try Checkpoint(body: body), signatures: signatures)
    }

    /// The note: the body, an empty line, and a line for each signature.
    package var note: String { checkpoint.body + "\n" + signatures.map(\.line).joined() }

    /// The same checkpoint with one more signature; the checkpoint and the signatures already there stay as they are.
    package func adding(_ signature: NoteSignature) -> SignedCheckpoint {
        SignedCheckpoint(checkpoint: checkpoint, signatures: signatures + [signature])
    }

    /// Whether `key` signed this. Every signature that claims to be by that key must be good.
    package func isSigned(by key: CheckpointKey) -> Bool {
        let claimed = signatures(claiming: key)
        return !claimed.isEmpty && claimed.allSatisfy { key.isValid($0.signature, for: checkpoint.body) }
    }

    /// Whether a signature says that it is by `key`, good or not.
    func claims(_ key: CheckpointKey) -> Bool { !signatures(claiming: key).isEmpty }

    private func signatures(claiming key: CheckpointKey) -> [NoteSignature] {
        let keyID = key.keyID
        return signatures.filter { $0.keyID == keyID && $0.name.utf8.elementsEqual(key.name.utf8) }
    }
}
