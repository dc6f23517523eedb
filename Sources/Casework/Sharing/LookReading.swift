import Domain
import Ledger
import Store

/// Reads the ledger's entries about a person, as far as the viewer may know of them. Whoever may read this page answers
/// for the sharing of the person's record (`SharingRights`), and is shown every look by worker, role, agency, time and
/// purpose (H-039):
///
/// - those of the viewer's own agency and of the system;
/// - those of an agency some of whose rows the viewer sees, which they know to work with the person;
/// - those that could show a row of the viewer's own agency, by the policy and agreements of the day of the look, to the
///   worker, role and purpose that the entry names. An agency answers for its own records, so it is told who saw them: also
///   of a partner that recorded nothing itself, of one whose referral or consent has ended since, and of a worker who
///   has been barred since.
///
/// Another agency's look at its own records alone is left out: it would say that the agency works with the person, which
/// is the agency's to say: who reads a file tells what is in it. A write is there only when
/// some of what was written is in view, for the same reason. A sealed person has no such page, and a look that was
/// refused names nobody in the ledger, so that neither is told here.
struct LookReading {
    private let reading: PersonReading
    private let subject: String
    private let row: RowRule
    private let agencies: Set<String>
    private let categories: Set<String>
    /// The rows of the viewer's own agency that the viewer may see.
    private let ours: [RowFacts]
    private let facts: SubjectFacts

    init(_ reading: PersonReading, _ found: PersonReading.Found, viewer: Viewer) throws {
        self.reading = reading
        subject = found.view.subject
        row = found.row
        agencies = Set(found.view.shown.map(\.owner) + [viewer.agency, ""])
        categories = Set(found.view.shown.map(\.category))
        ours = found.rows.filter { $0.owner == ByteText(viewer.agency) && found.row.allows($0) }
        facts = try SubjectFactsReading.pastFacts(of: subject, on: reading.connection)
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

    /// Those that opened the record, worked on it or changed it, the newest first, and then those in which the name only
    /// stood in a list: at most so many of each, since every board that is looked at is an entry.
    func looks(limit: Int) throws -> [LookView] {
        // More are read than shown, since some are not for this viewer.
        var judged: [Looker: Bool] = [:]
        let looks = try LedgerRowReading.entries(
            about: subject, limit: max(4 * limit, Self.reach), on: reading.connection
        ).map(Look.init).filter { isForViewer($0.entry, &judged) }
        let inView = try EventsInView.types(
            of: looks.flatMap(\.events), subject: subject, rule: row, on: reading.connection)
        let views = looks.filter { look in
            look.events.isEmpty || look.events.contains { inView[$0] != nil }
        }.map { look in
            let words = words(look)
            let titles = look.events.compactMap { inView[$0] }.map { type in
                reading.rules.definitions.recordType(type)?.title ?? type
            }
            return LookView(
                position: look.entry.position, at: Instant(milliseconds: look.entry.at), worker: look.entry.actor,
                role: look.entry.role, agency: look.entry.agency, purpose: look.entry.purpose,
                what: words.text + (titles.isEmpty ? "" : ": " + titles.joined(separator: ", ")),
                isListing: words.isListing, sections: sections(look.content))
        }
        return Array(views.filter { !$0.isListing }.prefix(limit)) + views.filter(\.isListing).prefix(limit)
    }

    /// How far back is read at least.
    private static let reach = 1_000

    /// Who looked, as the policy asks.
    private struct Looker: Hashable {
        let worker: String
        let agency: String
        let role: String
        let purpose: String
        let day: Day
    }

    private func isForViewer(_ entry: LedgerEntry, _ judged: inout [Looker: Bool]) -> Bool {
        if agencies.contains(entry.agency) { return true }
        let looker = Looker(
            worker: entry.actor, agency: entry.agency, role: entry.role, purpose: entry.purpose,
            day: London.day(of: Instant(milliseconds: entry.at)))
        if let known = judged[looker] { return known }
        let somebody = Viewer(
            somebody: looker.worker, agency: looker.agency, role: looker.role, purpose: looker.purpose,
            hasBrokenGlass: facts.openedFor.contains(ByteText(looker.worker)))
        let rule = reading.rules.policy.rule(for: somebody, today: looker.day).given(facts)
        let isOurs = ours.contains(where: rule.allows)
        judged[looker] = isOurs
        return isOurs
    }

    private func sections(_ content: CanonicalObject?) -> [String] {
        guard case .array(let sections)? = content?["sections"] else { return [] }
        return sections.compactMap { if case .string(let text) = $0 { text } else { nil } }.filter(categories.contains)
    }

    private func words(_ look: Look) -> LookWords {
        LookWords(look.entry.kind, look.content, definitions: reading.rules.definitions)
    }
}
