import Domain
/// Why a receipt proves nothing.
package enum LedgerReceiptRefusal: Error, Equatable, CaseIterable {
    case entryNotCanonical
    case positionDiffers
    case checkpointUnreadable
    case signatureBad
    case proofFails
    case commitmentDiffers

    /// The sentence for the reader; `script/verify-ledger` says the same.
    package var sentence: String {
        switch self {
        case .entryNotCanonical: "its entry is not canonical"
        case .positionDiffers: "its entry is of another position"
        case .checkpointUnreadable: "its checkpoint cannot be read"
        case .signatureBad: "its checkpoint is not signed with the key given"
        case .proofFails: "its proof does not lead from the entry to the checkpoint"
        case .commitmentDiffers: "its content is not what the entry committed to"
        }
    }
}

extension LedgerReceipt {
    /// Checks everything the receipt says against `key`, which the reader knows from elsewhere, and gives the entry.
    package func verified(by key: CheckpointKey) throws(LedgerReceiptRefusal) -> LedgerEntry {
        guard let entry = LedgerEntry(canonical: Array(entry.utf8)) else { throw .entryNotCanonical }
        guard entry.position == position else { throw .positionDiffers }
        let signed: SignedCheckpoint
        do { signed = try SignedCheckpoint(note: checkpoint) } catch { throw .checkpointUnreadable }
        guard keyName.utf8.elementsEqual(key.name.utf8), signed.isSigned(by: key) else { throw .signatureBad }
        let proof = InclusionProof(position: position, size: signed.checkpoint.size, hashes: proof)
        guard proof.verifies(leaf: entry.leafHash, root: signed.checkpoint.root) else { throw .proofFails }
        if let opening {
            let content = Array(opening.content.utf8)
            guard CanonicalObject(canonical: content) != nil,
                Commitment.hash(salt: opening.salt, content: content) == entry.commitment
            else { throw .commitmentDiffers }
        }
        return entry
    }
}
