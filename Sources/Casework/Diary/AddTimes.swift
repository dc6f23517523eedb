package import Domain
import Ledger
import Store

/// Adds times that can be booked to the diary of the viewer's agency. A time that is there already is left as it is.
package struct AddTimes: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    /// At most this many weeks, and this many times a day, at once.
    package static let (mostWeeks, mostTimes) = (26, 40)

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

    /// Whoever may write appointments of their agency may add times to its diary.
    package func may(_ viewer: Viewer) -> Bool { BookTime(world).may(viewer) }

    /// - Throws: `Missing` when the viewer may not add times.
    package func choices(for viewer: Viewer) throws -> Choices {
        guard may(viewer) else { throw Missing() }
        let rules = world.rules.current
        let today = London.day(of: world.now())
        let venues = rules.directory.venues.values.filter { $0.agency == viewer.agency }
            .sorted { ($0.title, $0.id) < ($1.title, $1.id) }
        return Choices(
            purposes: AppointmentPurposes(rules: rules).options(on: today),
            places: venues.map { Option(code: $0.id, title: $0.title, hint: $0.address) }, today: today)
    }

    /// - Throws: `RecordRefusal.problems` with what is wrong with the series; `Missing` when the viewer may not.
    package func callAsFunction(
        _ series: TimeSeries, key: (name: String, bodyDigest: String)? = nil, by viewer: Viewer
    ) async throws -> Added {
        let choices = try choices(for: viewer)
        let problems = series.problems(choices)
        guard problems.isEmpty else { throw RecordRefusal.problems(problems) }
        let slots = series.instants(calendar: world.definitions.calendar).map { instant in
            Slot(
                id: world.newReference(), agency: viewer.agency, venue: series.venue, purpose: series.purpose,
                startsAt: instant, minutes: series.minutes, room: series.room)
        }
        let (now, salt) = (world.now(), world.newSalt())
        return try await world.database.write { connection in
            if let key, let count = try Self.earlier(key, viewer: viewer, on: connection) {
                return Added(count: count, alreadyThere: slots.count - count)
            }
            var count = 0
            for slot in slots where try DiaryRows.add(slot, on: connection) { count += 1 }
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
