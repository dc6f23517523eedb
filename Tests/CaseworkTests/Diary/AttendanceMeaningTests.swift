import Domain
import Store
import Testing

@testable import Casework

@Suite("Which booking an attendance or a new booking is about")
struct AttendanceMeaningTests {
    private static let keyWork = DiaryTown.at("2013-05-08", "14:00")

    private func book(
        _ purpose: String, at instant: Instant, for person: String, in town: DiaryTown
    ) async throws {
        try await town.open(purpose, times: [instant])
        let offered = try await OfferTimes(town.world)(person, purpose: purpose, by: town.drugs)
        let slot = try #require(offered.times.first { $0.startsAt == instant }?.slot)
        _ = try await BookTime(town.world)(person, slot: slot, key: nil, by: town.drugs)
    }

    private func bookings(of person: String, in town: DiaryTown) async throws -> [String] {
        try await rows(of: person, in: town).map { "\($0.purpose) \($0.state)" }.sorted()
    }

    private func rows(of person: String, in town: DiaryTown) async throws -> [AppointmentRow] {
        let policy = town.world.rules.current.policy
        let rule = policy.rule(for: town.drugs, today: London.day(of: town.world.now()))
        return try await town.world.database.read { connection in
            let row = try #require(try PersonInView.row(person, rule: rule, on: connection))
            return try AppointmentReading.appointments(
                of: person, from: DiaryTown.night, rule: row, on: connection)
        }
    }

    private func outcome(
        _ outcome: String, of person: String, in town: DiaryTown
    ) async throws {
        try await town.record(
            "core/assessment-outcome", of: person,
            ["assessment": .choice("initial"), "outcome": .choice(outcome), "follow-up-needed": .yesNo(false)],
            by: town.drugs)
    }

    @Test("an assessment's outcome leaves a booking for something else alone")
    func anotherPurpose() async throws {
        let town = try await DiaryTown()
        let person = try await town.positive()
        try await book("key-work", at: Self.keyWork, for: person, in: town)
        town.move(to: DiaryTown.at("2013-05-08", "13:00"))
        try await outcome("attended-remained", of: person, in: town)
        #expect(try await bookings(of: person, in: town) == ["key-work booked"])
    }

    @Test("an assessment held before its day frees the booked time")
    func heldInTheCell() async throws {
        let town = try await DiaryTown()
        let booked = DiaryTown.at("2013-05-13", "10:00")
        let person = try await town.positive()
        try await book("initial-assessment", at: booked, for: person, in: town)
        town.move(to: DiaryTown.at("2013-05-03", "08:10"))
        try await outcome("attended-remained", of: person, in: town)
        #expect(try await bookings(of: person, in: town) == ["initial-assessment replaced"])
        let other = try await town.positive("Second")
        let free = try await OfferTimes(town.world)(other, purpose: "initial-assessment", by: town.drugs)
        #expect(free.times.map(\.startsAt) == [booked])
    }

    @Test("an assessment held on its day is that booking's")
    func heldOnItsDay() async throws {
        let town = try await DiaryTown()
        let person = try await town.positive()
        try await book("initial-assessment", at: DiaryTown.at("2013-05-13", "10:00"), for: person, in: town)
        town.move(to: DiaryTown.at("2013-05-13", "09:50"))
        try await outcome("attended-remained", of: person, in: town)
        #expect(try await bookings(of: person, in: town) == ["initial-assessment attended"])
    }

    @Test("weekly bookings for one purpose stand beside each other, and an attendance is of the nearest")
    func weekly() async throws {
        let town = try await DiaryTown()
        let person = try await town.positive()
        for day in ["2013-05-08", "2013-05-15", "2013-05-22"] {
            try await book("key-work", at: DiaryTown.at(day, "14:00"), for: person, in: town)
        }
        #expect(try await bookings(of: person, in: town) == Array(repeating: "key-work booked", count: 3))
        town.move(to: DiaryTown.at("2013-05-15", "15:00"))
        try await town.record(
            "core/attendance", of: person, ["purpose": .choice("key-work"), "outcome": .choice("attended")],
            by: town.drugs)
        #expect(
            try await bookings(of: person, in: town)
                == ["key-work attended", "key-work booked", "key-work booked"])
    }

    @Test("what became of an appointment that is settled is recorded again only by who has read so")
    func settledAlready() async throws {
        let town = try await DiaryTown()
        let person = try await town.positive()
        try await book("key-work", at: Self.keyWork, for: person, in: town)
        let booking = try #require(try await rows(of: person, in: town).first?.event)
        town.move(to: DiaryTown.at("2013-05-08", "15:00"))
        func come(_ outcome: String) -> RecordRequest {
            RecordRequest(
                subject: person, type: "core/attendance",
                answers: ["appointment": .text(booking), "purpose": .choice("key-work"), "outcome": .choice(outcome)])
        }
        _ = try await RecordEvent(town.world)(come("attended"), by: town.drugs)
        var second = come("did-not-attend")
        var said: [RecordWarning] = []
        do {
            _ = try await RecordEvent(town.world)(second, by: town.drugs)
        } catch RecordRefusal.warnings(let warnings) { said = warnings }
        #expect(said.map(\.id) == ["changed/appointment"])
        #expect(said.first?.problem.message.contains("8 May 2013, 14:00") == true)
        second.warningsRead = ["changed/appointment"]
        _ = try await RecordEvent(town.world)(second, by: town.drugs)
    }
}
