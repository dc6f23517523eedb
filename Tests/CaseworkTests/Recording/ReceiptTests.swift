import Domain
import Store
import Testing

@testable import Casework

@Suite("What a receipt says")
struct ReceiptTests {
    @Test("what the page works out again is what the write said")
    func same() async throws {
        let house = try await CaseHouse()
        let robin = try await house.arrive()
        house.clock.pass(minutes: 10)
        let decided = try await house.record("t/decide", ["asked": .yesNo(true)], of: robin)
        house.clock.pass(minutes: 10)
        let led = try await house.record("t/lead", ["worker": .reference("jo")], of: robin)
        house.clock.pass(minutes: 10)
        let left = try await house.record("t/left", [:], of: robin)
        for receipt in [decided, led, left] {
            let opened = try await OpenReceipt(house.world)(receipt.event, by: house.pat).receipt
            #expect(opened.changes == receipt.changes)
            #expect(opened.finding == receipt.finding)
        }
        #expect(decided.changes.contains(.stage(programme: "In custody", title: "To be tested")))
        #expect(decided.changes.contains(.met(title: "Decide whether to test")))
        #expect(left.changes == [.ended(programme: "In custody", title: "Left custody")])
    }

    @Test("it tells nobody of a deadline they may not see")
    func guarded() async throws {
        let house = try await CaseHouse()
        let robin = try await house.arrive()
        try await house.record("t/left", [:], of: robin)
        house.clock.pass(minutes: 60)
        let again = try await house.record("t/arrival", ["cell": .text("7")], of: robin)
        #expect(again.changes.contains { if case .due = $0 { true } else { false } })
        let theirs = try await OpenReceipt(house.world)(again.event, by: house.sam).receipt
        #expect(theirs.changes.contains(.opened(programme: "In custody")))
        #expect(!theirs.changes.contains { if case .due = $0 { true } else { false } })
    }

    @Test("who ends their own sight of a record is told whose it was, that it ended, and is told it no more later")
    func closed() async throws {
        let trent = try await Trent()
        let subject = try await trent.referredPerson()
        let answer = try await trent.record(
            "referral-answer", ["answer": .choice("declined"), "reason": .text("Full.")], of: subject, by: .housing)
        let open = OpenReceipt(trent.world)
        let told = try await open(answer.event, by: TrentWorker.housing.viewer)
        #expect(told.isClosed)
        #expect(told.person.full == "Robin Example")
        #expect(told.receipt.changes.contains(.ended(programme: "Referral", title: "Declined")))
        trent.clock.advance(hours: 1)
        let later = try await open(answer.event, by: TrentWorker.housing.viewer)
        #expect(!later.isClosed && later.person.full == Reference(subject)?.text)
    }

    @Test("what was missed and then done is said to be late")
    func late() async throws {
        let house = try await CaseHouse()
        let robin = try await house.arrive()
        house.clock.pass(minutes: 7 * 60)
        let receipt = try await house.record("t/decide", ["asked": .yesNo(true)], of: robin)
        #expect(!receipt.changes.contains(.met(title: "Decide whether to test")))
        #expect(receipt.changes.contains { if case .madeGood(let due) = $0 { due.clock == "decide" } else { false } })
    }

    @Test("scores are shown with their band")
    func scores() async throws {
        let house = try await CaseHouse()
        let robin = try await house.arrive()
        let event = try await house.record(
            "t/everything", ["choice": .choice("b"), "scale": .number(Quantity(whole: 7))], of: robin
        ).event
        let detail = try await OpenEvent(house.world)(event, of: robin, by: house.pat)
        #expect(detail.scores.map { "\($0.title) \($0.total) \($0.band)" } == ["Sum 11 High"])
        let half = try await house.record("t/everything", ["choice": .choice("b")], of: robin).event
        #expect(try await OpenEvent(house.world)(half, of: robin, by: house.pat).scores.isEmpty)
    }
}
