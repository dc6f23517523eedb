import Testing

@testable import Domain

@Suite("Days")
struct DayTests {
    @Test("Day 0 is 1 January 1970, a Thursday")
    func epoch() throws {
        let day = try #require(Day("1970-01-01"))
        #expect(day.number == 0)
        #expect(day.weekday == .thursday)
    }

    @Test("Every day from 1800 to 2999 follows the one before it, in date and in weekday")
    func everyDay() throws {
        let first = try #require(Day("1800-01-01"))
        let last = try #require(Day("2999-12-31"))
        var (year, month, day) = (1800, 1, 1)
        var weekday = Weekday.wednesday
        for number in first.number...last.number {
            let subject = Day(number: number)
            guard (subject.year, subject.month, subject.dayOfMonth) == (year, month, day),
                subject.weekday == weekday, Day(subject.iso) == subject
            else {
                Issue.record("\(subject) should be \(year)-\(month)-\(day), a \(weekday.name)")
                return
            }
            weekday = Weekday(rawValue: weekday.rawValue % 7 + 1) ?? .monday
            day += 1
            if Day(year: year, month: month, day: day) == nil { (month, day) = (month + 1, 1) }
            if month == 13 { (year, month) = (year + 1, 1) }
        }
        #expect(year == 3000)
    }

    @Test(
        "Text that is not a real date in YYYY-MM-DD is refused",
        arguments: [
            "", "2013", "2013-5-1", "2013-05-1", "20130510", "2013/05/10", "2013-13-01", "2013-00-10", "2013-04-31",
            "2013-02-29", "1900-02-29", "2100-02-29", "2013-05-00", "1799-12-31", "3000-01-01", " 2013-05-10",
            "2013-05-10 ", "2013-05-10T", "+013-05-10", "2013-05-1０", "-2013-05-10",
        ])
    func refused(_ text: String) {
        #expect(Day(text) == nil)
    }

    @Test("Leap days are read", arguments: ["2012-02-29", "2000-02-29", "2400-02-29", "1804-02-29"])
    func leapDays(_ text: String) throws {
        #expect(try #require(Day(text)).iso == text)
    }

    @Test(
        "Months clamp to the month's end",
        arguments: [
            ("2013-01-31", 1, "2013-02-28"), ("2012-01-31", 1, "2012-02-29"), ("2013-01-31", 2, "2013-03-31"),
            ("2013-08-31", 1, "2013-09-30"), ("2013-11-30", 3, "2014-02-28"), ("2013-03-31", -1, "2013-02-28"),
            ("2013-01-15", -1, "2012-12-15"), ("2013-12-15", 1, "2014-01-15"), ("2013-05-10", 0, "2013-05-10"),
            ("2013-05-31", -18, "2011-11-30"), ("2013-05-10", 1200, "2113-05-10"),
        ])
    func months(_ start: String, _ months: Int, _ end: String) throws {
        #expect(try #require(Day(start)).adding(months: months).iso == end)
    }

    @Test("A leap day and a year is 28 February; and four years, 29 February")
    func years() throws {
        let leapDay = try #require(Day("2012-02-29"))
        #expect(leapDay.adding(years: 1).iso == "2013-02-28")
        #expect(leapDay.adding(years: 4).iso == "2016-02-29")
        #expect(leapDay.adding(years: -1).iso == "2011-02-28")
    }

    @Test(
        "Ages complete a year on the birthday",
        arguments: [
            ("1990-05-10", "2013-05-09", 22), ("1990-05-10", "2013-05-10", 23), ("1992-02-29", "2013-02-28", 20),
            ("1992-02-29", "2013-03-01", 21), ("1992-02-29", "2012-02-29", 20), ("2013-05-10", "2013-05-10", 0),
            ("2013-05-10", "2013-05-09", -1),
        ])
    func ages(_ birth: String, _ on: String, _ years: Int) throws {
        #expect(try #require(Day(birth)).years(until: #require(Day(on))) == years)
    }

    @Test("Days count forwards and backwards across months and years")
    func counting() throws {
        let day = try #require(Day("2012-02-28"))
        #expect(day.adding(days: 2).iso == "2012-03-01")
        #expect(day.adding(days: -59).iso == "2011-12-31")
        #expect(day.days(until: try #require(Day("2013-02-28"))) == 366)
        #expect(day.days(until: try #require(Day("2012-02-27"))) == -1)
    }

    @Test("A day is printed as people write it")
    func texts() throws {
        let day = try #require(Day("2013-05-10"))
        #expect(day.text == "10 May 2013")
        #expect(day.longText == "Friday 10 May 2013")
        #expect(day.iso == "2013-05-10")
        #expect(try #require(Day("2013-01-01")).longText == "Tuesday 1 January 2013")
    }
}
