/// When a person was born, as exactly as it is known. A day is never made up to fill a box: "about 30" stays that.
package enum BirthDate: Hashable, Sendable {
    case day(Day)
    /// Only the year is known.
    case year(Int)
    /// Somebody judged, or was told, the person's age in whole years on a day.
    case aged(years: Int, on: Day)

    /// Whether anything but the exact day is known.
    package var isEstimated: Bool {
        if case .day = self { false } else { true }
    }

    /// The earliest and the latest day on which the person may have been born, taking an estimate at its word.
    package var range: ClosedRange<Day> {
        switch self {
        case .day(let day):
            return day...day
        case .year(let year):
            let first = Day(number: Day.number(year: year, month: 1, day: 1))
            return first...Day(number: Day.number(year: year, month: 12, day: 31))
        case .aged(let years, let on):
            // The earliest is the day after the one on which the next year would be complete. A leap day has no
            // anniversary in most years, so the two bounds are walked to where the age truly changes.
            var latest = on.adding(years: -years)
            while latest.years(until: on) < years { latest = latest.adding(days: -1) }
            var earliest = on.adding(years: -years - 1)
            while earliest.years(until: on) > years { earliest = earliest.adding(days: 1) }
            return earliest...latest
        }
    }

    /// The ages in whole years that the person may have on `day`: one age where the birth date is exact.
    package func ages(on day: Day) -> ClosedRange<Int> {
        let range = range
        return range.upperBound.years(until: day)...range.lowerBound.years(until: day)
    }

    /// Whether the person is at least `years` old on `day`; nil when an estimate leaves it open, which nobody may take
    /// for yes.
    package func isAtLeast(_ years: Int, on day: Day) -> Bool? {
        let ages = ages(on: day)
        if ages.lowerBound >= years { return true }
        return ages.upperBound < years ? false : nil
    }

    /// "10 May 1990", "1990", or "about 30 on 10 May 2013".
    package var text: String {
        switch self {
        case .day(let day): day.text
        case .year(let year): String(year)
        case .aged(let years, let on): "about \(years) on \(on.text)"
        }
    }
}
