/// When summer time begins and ends in the United Kingdom, year by year.
///
/// - 1972 to 1980: from 02:00 GMT on the day after the third Saturday in March to 02:00 GMT on the day after the fourth
///   Saturday in October (Summer Time Act 1972 s.1).
/// - 1981 to 1995: from 01:00 GMT on the last Sunday in March; to 01:00 GMT on the day after the fourth Saturday in
///   October until 1989, and on the fourth Sunday in October from 1990 (the Summer Time Orders).
/// - From 1996: from 01:00 GMT on the last Sunday in March to 01:00 GMT on the last Sunday in October (Summer Time
///   Order 1997, S.I. 1997/2982, and Order 2002, S.I. 2002/262).
///
/// Years before 1972 are treated as having no summer time. No deadline is computed there; a date of birth is a ``Day``
/// and needs no clock.
enum SummerTime {
    static let firstYear = 1972

    /// The half-open run of instants in which clocks show GMT plus one hour; nil before 1972.
    static func period(in year: Int) -> Range<Instant>? {
        guard year >= firstYear else { return nil }
        let hour = year <= 1980 ? 2 : 1
        return Instant(utc: start(in: year), minutes: hour * 60)..<Instant(utc: end(in: year), minutes: hour * 60)
    }

    private static func start(in year: Int) -> Day {
        year <= 1980
            ? Day.first(.sunday, onOrAfter: 16, month: 3, year: year)
            : Day.last(.sunday, month: 3, year: year)
    }

    private static func end(in year: Int) -> Day {
        switch year {
        case ...1989: Day.first(.sunday, onOrAfter: 23, month: 10, year: year)
        case 1990...1995: Day.first(.sunday, onOrAfter: 22, month: 10, year: year)
        default: Day.last(.sunday, month: 10, year: year)
        }
    }
}
