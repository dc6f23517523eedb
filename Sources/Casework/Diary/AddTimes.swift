package import Domain
import Ledger
import Store

/// A weekly series of times to be added to an agency's diary.
package struct TimeSeries: Sendable, Hashable {
    package var purpose: String
    package var venue: String
    package var room: String
    package var weekdays: Set<Weekday>
    package var times: [TimeOfDay]
    package var minutes: Int
    package var from: Day
    package var weeks: Int

    package init(
        purpose: String, venue: String, room: String = "", weekdays: Set<Weekday>, times: [TimeOfDay], minutes: Int,
        from: Day, weeks: Int
    ) {
        self.purpose = purpose
        self.venue = venue
        self.room = room
        self.weekdays = weekdays
        self.times = times
        self.minutes = minutes
        self.from = from
        self.weeks = weeks
    }

    /// The instants of the series, without bank holidays.
    package func instants(calendar: WorkingCalendar) -> [Instant] {
        (0..<7 * weeks).map { from.adding(days: $0) }
            .filter { weekdays.contains($0.weekday) && calendar.holidays.name(of: $0) == nil }
            .flatMap { day in times.map { London.instant(day, $0) } }
    }
}

/// Adds times that can be booked. A time that is there already is left as it is.
package struct AddTimes: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    /// At most this many weeks at once.
    package static let mostWeeks = 26

    /// Whoever may write appointments of their agency may add times to its diary.
    package func may(_ viewer: Viewer) -> Bool {
        guard let type = world.definitions.recordTypes.first(where: { $0.actsAs == .appointment }) else { return false }
        return RecordingRights(rules: world.rules.current).mayComplete(type, viewer: viewer)
    }

    /// - Returns: how many times were asked for.
    /// - Throws: `RecordRefusal.problems` with what is wrong with the series.
    package func callAsFunction(_ series: TimeSeries, by viewer: Viewer) async throws -> Int {
        guard may(viewer) else { throw Missing() }
        let problems = check(series, viewer: viewer)
        guard problems.isEmpty else { throw RecordRefusal.problems(problems) }
        let slots = series.instants(calendar: world.definitions.calendar).map { instant in
            Slot(
                id: world.newReference(), agency: viewer.agency, venue: series.venue, purpose: series.purpose,
                startsAt: instant, minutes: series.minutes, room: series.room)
        }
        let (now, salt) = (world.now(), world.newSalt())
        let note = LedgerKeeping.Note(
            kind: .policyChange, outcome: "written",
            content: [("diary", .string(viewer.agency)), ("times", .integer(Int64(slots.count)))], subjects: [])
        try await world.database.write { connection in
            for slot in slots { try DiaryRows.add(slot, on: connection) }
            try LedgerKeeping.append(note, by: viewer, at: now, salt: salt, on: connection)
        }
        return slots.count
    }

    private func check(_ series: TimeSeries, viewer: Viewer) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        func add(_ field: String, _ message: String) {
            problems.append(FieldProblem(field: field, code: .missing, message: message))
        }
        if series.weekdays.isEmpty { add("weekdays", "Choose at least one day of the week.") }
        if series.times.isEmpty { add("times", "Enter at least one time, such as 09:30.") }
        if !(5...480).contains(series.minutes) { add("minutes", "Enter a length from 5 to 480 minutes.") }
        if !(1...Self.mostWeeks).contains(series.weeks) {
            add("weeks", "Enter a number of weeks from 1 to \(Self.mostWeeks).")
        }
        let venue = world.rules.current.directory.venues[series.venue]
        if venue?.agency != viewer.agency { add("venue", "Choose a place of your own agency.") }
        if series.purpose.isEmpty { add("purpose", "Choose what the times are for.") }
        return problems
    }
}
