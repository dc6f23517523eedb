import Testing

@testable import Domain

@Suite("Bank holidays")
struct BankHolidayTests {
    /// Days that were made holidays for one year only, by proclamation.
    private let oneOff: Set<String> = [
        "2012-06-05", "2022-06-03", "2022-09-19", "2023-05-08",
    ]

    /// Holidays that were moved for one year: the day of the rule, and the day in its place.
    private let moved = [
        "2012-05-28": "2012-06-04", "2020-05-04": "2020-05-08", "2022-05-30": "2022-06-02",
    ]

    @Test("The statute's rules give every published day from 2012 to 2028, but those made or moved for one year")
    func agree() throws {
        let published = try PublishedHolidays()
        #expect(published.years == 2012...2028)
        #expect(published.days.count == 140)
        for year in published.years {
            let dated = Set(published.days.keys.filter { $0.year == year }.map(\.iso))
            var expected = Set(StatutoryHolidays.holidays(in: year).map(\.day.iso))
            for (rule, place) in moved where expected.remove(rule) != nil { expected.insert(place) }
            expected.formUnion(oneOff.filter { $0.hasPrefix(String(year)) })
            #expect(dated == expected, "\(year)")
        }
    }

    @Test("Computed and published names agree, apart from the days moved and added")
    func names() throws {
        let published = try PublishedHolidays()
        let exceptions = oneOff.union(moved.values)
        for (day, name) in published.days where !exceptions.contains(day.iso) {
            #expect(StatutoryHolidays.name(of: day) == name, "\(day)")
        }
    }

    @Test("A published year is taken as it is, and a year outside is computed and provisional")
    func provisional() throws {
        let holidays = try PublishedHolidays().bankHolidays
        let mayDay2020 = try #require(Day("2020-05-04"))
        #expect(holidays.name(of: mayDay2020) == nil)
        #expect(!holidays.isProvisional(mayDay2020))
        #expect(holidays.name(of: try #require(Day("2022-09-19"))) != nil)
        let newYear2029 = try #require(Day("2029-01-01"))
        #expect(holidays.name(of: newYear2029) == "New Year’s Day")
        #expect(holidays.isProvisional(newYear2029))
        #expect(holidays.isProvisional(try #require(Day("2011-12-31"))))
    }

    @Test("A day proclaimed before its year is complete counts beside the computed days")
    func proclaimed() throws {
        let extra = try #require(Day("2030-07-12"))
        let holidays = BankHolidays([extra: "Made-up jubilee"], complete: 2012...2028)
        #expect(holidays.name(of: extra) == "Made-up jubilee")
        #expect(holidays.name(of: try #require(Day("2030-12-25"))) == "Christmas Day")
        #expect(holidays.isProvisional(extra))
    }

    @Test("New Year's Day began in 1974 and the early May holiday in 1978")
    func beginnings() throws {
        #expect(StatutoryHolidays.name(of: try #require(Day("1973-01-01"))) == nil)
        #expect(StatutoryHolidays.name(of: try #require(Day("1974-01-01"))) != nil)
        #expect(StatutoryHolidays.name(of: try #require(Day("1977-05-02"))) == nil)
        #expect(StatutoryHolidays.name(of: try #require(Day("1978-05-01"))) != nil)
    }

    @Test("Every year has eight holidays, all on weekdays, all different, whatever its first weekday")
    func shape() {
        for year in 1978...2999 {
            let days = StatutoryHolidays.holidays(in: year).map(\.day)
            #expect(Set(days).count == 8, "\(year)")
            #expect(days.allSatisfy { !$0.weekday.isWeekend && $0.year == year }, "\(year)")
            #expect(days == days.sorted(), "\(year)")
            #expect(days.allSatisfy { StatutoryHolidays.name(of: $0) != nil }, "\(year)")
        }
    }

    @Test(
        "Easter falls where the tables of the Prayer Book put it",
        arguments: [
            "1818-03-22", "1886-04-25", "1943-04-25", "1954-04-18", "1961-04-02", "1981-04-19", "2000-04-23",
            "2008-03-23",
            "2011-04-24", "2038-04-25", "2049-04-18", "2076-04-19", "2285-03-22",
        ])
    func easter(_ text: String) throws {
        let day = try #require(Day(text))
        #expect(Easter.sunday(in: day.year) == day)
    }

    @Test("Easter agrees with a second, unlike algorithm for every year from 1800 to 2999")
    func easterTwice() {
        for year in 1800...2999 {
            let (a, b, c) = (year % 19, year / 100, year % 100)
            let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
            let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
            let m = (a + 11 * h + 22 * l) / 451
            let n = h + l - 7 * m + 114
            #expect(Easter.sunday(in: year) == Day(year: year, month: n / 31, day: n % 31 + 1), "\(year)")
        }
    }
}
