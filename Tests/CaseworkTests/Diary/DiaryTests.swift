import Domain
import Store
import Testing

@testable import Casework

struct DiaryTests {
    /// One assessment and one piece of key work on 10 May, both booked, and a free time.
    private func booked() async throws -> (town: DiaryTown, person: String) {
        let town = try await DiaryTown()
        try await town.open(times: [DiaryTown.at("2013-05-10", "09:00"), DiaryTown.at("2013-05-10", "14:00")])
        try await town.open("key-work", times: [DiaryTown.at("2013-05-10", "11:00")])
        let person = try await town.positive()
        for purpose in ["initial-assessment", "key-work"] {
            let offered = try await OfferTimes(town.world)(person, purpose: purpose, by: town.drugs)
            _ = try await BookTime(town.world)(
                person, slot: try #require(offered.first?.slot), key: nil, by: town.drugs)
        }
        return (town, person)
    }

    private func booking(_ line: DiaryView.Line?) throws -> DiaryView.Booking {
        guard case .booked(let booking)? = line?.what else { throw Missing() }
        return booking
    }

    @Test("A day shows what is booked and what is free in order of time")
    func inOrder() async throws {
        let (town, person) = try await booked()
        let view = try await OpenDiary(town.world)(Day("2013-05-10"), by: town.drugs)
        #expect(view.lines.map { London.time(of: $0.startsAt).text } == ["09:00", "11:00", "14:00"])
        #expect(try booking(view.lines.first).person.subject == person)
        #expect(try booking(view.lines.first).person.listed == "Example, Robin")
        guard case .free? = view.lines.last?.what else { Issue.record("the last time is free"); return }
    }

    @Test("Who came is asked from the day on, and of a required assessment on its own record")
    func acts() async throws {
        let (town, _) = try await booked()
        let before = try await OpenDiary(town.world)(Day("2013-05-10"), by: town.drugs)
        #expect(try booking(before.lines.first).acts.map(\.id) == ["change"])
        town.move(to: DiaryTown.at("2013-05-10", "12:00"))
        let view = try await OpenDiary(town.world)(nil, by: town.drugs)
        let assessment = try booking(view.lines.first).acts
        #expect(assessment.map(\.record) == ["core/assessment-outcome", "core/appointment-change"])
        #expect(assessment.first?.answers == ["assessment": "initial"])
        #expect(assessment.first?.opensPage == true)
        #expect(try booking(view.lines.dropFirst().first).acts.map(\.id) == ["attended", "did-not-attend", "change"])
        // Reception may not complete what the law asks of an assessor.
        let desk = try await OpenDiary(town.world)(nil, by: town.desk)
        #expect(try booking(desk.lines.first).acts.map(\.record) == ["core/appointment-change"])
    }

    @Test("One press records who came, and a second press of the same form records nothing more")
    func attended() async throws {
        let (town, person) = try await booked()
        town.move(to: DiaryTown.at("2013-05-11", "12:00"))
        let view = try await OpenDiary(town.world)(Day("2013-05-10"), by: town.desk)
        let work = try booking(view.lines.dropFirst().first)
        let key = (name: "key-2", bodyDigest: "digest")
        let act = ActOnAppointment(town.world)
        let first = try await act("attended", on: work.event, of: person, key: key, by: town.desk)
        let second = try await act("attended", on: work.event, of: person, key: key, by: town.desk)
        #expect(first.event == second.event)
        #expect(second.wasRepeated)
        let after = try await OpenDiary(town.world)(Day("2013-05-10"), by: town.desk)
        let states = try after.lines.prefix(2).map { try booking($0).state }
        #expect(states == [.booked, .attended], "only the appointment that the act was about has changed")
        #expect(after.lines.count == 3, "a time that was used is not free again")
        await #expect(throws: RecordRefusal.rowHasChanged) {
            try await act("attended", on: work.event, of: person, key: nil, by: town.desk)
        }
        #expect(
            try await town.entries().filter { $0 == "collection written" }.count == 5,
            "two people's records and two bookings, then one")
    }

    @Test("Who came is said once, though two say it at the same moment and not alike")
    func saidAtOnce() async throws {
        let (town, person) = try await booked()
        town.move(to: DiaryTown.at("2013-05-11", "12:00"))
        let view = try await OpenDiary(town.world)(Day("2013-05-10"), by: town.desk)
        let work = try booking(view.lines.dropFirst().first)
        let (world, desk) = (town.world, town.desk)
        let outcomes = await atOnce(6) { number in
            try await ActOnAppointment(world)(
                number % 2 == 0 ? "attended" : "did-not-attend", on: work.event, of: person,
                key: (name: "press \(number)", bodyDigest: "d"), by: desk)
        }
        #expect(outcomes.successes().count == 1)
        #expect(outcomes.refusals() == Array(repeating: .rowHasChanged, count: 5))
    }

    @Test("A time somebody has whom the viewer may not see is taken, with nobody's name")
    func taken() async throws {
        let town = try await DiaryTown()
        try await town.open(times: DiaryTown.nines("2013-05-10"))
        let person = try await town.positive()
        let offered = try await OfferTimes(town.world)(person, purpose: nil, by: town.custody)
        _ = try await BookTime(town.world)(person, slot: try #require(offered.first?.slot), key: nil, by: town.custody)
        // Booked by the police: reception has no permission to read their records.
        let view = try await OpenDiary(town.world)(Day("2013-05-10"), by: town.desk)
        #expect(view.lines.count == 1)
        guard case .taken? = view.lines.first?.what else { Issue.record("taken, with no name"); return }
        let drugs = try await OpenDiary(town.world)(Day("2013-05-10"), by: town.drugs)
        #expect(try booking(drugs.lines.first).person.subject == person)
    }

    @Test("A series adds its times without bank holidays, once")
    func series() async throws {
        let town = try await DiaryTown()
        let series = TimeSeries(
            purpose: "initial-assessment", venue: "office", weekdays: [.monday, .friday],
            times: [TimeOfDay("09:00"), TimeOfDay("10:00")].compactMap { $0 }, minutes: 45,
            from: try #require(Day("2013-05-03")), weeks: 2)
        // Friday 3, Friday 10 and Monday 13 May; Monday 6 May was a bank holiday.
        #expect(try await AddTimes(town.world)(series, by: town.drugs) == AddTimes.Added(count: 6, alreadyThere: 0))
        #expect(try await AddTimes(town.world)(series, by: town.drugs) == AddTimes.Added(count: 0, alreadyThere: 6))
        #expect(try await town.entries().last == "policy-change written")
        await #expect(throws: Missing.self) { try await AddTimes(town.world)(series, by: town.administrator) }
    }

    @Test("Everything wrong with a series is said at once")
    func problems() async throws {
        let town = try await DiaryTown()
        let series = TimeSeries(
            purpose: "nothing", venue: "cells", weekdays: [], times: [], minutes: 0,
            from: try #require(Day("2013-05-01")), weeks: Int.max)
        do {
            _ = try await AddTimes(town.world)(series, by: town.drugs)
            Issue.record("a series like this is refused")
        } catch RecordRefusal.problems(let problems) {
            #expect(problems.map(\.field) == ["purpose", "venue", "weekdays", "times", "minutes", "from", "weeks"])
        }
    }
}
