import Testing

@testable import Domain

@Suite("London days and clocks")
struct LondonTests {
    @Test("Half past nine in the evening GMT on 2 May 2013 is half past ten in London")
    func evening() throws {
        let instant = try #require(Instant("2013-05-02T21:30:00Z"))
        #expect(London.time(of: instant).text == "22:30")
        #expect(London.text(instant) == "2 May 2013, 22:30")
    }

    @Test("After eleven in a summer evening GMT it is the next London day")
    func nextDay() throws {
        #expect(London.day(of: try #require(Instant("2013-05-02T22:59:59.999Z"))).iso == "2013-05-02")
        #expect(London.day(of: try #require(Instant("2013-05-02T23:00:00Z"))).iso == "2013-05-03")
        #expect(London.day(of: try #require(Instant("2013-01-02T23:59:59.999Z"))).iso == "2013-01-02")
    }

    @Test("Clocks change when the time zone database says, from 1972 to 2037")
    func changes() throws {
        let words = londonClockChanges.split(whereSeparator: \.isWhitespace).map(String.init)
        #expect(words.count == 2 * 2 * 66)
        var offset = 0
        var previous = try #require(Instant("1972-01-01T00:00:00Z"))
        for index in stride(from: 0, to: words.count, by: 2) {
            let change = try #require(Instant(words[index]))
            // Every hour up to the change, and the last millisecond before it.
            var instant = previous
            while instant < change {
                try expect(instant, aheadBy: offset)
                instant = instant.adding(hours: 1)
            }
            try expect(change.adding(milliseconds: -1), aheadBy: offset)
            offset = try #require(Int(words[index + 1]))
            try expect(change, aheadBy: offset)
            previous = change
        }
        #expect(offset == 0)
    }

    private func expect(_ instant: Instant, aheadBy minutes: Int) throws {
        let shown = Instant(utc: London.day(of: instant), minutes: London.time(of: instant).minutes)
        let ahead = shown.milliseconds - (instant.milliseconds - instant.milliseconds % 60_000)
        try #require(ahead == Int64(minutes) * 60_000, "\(instant)")
        try #require(London.isSummer(at: instant) == (minutes == 60), "\(instant)")
    }

    @Test("A time that the spring change skips is the first instant after the gap")
    func gap() throws {
        let day = try #require(Day("2013-03-31"))
        let after = try #require(Instant("2013-03-31T01:00:00Z"))
        #expect(London.instant(day, try #require(TimeOfDay("00:59"))).iso == "2013-03-31T00:59:00Z")
        #expect(London.instant(day, try #require(TimeOfDay("01:00"))) == after)
        #expect(London.instant(day, try #require(TimeOfDay("01:30"))) == after)
        #expect(London.instant(day, try #require(TimeOfDay("02:00"))) == after)
        #expect(London.instant(day, try #require(TimeOfDay("02:01"))).iso == "2013-03-31T01:01:00Z")
    }

    @Test("A time that the autumn change repeats is the first of the two")
    func overlap() throws {
        let day = try #require(Day("2013-10-27"))
        #expect(London.instant(day, try #require(TimeOfDay("00:59"))).iso == "2013-10-26T23:59:00Z")
        #expect(London.instant(day, try #require(TimeOfDay("01:00"))).iso == "2013-10-27T00:00:00Z")
        #expect(London.instant(day, try #require(TimeOfDay("01:59"))).iso == "2013-10-27T00:59:00Z")
        #expect(London.instant(day, try #require(TimeOfDay("02:00"))).iso == "2013-10-27T02:00:00Z")
    }

    @Test("Days that change the clocks have 23 and 25 hours, and others 24")
    func lengths() throws {
        func hours(_ text: String) throws -> Int64 {
            let day = try #require(Day(text))
            let end = London.endOfDay(day).adding(milliseconds: 1)
            #expect(London.startOfDay(day.adding(days: 1)) == end)
            return London.startOfDay(day).milliseconds(until: end) / 3_600_000
        }
        #expect(try hours("2013-03-31") == 23)
        #expect(try hours("2013-10-27") == 25)
        #expect(try hours("2013-05-10") == 24)
    }

    @Test("Before 1972 clocks are read as GMT")
    func early() throws {
        let instant = try #require(Instant("1970-07-01T12:00:00Z"))
        #expect(!London.isSummer(at: instant))
        #expect(London.text(instant) == "1 July 1970, 12:00")
    }

    @Test(
        "Any minute from 1975 to 2040 comes back from its London day and time, but for the repeated hour"
    )
    func roundTrip() throws {
        let seed: UInt64 = 1_975_2040
        var random = SeededRandom(seed: seed)
        let range = try #require(Instant("1975-01-01T00:00:00Z")).milliseconds / 60_000
        let end = try #require(Instant("2040-12-31T23:59:00Z")).milliseconds / 60_000
        for _ in 0..<20_000 {
            let instant = Instant(milliseconds: Int64.random(in: range...end, using: &random) * 60_000)
            let back = London.instant(London.day(of: instant), London.time(of: instant))
            let repeated = !London.isSummer(at: instant) && London.isSummer(at: instant.adding(hours: -1))
            try #require(back == (repeated ? instant.adding(hours: -1) : instant), "\(instant), seed \(seed)")
        }
    }
}
