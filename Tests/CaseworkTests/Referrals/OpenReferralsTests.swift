import Domain
import Store
import Testing

@testable import Casework

struct OpenReferralsTests {
    private func referred() async throws -> (town: DiaryTown, person: String, event: String) {
        let town = try await DiaryTown()
        let person = try await town.positive()
        let answers: [String: Answer] = [
            "to-agency": .reference("housing-aid"), "service": .choice("housing"), "agreed": .yesNo(true),
        ]
        return (town, person, try await town.record("core/referral", of: person, answers, by: town.drugs))
    }

    @Test("A referral waits for the agency asked, and stands as sent with the one that asks")
    func waiting() async throws {
        let (town, person, event) = try await referred()
        let asked = try await OpenReferrals(town.world)(by: town.housing)
        #expect(asked.waiting.map(\.event) == [event])
        #expect(asked.waiting.map(\.service) == ["Housing"])
        #expect(asked.waiting.map(\.from) == ["Test drugs team"])
        #expect(asked.answersWith == "core/referral-answer")
        #expect(asked.sent.isEmpty)
        let asks = try await OpenReferrals(town.world)(by: town.drugs)
        #expect(asks.sent.map(\.person.subject) == [person])
        #expect(asks.sent.map(\.state) == [.sent])
        #expect(asks.waiting.isEmpty)
        #expect(try await town.entries().last == "consultation shown")
    }

    @Test("Once answered it is taken on by the one and answered for the other")
    func answered() async throws {
        let (town, person, event) = try await referred()
        town.move(to: DiaryTown.at("2013-05-04", "10:00"))
        try await town.record(
            "core/referral-answer", of: person, ["referral": .text(event), "answer": .choice("accepted")],
            by: town.housing)
        let asked = try await OpenReferrals(town.world)(by: town.housing)
        #expect(asked.waiting.isEmpty)
        #expect(asked.accepted.map(\.answeredAt) == [DiaryTown.at("2013-05-04", "10:00")])
        let asks = try await OpenReferrals(town.world)(by: town.drugs)
        #expect(asks.sent.map(\.state) == [.accepted])
    }

    @Test("An agency that is neither sees nothing of it")
    func others() async throws {
        let (town, _, _) = try await referred()
        let view = try await OpenReferrals(town.world)(by: town.custody)
        #expect((view.waiting + view.accepted + view.sent).isEmpty)
        #expect(try await town.entries().last == "consultation nothing")
    }
}
