import Testing

@testable import Domain

@Suite("Names, birth dates and safe contact")
struct PersonTests {
    @Test("A name is shown in full, as spoken and as listed")
    func names() throws {
        let name = try #require(PersonName(given: "  Samuel  Test ", family: "Example", knownAs: "Sam"))
        #expect(name.full == "Samuel Test Example")
        #expect(name.spoken == "Sam Example")
        #expect(name.listed == "Example, Samuel Test (Sam)")
        let single = try #require(PersonName(.alias, given: "", family: "Example", knownAs: " "))
        #expect([single.full, single.spoken, single.listed] == ["Example", "Example", "Example"])
        let called = try #require(PersonName(.alias, given: "", family: "", knownAs: "Shorty"))
        #expect([called.full, called.spoken, called.listed] == ["Shorty", "Shorty", "Shorty"])
        #expect(PersonName(given: " ", family: "\u{A0}") == nil)
    }

    @Test("An exact birth date gives one age, complete on the birthday")
    func exact() throws {
        let birth = BirthDate.day(try #require(Day("1995-05-10")))
        #expect(birth.ages(on: try #require(Day("2013-05-09"))) == 17...17)
        #expect(birth.isAtLeast(18, on: try #require(Day("2013-05-09"))) == false)
        #expect(birth.isAtLeast(18, on: try #require(Day("2013-05-10"))) == true)
        #expect(birth.text == "10 May 1995")
        #expect(!birth.isEstimated)
    }

    @Test("An estimated age leaves open what it does not say")
    func estimates() throws {
        let day = try #require(Day("2013-05-10"))
        let year = BirthDate.year(1995)
        #expect(year.ages(on: day) == 17...18)
        #expect(year.isAtLeast(18, on: day) == nil)
        #expect(year.isAtLeast(17, on: day) == true)
        #expect(year.isAtLeast(19, on: day) == false)
        #expect(year.text == "1995")
        let about = BirthDate.aged(years: 30, on: day)
        #expect(about.range.lowerBound.iso == "1982-05-11")
        #expect(about.range.upperBound.iso == "1983-05-10")
        #expect(about.text == "about 30 on 10 May 2013")
        #expect(about.isEstimated)
    }

    @Test("Whoever is of an age on a day was born within its range, and nobody else was, leap days and all")
    func agedRange() throws {
        for text in ["2013-02-28", "2013-03-01", "2012-02-29", "2012-12-31"] {
            let on = try #require(Day(text))
            for years in [0, 1, 18, 30, 101] {
                let range = BirthDate.aged(years: years, on: on).range
                #expect(range.lowerBound.years(until: on) == years, "\(text) \(years)")
                #expect(range.upperBound.years(until: on) == years, "\(text) \(years)")
                #expect(range.lowerBound.adding(days: -1).years(until: on) == years + 1, "\(text) \(years)")
                #expect(range.upperBound.adding(days: 1).years(until: on) == years - 1, "\(text) \(years)")
            }
        }
    }

    @Test("A way of contact is used only where and when it is said to be safe")
    func contact() throws {
        let noon = try #require(Instant("2013-05-10T11:00:00Z"))
        let night = try #require(Instant("2013-05-10T21:00:00Z"))
        let hours = OpeningHours.everyDay(try #require(OpenSpan("09:00-17:00")))
        func answer(_ safety: SafeContact.Safety, _ hours: OpeningHours?, _ at: Instant) -> SafeContact.Answer {
            SafeContact(.phone, "01632 960000", safety: safety, hours: hours).answer(at: at)
        }
        #expect(answer(.yes, nil, night) == .use)
        #expect(answer(.yes, hours, noon) == .use)
        #expect(answer(.yes, hours, night) == .notNow(next: Instant("2013-05-11T08:00:00Z")))
        #expect(answer(.onlyWhen("she answers herself"), hours, noon) == .useWhen("she answers herself"))
        #expect(
            answer(.onlyWhen("she answers herself"), hours, night) == .notNow(next: Instant("2013-05-11T08:00:00Z")))
        #expect(answer(.no, hours, noon) == .doNotUse)
        #expect(answer(.no, nil, night) == .doNotUse)
    }
}
