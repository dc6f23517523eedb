import Testing

@testable import Domain

@Suite("Working days")
struct WorkingCalendarTests {
    private let calendar: WorkingCalendar

    init() throws {
        calendar = WorkingCalendar(try PublishedHolidays().bankHolidays)
    }

    @Test(
        "Counted from Thursday 2 May 2013 across the early May holiday",
        arguments: [
            (0, "2013-05-02"), (1, "2013-05-03"), (2, "2013-05-07"), (3, "2013-05-08"), (5, "2013-05-10"),
            (8, "2013-05-15"), (10, "2013-05-17"),
        ])
    func fromSecondOfMay(_ n: Int, _ end: String) throws {
        let start = try #require(Day("2013-05-02"))
        #expect(calendar.workingDay(n, after: start).iso == end)
        #expect(calendar.workingDays(after: start, through: try #require(Day(end))) == n)
    }

    @Test("A trigger on a Saturday counts from the Monday, and zero days after it is that Saturday")
    func weekend() throws {
        let saturday = try #require(Day("2013-05-11"))
        #expect(calendar.workingDay(1, after: saturday).iso == "2013-05-13")
        #expect(calendar.workingDay(0, after: saturday) == saturday)
        #expect(calendar.nextWorkingDay(onOrAfter: saturday).iso == "2013-05-13")
        #expect(calendar.nextWorkingDay(onOrAfter: try #require(Day("2013-05-13"))).iso == "2013-05-13")
        #expect(calendar.workingDay(1, before: saturday).iso == "2013-05-10")
        #expect(calendar.workingDay(2, before: try #require(Day("2013-05-08"))).iso == "2013-05-03")
    }

    @Test("Christmas 2013 is skipped")
    func christmas() throws {
        #expect(calendar.workingDay(1, after: try #require(Day("2013-12-24"))).iso == "2013-12-27")
    }

    @Test("Counting and adding working days are inverse")
    func inverse() {
        let seed: UInt64 = 5_8
        var random = SeededRandom(seed: seed)
        for _ in 0..<2000 {
            let start = Day(number: Int.random(in: 10_000...27_000, using: &random))
            let n = Int.random(in: 0...260, using: &random)
            let end = calendar.workingDay(n, after: start)
            #expect(calendar.workingDays(after: start, through: end) == n, "\(start) + \(n), seed \(seed)")
            #expect(n == 0 || calendar.isWorkingDay(end), "\(start) + \(n), seed \(seed)")
            if calendar.isWorkingDay(start) {
                #expect(calendar.workingDay(n, before: end) == start, "\(end) - \(n), seed \(seed)")
            }
            #expect(calendar.workingDays(after: end, through: start) == 0, "seed \(seed)")
        }
    }

    @Test("A count that leaves the published years says that it is provisional")
    func provisional() throws {
        let inside = try #require(Day("2028-12-01"))
        let outside = try #require(Day("2029-01-03"))
        #expect(!calendar.isProvisional(from: inside, through: inside))
        #expect(calendar.isProvisional(from: inside, through: outside))
        #expect(calendar.isProvisional(from: try #require(Day("2011-01-01")), through: outside))
    }
}
