package import Domain
import Ledger
import Store

/// Adds times that can be booked to the diary of the viewer's agency. A time that is there already is left as it is.
package struct AddTimes: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    /// At most this many weeks, this many times a day, and this many times in all, at once.
    package static let (mostWeeks, mostTimes, mostAtOnce) = (26, 40, 500)
    /// At most this many times on one day of an agency's diary.
    package static let mostOnOneDay = 200

    /// What came of it.
    package struct Added: Sendable, Hashable {
        package var count: Int
        /// Times that were there before.
        package var alreadyThere: Int
    }

    /// What a series may be chosen from.
    package struct Choices: Sendable {
        package var purposes: [Option]
        package var places: [Option]
        package var today: Day
    }

    /// Whether the schemes give the viewer's role the keeping of its agency's diary.
    package func may(_ viewer: Viewer) -> Bool {
        RecordingRights(rules: world.rules.current).keepsDiary(viewer)
    }

    /// - Throws: `Missing` when the viewer may not add times.
    package func choices(for viewer: Viewer) throws -> Choices {
        guard may(viewer) else { throw Missing() }
        let rules = world.rules.current
        let today = London.day(of: world.now())
        let venues = rules.directory.venues.values.filter { $0.agency == viewer.agency }
            .sorted { ($0.title, $0.id) < ($1.title, $1.id) }
        let (purposes, rights) = (AppointmentPurposes(rules: rules), RecordingRights(rules: rules))
        // Who comes for a purpose with a record of its own is recorded on that: without anybody who may, it would be kept
        // nowhere.
        let offered = purposes.options(on: today).filter { purpose in
            purposes.attendance(purpose.code).map {
                rights.mayComplete($0.type, at: viewer.agency, on: today)
            } ?? true
        }
        return Choices(
            purposes: offered,
            places: venues.map { Option(code: $0.id, title: $0.title, hint: $0.address) }, today: today)
    }

    /// - Throws: `RecordRefusal.problems` with what is wrong with the series; `Missing` when the viewer may not.
    package func callAsFunction(
        _ series: TimeSeries, key: (name: String, bodyDigest: String)? = nil, by viewer: Viewer
    ) async throws -> Added {
        let choices = try choices(for: viewer)
        let problems = series.problems(choices)
        guard problems.isEmpty else { throw RecordRefusal.problems(problems) }
        let instants = series.instants(calendar: world.definitions.calendar)
        guard instants.count <= Self.mostAtOnce else { throw Self.tooMany(instants.count) }
        let slots = instants.map { instant in
            Slot(
                id: world.newReference(), agency: viewer.agency, venue: series.venue, purpose: series.purpose,
                startsAt: instant, minutes: series.minutes, room: series.room)
        }
        let (now, salt) = (world.now(), world.newSalt())
        return try await world.database.write { connection in
            if let key, let count = try Self.earlier(key, viewer: viewer, on: connection) {
                return Added(count: count, alreadyThere: slots.count - count)
            }
            let added = try slots.filter { try DiaryRows.add($0, on: connection) }
            try Self.checkDays(of: added, agency: viewer.agency, on: connection)
            let count = added.count
            let note = LedgerKeeping.Note(
                kind: .policyChange, outcome: "written",
                content: [("diary", .string(viewer.agency)), ("times", .integer(Int64(count)))], subjects: [])
            try LedgerKeeping.append(note, by: viewer, at: now, salt: salt, on: connection)
            if let key {
                try WriteKeys.keep(
                    key.name, worker: viewer.worker, bodyDigest: key.bodyDigest, result: String(count), at: now,
                    on: connection)
            }
            return Added(count: count, alreadyThere: slots.count - count)
        }
    }

    /// Throws when a day to which something was added has more times now than a day may have.
    private static func checkDays(of added: [Slot], agency: String, on connection: Connection) throws {
        let days = Set(added.map { London.day(of: $0.startsAt) })
        guard let first = days.min(), let last = days.max() else { return }
        let starts = try DiaryRows.starts(
            agency: agency, from: London.startOfDay(first), until: London.endOfDay(last), on: connection)
        let counts = Dictionary(starts.map { (London.day(of: $0), 1) }, uniquingKeysWith: +)
        guard let full = days.filter({ counts[$0, default: 0] > mostOnOneDay }).min() else { return }
        throw RecordRefusal.problems([
            FieldProblem(
                field: "times", code: .refused,
                message:
                    "Your diary would have \(counts[full, default: 0]) times on \(full.longText). A day can have at "
                    + "most \(mostOnOneDay). Nothing was added.")
        ])
    }

    private static func tooMany(_ count: Int) -> RecordRefusal {
        .problems([
            FieldProblem(
                field: "times", code: .refused,
                message:
                    "That would be \(count) times. At most \(mostAtOnce) can be added at once: choose fewer weeks, "
                    + "days or times.")
        ])
    }

    private static func earlier(
        _ key: (name: String, bodyDigest: String), viewer: Viewer, on connection: Connection
    ) throws -> Int? {
        switch try WriteKeys.find(key.name, worker: viewer.worker, bodyDigest: key.bodyDigest, on: connection) {
        case .unused: return nil
        case .done(let result): return Int(result)
        case .otherBody: throw RecordRefusal.keyUsedForSomethingElse
        }
    }
}
