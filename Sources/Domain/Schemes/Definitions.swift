/// Every published definition, of every scheme and version, ready to be asked.
///
/// Several schemes run together. A programme has one edition for each published version that changed it; an enrolment
/// keeps the edition in force on the day it began until a migration event moves it.
package final class Definitions: Sendable {
    package let schemes: [Scheme]
    package let calendar: WorkingCalendar
    package let order: EventOrder
    /// Programme ids in the order in which they may look at each other.
    package let programmeIDs: [String]
    package let recordTypes: [RecordType]
    package let boards: [Board]
    package let agreements: [SharingAgreement]
    package let roles: [Scheme.Role]
    package let categories: [Scheme.Category]
    /// The types that say who a person is or how to reach them.
    package let factTypes: [RecordType]
    /// The categories of what says how a person may safely be reached.
    package let safeContactCategories: Set<String>
    /// What the programmes in force read as the last contact, where one event says it by itself.
    package let contactPatterns: [EventPattern]
    private let editions: [String: [ProgrammeEdition]]
    private let types: [String: RecordType]
    private let versionedTypes: [String: RecordType]
    private let lists: [String: CodeList]
    private let decisions: [String: Decision]
    private let hours: [String: OpeningHours]
    private let boardsByID: [String: Board]

    /// A published version of a scheme.
    package struct Published: Sendable {
        package var scheme: Scheme
        /// The first day on which new enrolments begin under it; `nil` for always.
        package var from: Day?

        package init(scheme: Scheme, from: Day? = nil) {
            self.scheme = scheme
            self.from = from
        }
    }

    /// A programme as one version of its scheme has it.
    package struct ProgrammeEdition: Sendable {
        package let version: String
        package let from: Day?
        package let programme: Programme
    }

    /// - Parameter published: all versions; the last of each scheme id is the one in force for record types, lists,
    ///   decisions and boards. The schemes were checked: ids are unique and refer to what exists.
    package init(_ published: [Published]) {
        var latest: [String: Scheme] = [:]
        var ids: [String] = []
        var editions: [String: [ProgrammeEdition]] = [:]
        var versioned: [String: RecordType] = [:]
        for entry in published {
            if latest.updateValue(entry.scheme, forKey: entry.scheme.id) == nil { ids.append(entry.scheme.id) }
            for programme in entry.scheme.programmes {
                let edition = ProgrammeEdition(version: entry.scheme.version, from: entry.from, programme: programme)
                editions[programme.id, default: []].append(edition)
            }
            for type in entry.scheme.recordTypes { versioned[entry.scheme.version + " " + type.id] = type }
        }
        schemes = ids.compactMap { latest[$0] }
        self.editions = editions
        versionedTypes = versioned
        recordTypes = schemes.flatMap(\.recordTypes)
        boards = schemes.flatMap(\.boards)
        agreements = schemes.flatMap(\.agreements)
        roles = schemes.flatMap(\.roles)
        categories = schemes.flatMap(\.categories)
        factTypes = recordTypes.filter { type in type.fields.contains { $0.fact != nil } }
        safeContactCategories = Set(
            recordTypes.flatMap(\.fields).filter { $0.fact == .safeContact }.map(\.category))
        contactPatterns = schemes.flatMap(\.programmes).flatMap(\.values).compactMap(\.contactPattern)
        let types = Dictionary(recordTypes.map { ($0.id, $0) }) { _, last in last }
        self.types = types
        lists = Dictionary(schemes.flatMap(\.codeLists).map { ($0.id, $0) }) { _, last in last }
        decisions = Dictionary(schemes.flatMap(\.decisions).map { ($0.id, $0) }) { _, last in last }
        boardsByID = Dictionary(boards.map { ($0.id, $0) }) { _, last in last }
        hours = Dictionary(schemes.flatMap(\.hours).map { ($0.id, $0.hours) }) { _, last in last }
        let holidays = schemes.compactMap(\.bankHolidays).last
        calendar = WorkingCalendar(holidays ?? BankHolidays())
        order = EventOrder(
            ranks: types.mapValues(\.rank), countsAtStart: Set(types.values.filter(\.dayCountsAtStart).map(\.id)))
        programmeIDs =
            ProgrammeOrder.sorted(
                schemes.flatMap(\.programmes).map(\.id),
                dependencies: editions.mapValues { all in
                    Set(all.flatMap { $0.programme.programmesLookedAt })
                }
            ).order
    }

    package func recordType(_ id: String) -> RecordType? { types[id] }

    /// The type as the version that made an event had it.
    package func recordType(_ id: String, version: String) -> RecordType? {
        versionedTypes[version + " " + id] ?? types[id]
    }

    package func codeList(_ id: String) -> CodeList? { lists[id] }
    package func decision(_ id: String) -> Decision? { decisions[id] }
    package func board(_ id: String) -> Board? { boardsByID[id] }
    package func openingHours(_ id: String) -> OpeningHours? { hours[id] }

    /// The current form of a programme.
    package func programme(_ id: String) -> Programme? { editions[id]?.last?.programme }

    /// The edition under which an enrolment that begins on `day` runs: the last one published for that day; the first
    /// one when the day lies before them all.
    package func edition(_ programme: String, on day: Day) -> ProgrammeEdition? {
        guard let all = editions[programme] else { return nil }
        return all.last { edition in edition.from.map { $0 <= day } ?? true } ?? all.first
    }

    package func edition(_ programme: String, version: String) -> ProgrammeEdition? {
        editions[programme]?.last { $0.version == version }
    }

    /// The options of a field on a day.
    package func options(_ options: Field.Options, on day: Day) -> [Option] {
        switch options {
        case .own(let own): own
        case .list(let id): lists[id]?.options(on: day) ?? []
        }
    }
}

extension Definitions {
    /// The version of the scheme that defines a record type: what a new event of it names.
    package func version(of type: String) -> String {
        let scheme = type.prefix { $0 != "/" }
        return schemes.first { $0.id == scheme }?.version ?? ""
    }
}
