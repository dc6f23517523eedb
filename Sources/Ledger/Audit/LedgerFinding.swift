import Domain
/// One thing that is not as it was committed. The verifier in `script/verify-ledger` finds the same and says it in the
/// same words; `docs/ledger.md` explains each.
package enum LedgerFinding: Hashable, Sendable {
    /// No entry stands at these positions, the last included.
    case entriesMissing(from: Int64, through: Int64)
    /// An entry below one already read, or below zero.
    case entryOutOfOrder(Int64)
    case entryNotCanonical(Int64)
    /// The entry's own text names another position.
    case positionDiffers(Int64, written: Int64)
    case leafHashDiffers(Int64)
    case commitmentDiffers(Int64)
    case contentNotCanonical(Int64)
    /// The content or its salt is gone, and no erasure names it.
    case contentMissing(Int64)
    /// The register names it, and it is still there.
    case contentNotErased(Int64)
    case contentWithoutEntry(Int64)
    /// The register names an act that does not say so itself.
    case erasureUnsupported(Int64, by: Int64)
    /// An act says it erased this, and the register does not have it.
    case erasureUnregistered(Int64, by: Int64)
    /// The event is no longer the one that the entry committed.
    case eventDiffers(Int64, event: String)
    case eventMissing(Int64, event: String)
    case eventNotErased(Int64, event: String)
    /// An event that no entry committed.
    case eventUnnamed(String)
    case eventErasureUnsupported(String, by: Int64)
    case eventErasureUnregistered(String, by: Int64)
    case checkpointUnreadable(Int64)
    /// The note is of another size than the one it is stored under.
    case checkpointSizeDiffers(Int64, written: Int64)
    /// The note speaks for another ledger than the first one does.
    case checkpointOriginDiffers(Int64)
    /// No key given made a good signature on it, or a signature by one of them is bad.
    case checkpointSignatureBad(Int64)
    /// The entries do not give its root; they gave that of the checkpoint at `since`, so the change lies between.
    case checkpointRootDiffers(Int64, since: Int64)
    /// The entries give its root, but not that of an earlier signed one: the ledger was rewritten and signed again.
    case checkpointNotExtension(Int64, of: Int64)
}
