import Testing

@testable import Domain

@Suite("Opening hours")
struct OpeningHoursTests {
    /// 08:00 to 20:00 every day of the year.
    private let custodyCover: OpeningHours
    /// Weekdays 09:00 to 17:00 with a late Thursday; closed on bank holidays, and all of Friday 10 May 2013; open on
    /// one Saturday.
    private let office: OpeningHours

    init() throws {
        custodyCover = OpeningHours.everyDay(try #require(OpenSpan("08:00-20:00")))
        let usual = try #require(OpenSpan("09:00-17:00"))
        office = OpeningHours(
            weekly: [
                .monday: [usual], .tuesday: [usual], .wednesday: [usual], .friday: [usual],
                .thursday: [try #require(OpenSpan("18:00-20:00")), usual],
            ],
            dated: [
                try #require(Day("2013-05-10")): [],
                try #require(Day("2013-05-11")): [try #require(OpenSpan("10:00-12:00"))],
            ],
            closedOn: try PublishedHolidays().bankHolidays)
    }

    @Test(
        "Custody cover is open at eight and closed at eight, London time, every day",
        arguments: [
            ("2013-05-02T06:59:59.999Z", false), ("2013-05-02T07:00:00Z", true), ("2013-05-02T18:59:59.999Z", true),
            ("2013-05-02T19:00:00Z", false), ("2013-12-25T08:00:00Z", true), ("2013-12-25T20:00:00Z", false),
            ("2012-02-29T12:00:00Z", true),
        ])
    func cover(_ instant: String, _ open: Bool) throws {
        #expect(custodyCover.isOpen(at: try #require(Instant(instant))) == open)
    }

    @Test(
        "An office keeps its week, its bank holidays and its dated exceptions",
        arguments: [
            ("2013-05-03T09:00:00Z", true), ("2013-05-04T09:00:00Z", false), ("2013-05-06T09:00:00Z", false),
            ("2013-05-09T16:30:00Z", false), ("2013-05-09T17:30:00Z", true), ("2013-05-10T09:00:00Z", false),
            ("2013-05-11T09:30:00Z", true), ("2013-05-11T11:00:00Z", false),
        ])
    func office(_ instant: String, _ open: Bool) throws {
        #expect(office.isOpen(at: try #require(Instant(instant))) == open)
    }

    @Test(
        "The next opening is later than the instant, and skips closed days",
        arguments: [
            ("2013-05-02T07:00:00Z", "2013-05-02T08:00:00Z"), ("2013-05-02T08:00:00Z", "2013-05-02T17:00:00Z"),
            ("2013-05-03T12:00:00Z", "2013-05-07T08:00:00Z"), ("2013-05-09T17:30:00Z", "2013-05-11T09:00:00Z"),
        ])
    func next(_ instant: String, _ opening: String) throws {
        #expect(office.nextOpening(after: try #require(Instant(instant)))?.iso == opening)
    }

    @Test("Hours that touch at midnight are one opening, and what never closes never opens")
    func midnight() throws {
        let night = OpeningHours(weekly: [
            .friday: [try #require(OpenSpan("20:00-24:00"))], .saturday: [try #require(OpenSpan("00:00-02:00"))],
        ])
        let friday = try #require(Instant("2013-05-10T12:00:00Z"))
        #expect(night.nextOpening(after: friday)?.iso == "2013-05-10T19:00:00Z")
        #expect(night.nextOpening(after: friday.adding(hours: 8))?.iso == "2013-05-17T19:00:00Z")
        #expect(night.openMinutes(from: friday, to: friday.adding(hours: 24)) == 360)
        let always = OpeningHours.everyDay(.wholeDay)
        #expect(always.isOpen(at: friday))
        #expect(always.nextOpening(after: friday) == nil)
        #expect(OpeningHours(weekly: [:]).nextOpening(after: friday) == nil)
    }

    @Test("Open minutes are those that elapse, through nights that change the clocks")
    func minutes() throws {
        let always = OpeningHours.everyDay(.wholeDay)
        for (day, expected) in [("2013-03-31", 1380), ("2013-10-27", 1500), ("2013-05-10", 1440)] {
            let start = London.startOfDay(try #require(Day(day)))
            let end = London.endOfDay(try #require(Day(day))).adding(milliseconds: 1)
            #expect(always.openMinutes(from: start, to: end) == expected)
            #expect(custodyCover.openMinutes(from: start, to: end) == 720)
            #expect(custodyCover.openMinutes(from: end, to: start) == 0)
        }
    }

    @Test("A run of minutes adds up from its parts, each open or closed")
    func adds() throws {
        let seed: UInt64 = 365
        var random = SeededRandom(seed: seed)
        let base = try #require(Instant("2013-05-02T00:00:00Z"))
        for _ in 0..<40 {
            let start = base.adding(minutes: Int.random(in: 0...20_000, using: &random))
            let length = Int.random(in: 0...4000, using: &random)
            let open = (0..<length).count { office.isOpen(at: start.adding(minutes: $0)) }
            #expect(
                office.openMinutes(from: start, to: start.adding(minutes: length)) == open,
                "\(start) \(length), seed \(seed)")
        }
    }

    @Test("Spans that overlap or touch are one, in order")
    func merged() throws {
        let spans = try ["13:00-17:00", "09:00-12:00", "12:00-12:30", "10:00-11:00"].map { try #require(OpenSpan($0)) }
        let hours = OpeningHours(weekly: [.friday: spans])
        #expect(hours.spans(on: try #require(Day("2013-05-10"))).map(\.text) == ["09:00-12:30", "13:00-17:00"])
    }

    @Test(
        "A span that ends before it begins, or is not written HH:MM-HH:MM, is refused",
        arguments: ["20:00-08:00", "08:00-08:00", "08:00", "08:00-25:00", "24:00-24:00", "08:00–20:00", "8-20", ""])
    func refused(_ text: String) {
        #expect(OpenSpan(text) == nil)
    }
}
