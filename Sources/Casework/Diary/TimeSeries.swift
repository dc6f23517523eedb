package import Domain

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

    /// The instants of the series in order, by London's clocks, without bank holidays. Where clocks go forward over a
    /// time, it is the first instant after; where they show it twice, the first of the two.
    package func instants(calendar: WorkingCalendar) -> [Instant] {
        (0..<7 * weeks).map { from.adding(days: $0) }
            .filter { weekdays.contains($0.weekday) && calendar.holidays.name(of: $0) == nil }
            .flatMap { day in Set(times).sorted().map { London.instant(day, $0) } }
    }

    /// Everything that is wrong with it, in the order of the form.
    func problems(_ choices: AddTimes.Choices) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        func check(_ isRight: Bool, _ field: String, _ message: String) {
            if !isRight { problems.append(FieldProblem(field: field, code: .refused, message: message)) }
        }
        check(choices.purposes.contains { $0.code == purpose }, "purpose", "Choose what the times are for.")
        check(choices.places.contains { $0.code == venue }, "venue", "Choose a place of your own agency.")
        check(room.utf8.count <= 40, "room", "Enter a room of at most 40 characters.")
        check(!weekdays.isEmpty, "weekdays", "Choose at least one day of the week.")
        check(!times.isEmpty, "times", "Enter at least one time, such as 09:30.")
        check(times.count <= AddTimes.mostTimes, "times", "Enter at most \(AddTimes.mostTimes) times a day.")
        check((5...480).contains(minutes), "minutes", "Enter a length from 5 to 480 minutes.")
        check(from >= choices.today, "from", "Enter a first day that is not in the past.")
        check(from <= choices.today.adding(years: 2), "from", "Enter a first day within the next two years.")
        check(
            (1...AddTimes.mostWeeks).contains(weeks), "weeks",
            "Enter a number of weeks from 1 to \(AddTimes.mostWeeks).")
        return problems
    }
}
