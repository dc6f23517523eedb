/// The holidays of England and Wales that follow from rules alone, before anything is moved or added for one year.
///
/// - Good Friday and Christmas Day are holidays at common law.
/// - Easter Monday, the last Mondays in May and August, 26 December, and 27 December in place of a Sunday are bank
///   holidays under the Banking and Financial Dealings Act 1971 s.1 and Schedule 1 paragraph 1.
/// - New Year's Day (since 1974) and the first Monday in May (since 1978) are appointed each year by proclamation under
///   s.1(3) of that Act, and so are the weekdays in place of a holiday that falls on a Saturday or Sunday.
///
/// A holiday at the weekend is not listed itself, only the weekday in its place, as the government publishes it. Years
/// before 1974 are computed by the rules of today, less the two that began later.
enum StatutoryHolidays {
    static func name(of day: Day) -> String? {
        // Every one of them lies in these months, and most days asked about do not.
        switch day.month {
        case 1, 3, 4, 5, 8, 12: holidays(in: day.year).first { $0.day == day }?.name
        default: nil
        }
    }

    static func holidays(in year: Int) -> [(day: Day, name: String)] {
        let easter = Easter.sunday(in: year)
        var holidays: [(day: Day, name: String)] = []
        if year >= 1974 { holidays.append(newYear(in: year)) }
        holidays.append((easter.adding(days: -2), "Good Friday"))
        holidays.append((easter.adding(days: 1), "Easter Monday"))
        if year >= 1978 {
            holidays.append((Day.first(.monday, onOrAfter: 1, month: 5, year: year), "Early May bank holiday"))
        }
        holidays.append((Day.last(.monday, month: 5, year: year), "Spring bank holiday"))
        holidays.append((Day.last(.monday, month: 8, year: year), "Summer bank holiday"))
        return holidays + christmas(in: year)
    }

    private static func newYear(in year: Int) -> (day: Day, name: String) {
        let day = Day(number: Day.number(year: year, month: 1, day: 1))
        let name = "New Year’s Day"
        return switch day.weekday {
        case .saturday: (day.adding(days: 2), substitute(name))
        case .sunday: (day.adding(days: 1), substitute(name))
        default: (day, name)
        }
    }

    private static func christmas(in year: Int) -> [(day: Day, name: String)] {
        let day = Day(number: Day.number(year: year, month: 12, day: 25))
        let (christmas, boxing) = ("Christmas Day", "Boxing Day")
        return switch day.weekday {
        case .friday: [(day, christmas), (day.adding(days: 3), substitute(boxing))]
        case .saturday: [(day.adding(days: 2), substitute(christmas)), (day.adding(days: 3), substitute(boxing))]
        case .sunday: [(day.adding(days: 1), boxing), (day.adding(days: 2), substitute(christmas))]
        default: [(day, christmas), (day.adding(days: 1), boxing)]
        }
    }

    private static func substitute(_ name: String) -> String { "\(name) (substitute day)" }
}
