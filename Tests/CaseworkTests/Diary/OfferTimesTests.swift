import Domain
import Store
import Testing

@testable import Casework

struct OfferTimesTests {
    @Test("After an out-of-hours positive the first time within 5 to 8 working days is offered (D-003)")
    func outOfHours() async throws {
        let town = try await DiaryTown()
        // 6 May was a bank holiday: the days run from 10 to 15 May.
        try await town.open(times: DiaryTown.nines("2013-05-03", "2013-05-10", "2013-05-15", "2013-05-16"))
        let offered = try await OfferTimes(town.world)(try await town.positive(), purpose: nil, by: town.custody)
        let window = try #require(offered.purpose?.window)
        #expect(window.from.iso == "2013-05-10")
        #expect(window.due.iso == "2013-05-15")
        #expect(window.source.contains("D-003"))
        #expect(offered.purpose?.code == "initial-assessment")
        #expect(offered.first?.startsAt == DiaryTown.at("2013-05-10", "09:00"))
        #expect(offered.times.map(offered.isWithin) == [false, true, true, false])
    }

    @Test("The days offered are those of the engine, for a test on any of 400 days", arguments: [false, true])
    func engine(disputed: Bool) async throws {
        for step in stride(from: 0, to: 400, by: 23) {
            let day = Day(number: 15_700 + step)
            let town = try await DiaryTown(at: London.instant(day, try #require(TimeOfDay(hour: 22, minute: 10))))
            let person = try await town.positive(disputed: disputed)
            let offered = try await OfferTimes(town.world)(person, purpose: nil, by: town.custody)
            let standing = try await town.standing(of: person)
            let deadlines = standing.enrolments.flatMap { enrolment in
                enrolment.deadlines.filter { deadline in
                    deadline.isOutstanding
                        && town.world.definitions.programme(enrolment.programme)?.clock(deadline.clock)?.books
                            == "initial-assessment"
                }
            }
            let deadline = try #require(deadlines.first, "no window for a test on \(day)")
            let window = try #require(offered.purpose?.window)
            #expect(window.from == deadline.from?.day, "tested on \(day)")
            #expect(window.due == deadline.due.day, "tested on \(day)")
        }
    }

    @Test("When every time within the days is taken, the next after them comes first, marked as outside")
    func outside() async throws {
        let town = try await DiaryTown()
        try await town.open(times: DiaryTown.nines("2013-05-07", "2013-05-20", "2013-05-21"))
        let offered = try await OfferTimes(town.world)(try await town.positive(), purpose: nil, by: town.custody)
        let first = try #require(offered.first)
        #expect(first.startsAt == DiaryTown.at("2013-05-20", "09:00"))
        #expect(!offered.isWithin(first))
        // Local practice warns and never voids: it can be booked.
        let person = offered.person.subject
        _ = try await BookTime(town.world)(person, slot: first.slot, key: nil, by: town.custody)
    }

    @Test("Times on the days when clocks change start when London's clocks say so")
    func clockChanges() async throws {
        let spring = try await DiaryTown(at: DiaryTown.at("2013-03-20", "22:30"))
        let series = TimeSeries(
            purpose: "key-work", venue: "office", weekdays: [.sunday],
            times: [TimeOfDay("01:30"), TimeOfDay("09:00")].compactMap { $0 }, minutes: 30,
            from: try #require(Day("2013-03-24")), weeks: 2)
        let added = try await AddTimes(spring.world)(series, by: spring.drugs)
        #expect(added == AddTimes.Added(count: 4, alreadyThere: 0))
        let view = try await OpenDiary(spring.world)(Day("2013-03-31"), by: spring.drugs)
        // 01:30 did not exist: the first instant after the gap. Nine o'clock is British Summer Time, eight in Greenwich.
        #expect(view.lines.map(\.startsAt.iso) == ["2013-03-31T01:00:00Z", "2013-03-31T08:00:00Z"])

        let autumn = try await DiaryTown(at: DiaryTown.at("2013-10-24", "22:30"))
        try await autumn.open(
            "key-work", times: [DiaryTown.at("2013-10-27", "00:00"), DiaryTown.at("2013-10-27", "23:45")])
        let long = try await OpenDiary(autumn.world)(Day("2013-10-27"), by: autumn.drugs)
        #expect(long.lines.count == 2, "a day of 25 hours is one day")
        let next = try await OpenDiary(autumn.world)(Day("2013-10-28"), by: autumn.drugs)
        #expect(next.lines.isEmpty)
    }

    @Test("An appointment that nobody has recorded is said to be there before another is booked")
    func unrecorded() async throws {
        let town = try await DiaryTown()
        try await town.open(times: DiaryTown.nines("2013-05-10", "2013-05-14"))
        let person = try await town.positive()
        let offered = try await OfferTimes(town.world)(person, purpose: nil, by: town.custody)
        _ = try await BookTime(town.world)(person, slot: try #require(offered.first?.slot), key: nil, by: town.custody)
        town.move(to: DiaryTown.at("2013-05-13", "10:00"))
        let later = try await OfferTimes(town.world)(person, purpose: nil, by: town.drugs)
        #expect(later.booked.map(\.startsAt) == DiaryTown.nines("2013-05-10"))
    }

    @Test("Purposes that something due limits stand first, and the others follow")
    func purposes() async throws {
        let town = try await DiaryTown()
        let offered = try await OfferTimes(town.world)(try await town.positive(), purpose: "group", by: town.drugs)
        #expect(offered.purpose?.code == "group")
        #expect(offered.purpose?.window == nil)
        #expect(offered.purposes.first?.code == "initial-assessment")
        #expect(offered.purposes.count > 5)
        let detained = try await OfferTimes(town.world)(try await town.detained("Third"), purpose: nil, by: town.drugs)
        #expect(detained.purpose == nil)
    }
}
