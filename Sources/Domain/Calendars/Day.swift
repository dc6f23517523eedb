/// A calendar day of the Gregorian calendar, with no time and no zone.
///
/// Kept as one whole number, so that comparing, counting and hashing days cost what they cost for integers. Which day
/// an instant falls on is a question for ``London``.
package struct Day: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01, negative before it.
    package let number: Int

    /// Any whole number is a day; ``number`` says what it counts.
    package init(number: Int) {
        self.number = number
    }

    /// The day of that date, or nil where the calendar has no such date (31 April, 29 February 2013, a year outside
    /// 1…9999).
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            day >= 1, day <= Day.length(ofMonth: month, year: year)
        else { return nil }
        number = Day.number(year: year, month: month, day: day)
    }

    /// Reads `YYYY-MM-DD` and nothing else, for the years 1800 to 2999: a slip such as the year 0213 or 20135 is
    /// refused here rather than stored.
    package init?(_ iso: String) {
        var reader = DigitReader(iso)
        guard let year = reader.number(digits: 4), (1800...2999).contains(year), reader.take("-"),
            let month = reader.number(digits: 2), reader.take("-"),
            let day = reader.number(digits: 2), reader.isAtEnd
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The Gregorian year.
    package var year: Int { civil.year }

    /// 1 for January … 12 for December.
    package var month: Int { civil.month }

    /// 1…31.
    package var dayOfMonth: Int { civil.day }

    /// The day of the week.
    package var weekday: Weekday {
        // Day 0, 1 January 1970, was a Thursday.
        Weekday.allCases[(number + 3).flooredDivision(by: 7).remainder]
    }

    package static func < (left: Day, right: Day) -> Bool { left.number < right.number }
}

extension Day {
    /// The day that many days later, or earlier when negative.
    package func adding(days: Int) -> Day { Day(number: number + days) }

    /// The same day of the month `months` later (earlier when negative), or that month's last day where it has no such
    /// day: 31 January and one month is 28 or 29 February.
    package func adding(months: Int) -> Day {
        let from = civil
        let (years, monthIndex) = (from.month - 1 + months).flooredDivision(by: 12)
        let year = from.year + years
        let length = Day.length(ofMonth: monthIndex + 1, year: year)
        return Day(number: Day.number(year: year, month: monthIndex + 1, day: min(from.day, length)))
    }

    /// The same date `years` later; 29 February becomes 28 February in a year without one.
    package func adding(years: Int) -> Day { adding(months: years * 12) }

    /// How many days from this day to `other`: 1 for tomorrow, negative for an earlier day.
    package func days(until other: Day) -> Int { other.number - number }

    /// Whole years from this day to `other`, as ages are counted: a year is complete as the anniversary begins
    /// (Family Law Reform Act 1969 s.9), which for someone born on 29 February is 1 March in a year without one.
    /// Negative when `other` is earlier.
    package func years(until other: Day) -> Int {
        let (from, to) = (civil, other.civil)
        return to.year - from.year - ((to.month, to.day) < (from.month, from.day) ? 1 : 0)
    }
}
