/// A length of time as a rule states it.
package struct Span: Hashable, Sendable {
    package var amount: Int
    package var unit: Unit

    package init(_ amount: Int, _ unit: Unit) {
        self.amount = amount
        self.unit = unit
    }

    package enum Unit: String, Hashable, Sendable, CaseIterable {
        case hours
        case days
        case workingDays = "working-days"
        case weeks
        case months
        case years
    }

    /// "5 working days", "1 month".
    package var text: String {
        let words: String =
            switch unit {
            case .hours: "hours"
            case .days: "days"
            case .workingDays: "working days"
            case .weeks: "weeks"
            case .months: "months"
            case .years: "years"
            }
        return "\(amount) " + (amount == 1 ? String(words.dropLast()) : words)
    }

    /// The day reached by counting from the day after `day`; week k ends 7k days after, months clamp to the month's
    /// end. Hours count as whole days here and only make sense for instants.
    package func day(after day: Day, calendar: WorkingCalendar) -> Day {
        switch unit {
        case .hours: day.adding(days: amount / 24)
        case .days: day.adding(days: amount)
        case .workingDays: calendar.workingDay(max(0, amount), after: day)
        case .weeks: day.adding(days: 7 * amount)
        case .months: day.adding(months: amount)
        case .years: day.adding(years: amount)
        }
    }

    /// The first day still inside the period that reaches back this far from `day`, both ends included: "positive in
    /// the last 12 months", judged on 20 May 2013, includes 20 May 2012.
    package func day(before day: Day, calendar: WorkingCalendar) -> Day {
        switch unit {
        case .hours: day.adding(days: -(amount / 24))
        case .days: day.adding(days: -amount)
        case .workingDays:
            // Walks back; a span of working days in a look-back is short.
            Span.walkBack(max(0, amount), from: day, calendar: calendar)
        case .weeks: day.adding(days: -7 * amount)
        case .months: day.adding(months: -amount)
        case .years: day.adding(years: -amount)
        }
    }

    private static func walkBack(_ count: Int, from day: Day, calendar: WorkingCalendar) -> Day {
        var day = day
        var left = count
        while left > 0 {
            day = day.adding(days: -1)
            if calendar.isWorkingDay(day) { left -= 1 }
        }
        return day
    }
}
