import Domain
import Ledger
import Store

/// Reads the ledger's entries about a person, as far as the viewer may know that their makers work with the person: those
/// of the viewer's own agency, of the system, and of agencies some of whose rows the viewer sees. Another agency's look
/// would say that it works with the person too.
struct LookReading {
    private let reading: PersonReading
    private let subject: String
    private let agencies: Set<String>
    private let categories: Set<String>

    init(_ reading: PersonReading, _ found: PersonReading.Found, viewer: Viewer) {
        self.reading = reading
        subject = found.view.subject
        agencies = Set(found.view.shown.map(\.owner) + [viewer.agency, ""])
        categories = Set(found.view.shown.map(\.category))
    }

    /// The newest first.
    func looks(limit: Int) throws -> [LookView] {
        // More are read than shown, since some are not for this viewer.
        let rows = try LedgerRowReading.entries(about: subject, limit: 4 * limit, on: reading.connection)
        var looks: [LookView] = []
        for row in rows where looks.count < limit {
            guard let entry = LedgerEntry(canonical: Array(row.line.utf8)) else { throw StoreFault.damaged }
            guard agencies.contains(entry.agency) else { continue }
            // What was erased leaves the entry without its content.
            let content = row.content.flatMap { CanonicalObject(canonical: Array($0.utf8)) }
            looks.append(
                LookView(
                    position: entry.position, at: Instant(milliseconds: entry.at), worker: entry.actor,
                    role: entry.role, agency: entry.agency, purpose: entry.purpose,
                    what: what(entry.kind, content), sections: sections(content)))
        }
        return looks
    }

    private func sections(_ content: CanonicalObject?) -> [String] {
        guard case .array(let sections)? = content?["sections"] else { return [] }
        return sections.compactMap { if case .string(let text) = $0 { text } else { nil } }.filter(categories.contains)
    }

    private func what(_ kind: LedgerKind, _ content: CanonicalObject?) -> String {
        switch kind {
        case .collection: "Recorded something"
        case .alteration: "Corrected or changed something"
        case .consultation: page(content)
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

    private func page(_ content: CanonicalObject?) -> String {
        guard case .string(let page)? = content?["page"] else { return "Looked" }
        switch page {
        case "person": return "Opened the record"
        case "due": return "Looked at what is due"
        case "sharing": return "Looked at sharing"
        case "today": return "Saw them on Today"
        case "form": return "Opened a form"
        case "decision": return "Asked what a decision would be"
        case "referrals": return "Saw them among referrals"
        case "board":
            guard case .string(let id)? = content?["board"] else { return "Saw them on a list" }
            return "Saw them on the list \(reading.rules.definitions.board(id)?.title ?? id)"
        default: return "Looked"
        }
    }
}
