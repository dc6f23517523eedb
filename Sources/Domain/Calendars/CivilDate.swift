/// The arithmetic between a day's number and its year, month and day.
///
/// Years are counted from 1 March, so that the leap day is the last of its year and the lengths of months follow one
/// formula; 400 years are always 146,097 days.
extension Day {
    var civil: (year: Int, month: Int, day: Int) {
        // 719,468 days lie between 1 March of year 0 and 1 January 1970.
        let (era, dayOfEra) = (number + 719_468).flooredDivision(by: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }

    /// The number of a date that is known to exist.
    static func number(year: Int, month: Int, day: Int) -> Int {
        let (era, yearOfEra) = (month <= 2 ? year - 1 : year).flooredDivision(by: 400)
        let monthFromMarch = month > 2 ? month - 3 : month + 9
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    static func isLeap(year: Int) -> Bool {
        year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    }

    /// 28 to 31; `month` is 1…12.
    static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year: year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// The first `weekday` on or after the date.
    static func first(_ weekday: Weekday, onOrAfter day: Int, month: Int, year: Int) -> Day {
        let start = Day(number: number(year: year, month: month, day: day))
        let wait = (weekday.rawValue - start.weekday.rawValue).flooredDivision(by: 7).remainder
        return start.adding(days: wait)
    }

    /// The last `weekday` of the month.
    static func last(_ weekday: Weekday, month: Int, year: Int) -> Day {
        first(weekday, onOrAfter: length(ofMonth: month, year: year) - 6, month: month, year: year)
    }
}
