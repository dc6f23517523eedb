import Domain
import Ledger
import Store

/// Reads the ledger's entries about a person, as far as the viewer may know that their makers work with the person: those
/// of the viewer's own agency, of the system, and of agencies some of whose rows the viewer sees. Another agency's look
/// would say that it works with the person too. For the same reason a write is there only when some of what was written
/// is in view.
struct LookReading {
    private let reading: PersonReading
    private let subject: String
    private let row: RowRule
    private let agencies: Set<String>
    private let categories: Set<String>

    init(_ reading: PersonReading, _ found: PersonReading.Found, viewer: Viewer) {
        self.reading = reading
        subject = found.view.subject
        row = found.row
        agencies = Set(found.view.shown.map(\.owner) + [viewer.agency, ""])
        categories = Set(found.view.shown.map(\.category))
    }

    /// An entry with what lies beside it; what was erased leaves the entry without its content.
    private struct Look {
        let entry: LedgerEntry
        let content: CanonicalObject?
        /// The events it wrote.
        let events: [String]

        init(_ row: LedgerRowReading.EntryRow) throws {
            guard let entry = LedgerEntry(canonical: Array(row.line.utf8)) else { throw StoreFault.damaged }
            self.entry = entry
            content = row.content.flatMap { CanonicalObject(canonical: Array($0.utf8)) }
            events = content.flatMap(EntryContent.init)?.events.map(\.id) ?? []
        }
    }

    /// The newest first.
    func looks(limit: Int) throws -> [LookView] {
        // More are read than shown, since some are not for this viewer.
        let looks = try LedgerRowReading.entries(about: subject, limit: 4 * limit, on: reading.connection)
            .map(Look.init).filter { agencies.contains($0.entry.agency) }
        let inView = try EventsInView.types(
            of: looks.flatMap(\.events), subject: subject, rule: row, on: reading.connection)
        return looks.filter { look in
            look.events.isEmpty || look.events.contains { inView[$0] != nil }
        }.prefix(limit).map { look in
            LookView(
                position: look.entry.position, at: Instant(milliseconds: look.entry.at), worker: look.entry.actor,
                role: look.entry.role, agency: look.entry.agency, purpose: look.entry.purpose,
                what: words(look, types: look.events.compactMap { inView[$0] }), sections: sections(look.content))
        }
    }

    private func sections(_ content: CanonicalObject?) -> [String] {
        guard case .array(let sections)? = content?["sections"] else { return [] }
        return sections.compactMap { if case .string(let text) = $0 { text } else { nil } }.filter(categories.contains)
    }

    private func words(_ look: Look, types: [String]) -> String {
        let what = LookWords(look.entry.kind, look.content, definitions: reading.rules.definitions).text
        let titles = types.map { reading.rules.definitions.recordType($0)?.title ?? $0 }
        return titles.isEmpty ? what : "\(what): \(titles.joined(separator: ", "))"
    }
}
