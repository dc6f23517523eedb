import Domain
import Store
import Testing

@testable import Casework

@Suite("Acts done in the row of a board")
struct ActOnBoardTests {
    private func act(
        _ house: CaseHouse, _ act: String, _ person: String, key: String = "k", by viewer: Viewer? = nil
    ) async throws -> RecordReceipt {
        let row = try #require(try await house.enrolments(of: person).first?.openedBy)
        return try await ActOnBoard(house.world)(
            act, on: "t/cells", row: row, of: person, key: (key, act), by: viewer ?? house.pat)
    }

    @Test("one press writes the event")
    func onePress() async throws {
        let house = try await CaseHouse()
        let robin = try await house.arrive()
        let receipt = try await act(house, "seen", robin)
        let event = try #require(try await house.events(of: robin).first { $0.id == receipt.event })
        #expect(event.answers == ["outcome": .choice("seen")])
        #expect(event.occurred == .instant(house.clock.now))
    }

    @Test("two presses write once, even when the first took the act out of the row")
    func twoPresses() async throws {
        let house = try await CaseHouse()
        let robin = try await house.arrive()
        let first = try await act(house, "lead", robin)
        let second = try await act(house, "lead", robin)
        #expect(second.wasRepeated && second.event == first.event)
        #expect(try await house.enrolments(of: robin).first?.leadWorker == "pat")
    }

    @Test("what the act must answer besides comes from the record")
    func filledIn() async throws {
        let house = try await CaseHouse()
        let robin = try await house.arrive()
        let event = try await act(house, "lead", robin).event
        #expect(try await house.answers(of: event, on: robin) == ["worker": .reference("pat")])
    }

    @Test("an act that the row no longer offers is refused")
    func rowHasChanged() async throws {
        let house = try await CaseHouse()
        let robin = try await house.arrive()
        try await house.record("t/lead", ["worker": .reference("jo")], of: robin)
        await #expect(throws: RecordRefusal.rowHasChanged) { try await act(house, "lead", robin) }
        let row = try #require(try await house.enrolments(of: robin).first?.openedBy)
        try await house.record("t/left", [:], of: robin)
        await #expect(throws: RecordRefusal.rowHasChanged) {
            try await ActOnBoard(house.world)("seen", on: "t/cells", row: row, of: robin, key: nil, by: house.pat)
        }
    }

    @Test("an act that opens a page, and one of another role's board, write nothing")
    func notAPress() async throws {
        let house = try await CaseHouse()
        let robin = try await house.arrive()
        await #expect(throws: Missing.self) { try await act(house, "decide", robin) }
        await #expect(throws: Missing.self) { try await act(house, "seen", robin, by: house.cleo) }
    }

    @Test("a form whose row changed meanwhile is recorded only by who has read so, and keeps what was typed")
    func formOfAChangedRow() async throws {
        let house = try await CaseHouse()
        let robin = try await house.arrive()
        let row = try #require(try await house.enrolments(of: robin).first?.openedBy)
        var request = RecordRequest(subject: robin, type: "t/decide", answers: ["asked": .yesNo(true)])
        request.openedFrom = OfferedAct("decide", on: "t/cells", row: row)
        _ = try await RecordEvent(house.world)(request, by: house.pat)
        let count = try await house.events(of: robin).count
        var warnings: [RecordWarning] = []
        do {
            _ = try await RecordEvent(house.world)(request, by: house.pat)
        } catch RecordRefusal.warnings(let held) { warnings = held }
        #expect(warnings.map(\.id) == ["changed/decide"])
        #expect(try await house.events(of: robin).count == count)
        request.warningsRead = Set(warnings.map(\.id))
        _ = try await RecordEvent(house.world)(request, by: house.pat)
        #expect(try await house.events(of: robin).count == count + 1)
    }

    @Test("it can be undone, and the board is as it was")
    func undo() async throws {
        let house = try await CaseHouse()
        let robin = try await house.arrive()
        let receipt = try await act(house, "seen", robin)
        try await house.record("t/visit", [:], of: robin, act: .withdraw(receipt.event, reason: "Pressed by mistake"))
        #expect(try await house.enrolments(of: robin).first?.values["seen"] == nil)
    }
}
