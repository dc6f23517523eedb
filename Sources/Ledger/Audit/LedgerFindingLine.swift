import Domain
extension LedgerFinding {
    /// The finding as one line: where, a colon, and what.
    package var line: String {
        switch self {
        case .entriesMissing(let from, let through) where from == through: "entry \(from): it is missing"
        case .entriesMissing(let from, let through): "entry \(from): it is missing, and so is every entry to \(through)"
        case .entryOutOfOrder(let entry): "entry \(entry): it is out of order"
        case .entryNotCanonical(let entry): "entry \(entry): its text is not canonical"
        case .positionDiffers(let entry, let written): "entry \(entry): its text says that it is entry \(written)"
        case .leafHashDiffers(let entry): "entry \(entry): its text does not give its leaf hash"
        case .commitmentDiffers(let entry): "entry \(entry): its content does not give its commitment"
        case .contentNotCanonical(let entry): "entry \(entry): its content is not canonical"
        case .contentMissing(let entry): "entry \(entry): its content is missing and no erasure names it"
        case .contentNotErased(let entry): "entry \(entry): its content is still here though an erasure names it"
        case .contentWithoutEntry(let entry): "entry \(entry): it has content but no entry"
        case .erasureUnsupported(let entry, let by):
            "entry \(entry): the register says that entry \(by) erased its content, and entry \(by) does not"
        case .erasureUnregistered(let entry, let by):
            "entry \(entry): entry \(by) says that it erased its content, and the register does not"
        case .eventDiffers(let entry, let event): "entry \(entry): event \(event) is not as it was committed"
        case .eventMissing(let entry, let event): "entry \(entry): event \(event) is missing and no erasure names it"
        case .eventNotErased(let entry, let event):
            "entry \(entry): event \(event) is still here though an erasure names it"
        case .eventUnnamed(let event): "event \(event): no entry names it"
        case .eventErasureUnsupported(let event, let by):
            "event \(event): the register says that entry \(by) erased it, and entry \(by) does not"
        case .eventErasureUnregistered(let event, let by):
            "event \(event): entry \(by) says that it erased it, and the register does not"
        case .checkpointUnreadable(let size): "checkpoint \(size): it cannot be read"
        case .checkpointSizeDiffers(let size, let written): "checkpoint \(size): its text says that it is of \(written)"
        case .checkpointOriginDiffers(let size): "checkpoint \(size): it is of another ledger"
        case .checkpointSignatureBad(let size): "checkpoint \(size): it has no good signature"
        case .checkpointRootDiffers(let size, let since) where size == since + 1:
            "checkpoint \(size): the entries do not give its root; the change is in entry \(since)"
        case .checkpointRootDiffers(let size, let since):
            "checkpoint \(size): the entries do not give its root; the change is in entries \(since) to \(size - 1)"
        case .checkpointNotExtension(let size, let of): "checkpoint \(size): it does not extend checkpoint \(of)"
        }
    }
}
