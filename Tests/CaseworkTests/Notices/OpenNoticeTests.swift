import Domain
import Store
import Testing

@testable import Casework

struct OpenNoticeTests {
    private let time = DiaryTown.at("2013-05-10", "09:00")

    private func booked() async throws -> (town: DiaryTown, person: String, booking: String) {
        let town = try await DiaryTown()
        try await town.open(times: [time])
        let person = try await town.positive()
        let offered = try await OfferTimes(town.world)(person, purpose: nil, by: town.custody)
        let receipt = try await BookTime(town.world)(
            person, slot: try #require(offered.first?.slot), key: nil, by: town.custody)
        return (town, person, receipt.event)
    }

    @Test("The notice says to whom, when, where and with what warning, and printing it is an entry of its own kind")
    func filled() async throws {
        let (town, person, _) = try await booked()
        let event = try await town.notice(of: person, at: time)
        let view = try await OpenNotice(town.world)(event, of: person, by: town.custody)
        let text = view.paragraphs.joined(separator: "\n")
        #expect(text.contains("To Robin Example"))
        #expect(text.contains("When: Friday 10 May 2013, at 09:00"))
        #expect(text.contains("Where: Test office, 1 Example Street"))
        #expect(text.contains("Date: 2 May 2013"))
        #expect(text.contains("three months"))
        #expect(text.contains("From: Test police"))
        #expect(!text.contains("{"))
        #expect(view.gaps.isEmpty)
        #expect(view.status == .inForce)
        #expect(try await town.entries().last == "print shown")
    }

    @Test("After a booking the notice is first to be made out, then to be printed")
    func next() async throws {
        let (town, person, booking) = try await booked()
        let before = try await OpenBooking(town.world)(booking, of: person, by: town.custody)
        guard case .record(let type, _, let prompt)? = before.notice else { Issue.record("to be made out"); return }
        #expect(type == "core/assessment-notice")
        #expect(prompt == "Give the written notice")
        let event = try await town.notice(of: person, at: time)
        let after = try await OpenBooking(town.world)(booking, of: person, by: town.custody)
        guard case .print(let printed, _)? = after.notice else { Issue.record("to be printed"); return }
        #expect(printed == event)
    }

    @Test("A purpose that no letter tells of has no notice")
    func none() async throws {
        let (town, person, _) = try await booked()
        try await town.open("key-work", times: [DiaryTown.at("2013-05-10", "11:00")])
        let offered = try await OfferTimes(town.world)(person, purpose: "key-work", by: town.drugs)
        let receipt = try await BookTime(town.world)(
            person, slot: try #require(offered.first?.slot), key: nil, by: town.drugs)
        #expect(try await OpenBooking(town.world)(receipt.event, of: person, by: town.drugs).notice == nil)
    }

    @Test("A corrected, withdrawn or later notice says so")
    func status() async throws {
        let (town, person, _) = try await booked()
        let first = try await town.notice(of: person, at: time)
        let corrected = try await town.notice(
            of: person, at: time.adding(hours: 1), act: .amend(first, reason: "wrong hour"))
        let open = OpenNotice(town.world)
        #expect(try await open(first, of: person, by: town.custody).status == .corrected(event: corrected))
        #expect(try await open(corrected, of: person, by: town.custody).status == .inForce)
        town.move(to: DiaryTown.at("2013-05-03", "09:00"))
        let later = try await town.notice(of: person, at: time.adding(hours: 2))
        let status = try await open(corrected, of: person, by: town.custody).status
        #expect(status == .later(event: later, on: try #require(Day("2013-05-03"))))
        _ = try await town.record(
            "core/assessment-notice", of: person, [:], act: .withdraw(later, reason: "entered in error"),
            by: town.custody)
        #expect(try await open(later, of: person, by: town.custody).status == .withdrawn)
        // What no longer holds is there for those who may correct it.
        await #expect(throws: Missing.self) { try await open(later, of: person, by: town.drugs) }
        #expect(try await open(corrected, of: person, by: town.drugs).status == .inForce)
    }

    @Test("A notice of somebody unseen, of nobody, and an event that no letter is printed from are answered alike")
    func missing() async throws {
        let (town, person, booking) = try await booked()
        let event = try await town.notice(of: person, at: time)
        let nobody = Reference.make(random: 2).compact
        let open = OpenNotice(town.world)
        for (event, person, viewer) in [
            (event, person, town.housing), (event, nobody, town.housing), (nobody, person, town.custody),
            (booking, person, town.custody),
        ] {
            await #expect(throws: Missing.self) { try await open(event, of: person, by: viewer) }
            #expect(try await town.entries().last == "consultation nothing")
        }
    }

    @Test("An answer that is not there leaves room for the pen")
    func gaps() {
        var filling = LetterFilling(
            answers: ["at": ""], name: "Robin", today: "2 May", agency: "Test police", placePhone: "")
        #expect(
            filling.fill("{name}: {at}, {place} and {at} {")
                == "Robin: \(LetterFilling.blank), \(LetterFilling.blank) and \(LetterFilling.blank) {")
        #expect(filling.gaps == ["at", "place"])
    }
}
