import Domain
import Ledger

/// What an entry of the ledger says was done, in words.
struct LookWords {
    let text: String
    /// Whether the name only stood in a list, or was found by a search: nobody opened the record.
    let isListing: Bool

    /// The pages that list many people.
    private static let lists: Set<String> = ["board", "today", "diary", "referrals", "escalations"]

    init(_ kind: LedgerKind, _ content: CanonicalObject?, definitions: Definitions) {
        isListing =
            switch (kind, content?["page"]) {
            case (.search, _): true
            case (.consultation, .string(let page)?): Self.lists.contains(page)
            default: false
            }
        text =
            switch kind {
            case .collection: "Recorded"
            case .alteration: "Corrected or changed"
            case .consultation: Self.page(content, definitions)
            case .disclosure: "Passed something on"
            case .combination: "Joined or parted records"
            case .erasure: "Erased something"
            case .search: "Found them in a search"
            case .export: "Took a copy out"
            case .print: "Printed"
            case .policyChange: "Changed who may see them"
            case .breakGlass: "Opened what they would not have been shown"
            case .ledgerRead: "Looked at who has looked"
            case .signIn: "Signed in"
            }
    }

    private static func page(_ content: CanonicalObject?, _ definitions: Definitions) -> String {
        guard case .string(let page)? = content?["page"] else { return "Looked" }
        switch page {
        case "person": return "Opened the record"
        case "due": return "Looked at what is due"
        case "sharing": return "Looked at sharing"
        case "today": return "Saw them on Today"
        case "form": return "Opened a form"
        case "event": return "Opened one event"
        case "receipt": return "Saw what came of a record"
        case "choose": return "Looked at what may be recorded"
        case "booking": return "Looked for a time"
        case "booked": return "Opened an appointment"
        case "diary": return "Saw them in the diary"
        case "escalations": return "Saw them among escalations"
        case "decision": return "Asked what a decision would be"
        case "referrals": return "Saw them among referrals"
        case "board":
            guard case .string(let id)? = content?["board"] else { return "Saw them on a list" }
            return "Saw them on the list \(definitions.board(id)?.title ?? id)"
        default: return "Looked"
        }
    }
}
