import Domain
import Store
import Testing

@testable import Casework

@Suite("Boards")
struct BoardTests {
    private func open(_ house: CaseHouse, _ viewer: Viewer? = nil) async throws -> BoardView {
        try await OpenBoard(house.world)("t/cells", by: viewer ?? house.pat)
    }

    private func text(_ view: BoardView) -> [[String]] { view.rows.map { $0.cells.map(\.text) } }

    @Test("a role's day opens on its own board, and others may be opened besides")
    func whichBoards() async throws {
        let house = try await CaseHouse()
        #expect(OpenBoard(house.world).boards(for: house.pat).map(\.id) == ["t/cells", "t/day"])
        #expect(OpenBoard(house.world).boards(for: house.sam).map(\.id) == ["t/cells", "t/day"])
        #expect(OpenBoard(house.world).boards(for: house.cleo).isEmpty)
        await #expect(throws: Missing.self) { try await OpenBoard(house.world)("t/cells", by: house.cleo) }
    }

    @Test("rows show what the columns name, the most pressing first")
    func rows() async throws {
        let house = try await CaseHouse()
        try await house.arrive("Robin", "Example", cell: "4")
        house.clock.pass(minutes: 60)
        try await house.arrive("Kim", "Sample", cell: "5")
        #expect(
            text(try await open(house)) == [
                ["Example, Robin", "4", "In custody", "Decide whether to test by 08:00, in 5 h", "", "No lead worker"],
                ["Sample, Kim", "5", "In custody", "Decide whether to test by 09:00, in 6 h", "", "No lead worker"],
            ])
    }

    @Test("a deadline says why, and stands out when it is near and when it has passed")
    func deadlines() async throws {
        let house = try await CaseHouse()
        try await house.arrive()
        let calm = try #require(try await open(house).rows.first)
        #expect(calm.cells[3].kind == .due)
        #expect(calm.cells[3].why == "Arrived on 9 May 2013; within 6 hours")
        house.clock.pass(minutes: 5 * 60 + 1)
        let near = try #require(try await open(house).rows.first)
        #expect(near.isDueSoon && !near.isOverdue)
        #expect(near.cells[3].kind == .dueSoon)
        house.clock.pass(minutes: 60)
        let late = try #require(try await open(house).rows.first)
        #expect(late.isOverdue && !late.isDueSoon)
        #expect(late.cells[3].kind == .overdue)
    }

    @Test("a viewer sees of a row what is theirs to see")
    func guarded() async throws {
        let house = try await CaseHouse()
        try await house.arrive()
        let theirs = try await open(house, house.sam)
        // Who leads, or that nobody does, is not for them.
        #expect(text(theirs) == [["Example, Robin", "4", "In custody", "", "", ""]])
    }

    @Test("a row offers the acts that its state and the role allow")
    func acts() async throws {
        let house = try await CaseHouse()
        let robin = try await house.arrive()
        func offered(_ viewer: Viewer) async throws -> [String] {
            try #require(try await open(house, viewer).rows.first).acts.map(\.id)
        }
        #expect(try await offered(house.pat) == ["decide", "seen", "refused", "lead", "left"])
        // Sam may not know that nobody leads.
        #expect(try await offered(house.sam) == ["seen", "refused", "left"])
        try await house.record("t/decide", ["asked": .yesNo(true)], of: robin)
        try await house.record("t/lead", ["worker": .reference("jo")], of: robin)
        try await house.record("t/visit", ["outcome": .choice("seen")], of: robin)
        #expect(try await offered(house.pat) == ["seen", "refused", "left", "again"])
    }

    @Test("those who have waited longest are kept when a board is cut, not lost")
    func cut() async throws {
        let house = try await CaseHouse()
        for number in 1...5 {
            try await house.arrive("Robin", "Example \(number)", cell: "\(number)")
            house.clock.pass(minutes: 1)
        }
        let board = try #require(house.world.definitions.board("t/cells"))
        let (rules, now, pat) = (house.world.rules.current, house.clock.now, house.pat)
        let view = try await house.world.database.read { connection in
            try EnrolmentBoard(board: board, programme: "t/stay", viewer: pat, rules: rules, now: now).view(
                rule: rules.policy.rule(for: pat, today: London.day(of: now)), limit: 2, day: London.day(of: now),
                on: connection)
        }
        #expect(view.hasMore)
        #expect(view.rows.map { $0.cells[1].text } == ["1", "2"])
    }

    @Test("an appointment that is over and not recorded stands out, and its acts are about it alone")
    func appointments() async throws {
        let house = try await CaseHouse()
        let robin = try await house.arrive()
        let (first, second) = (house.clock.now.adding(hours: 1), house.clock.now.adding(hours: 2))
        let early = try await house.record(
            "t/booking", ["at": .instant(first), "purpose": .choice("key")], of: robin
        ).event
        try await house.record("t/booking", ["at": .instant(second), "purpose": .choice("other")], of: robin)
        house.clock.pass(minutes: 90)
        let view = try await OpenBoard(house.world)("t/day", by: house.pat)
        #expect(
            view.rows.map { $0.cells.map(\.text) } == [
                ["03:00", "Example, Robin", "Not recorded yet"], ["04:00", "Example, Robin", "Booked"],
            ])
        #expect(view.rows.map(\.isDueSoon) == [true, false])
        _ = try await ActOnBoard(house.world)(
            "missed", on: "t/day", row: early, of: robin, key: ("k", "d"), by: house.pat)
        let after = try await OpenBoard(house.world)("t/day", by: house.pat)
        #expect(after.rows.map { $0.cells[2].text } == ["Did not attend or left", "Booked"])
        #expect(after.rows.map { $0.acts.isEmpty } == [true, false])
    }
}

@Suite("The board of referrals")
struct ReferralBoardTests {
    private func offered(_ trent: Trent, _ worker: TrentWorker) async throws -> [String: [String]] {
        let view = try await OpenBoard(trent.world)("nottingham/referrals-in", by: worker.viewer)
        let place = try #require(view.board.columns.firstIndex { $0.show == .value("to-agency") })
        return Dictionary(view.rows.map { ($0.cells[place].text, $0.acts.map(\.id)) }) { $0 + $1 }
    }

    @Test("an answer is offered to the agency that a referral asks and to no other")
    func answers() async throws {
        let trent = try await Trent()
        let subject = try await trent.referredPerson()
        #expect(try await offered(trent, .drugs) == ["HOUSING-AID": [], "RAT": []])
        #expect(try await offered(trent, .housing)["HOUSING-AID"] == ["accept", "answer"])
        let row = try #require(
            try await OpenBoard(trent.world)("nottingham/referrals-in", by: TrentWorker.drugs.viewer).rows.first)
        await #expect(throws: RecordRefusal.rowHasChanged) {
            try await ActOnBoard(trent.world)(
                "accept", on: "nottingham/referrals-in", row: row.key, of: subject, key: nil,
                by: TrentWorker.drugs.viewer)
        }
    }

    @Test("an answer that several give at the same moment is one of theirs, and the others are told")
    func answersAtOnce() async throws {
        let trent = try await Trent()
        let subject = try await trent.referredPerson()
        let rows = try await OpenBoard(trent.world)("nottingham/referrals-in", by: TrentWorker.housing.viewer).rows
        let row = try #require(rows.first { $0.acts.map(\.id).contains("accept") }).key
        let outcomes = await atOnce(6) { number in
            try await ActOnBoard(trent.world)(
                "accept", on: "nottingham/referrals-in", row: row, of: subject,
                key: (name: "press \(number)", bodyDigest: "d"), by: TrentWorker.housing.viewer)
        }
        #expect(outcomes.successes().count == 1)
        #expect(outcomes.refusals() == Array(repeating: .rowHasChanged, count: 5))
        let again = await atOnce(4) { _ in
            try await ActOnBoard(trent.world)(
                "accept", on: "nottingham/referrals-in", row: row, of: subject,
                key: (name: "press again", bodyDigest: "d"), by: TrentWorker.housing.viewer)
        }
        #expect(again.refusals() == Array(repeating: .rowHasChanged, count: 4))
    }

    @Test("the same press sent several times at the same moment is answered alike")
    func samePress() async throws {
        let trent = try await Trent()
        let subject = try await trent.referredPerson()
        let rows = try await OpenBoard(trent.world)("nottingham/referrals-in", by: TrentWorker.housing.viewer).rows
        let row = try #require(rows.first { $0.acts.map(\.id).contains("accept") }).key
        let outcomes = await atOnce(6) { _ in
            try await ActOnBoard(trent.world)(
                "accept", on: "nottingham/referrals-in", row: row, of: subject,
                key: (name: "press", bodyDigest: "d"), by: TrentWorker.housing.viewer)
        }
        #expect(outcomes.successes().count == 6)
        #expect(Set(outcomes.successes().map(\.event)).count == 1)
    }

    @Test("an answer from a row is about the referral of that row, where two wait")
    func thatOne() async throws {
        let trent = try await Trent()
        let subject = try await trent.referredPerson()
        trent.clock.advance(minutes: 5)
        try await trent.record(
            "referral",
            [
                "to-agency": .reference("housing-aid"), "service": .choice(try trent.code("referral-services")),
                "agreed": .yesNo(true),
            ],
            of: subject)
        let rows = try await OpenBoard(trent.world)("nottingham/referrals-in", by: TrentWorker.housing.viewer).rows
        let first = try #require(rows.first { $0.acts.map(\.id).contains("accept") }).key
        let receipt = try await ActOnBoard(trent.world)(
            "accept", on: "nottingham/referrals-in", row: first, of: subject, key: nil, by: TrentWorker.housing.viewer)
        let events = try await trent.world.database.read { connection in
            try LogReading.log(of: subject, definitions: trent.world.definitions, on: connection)?.events ?? []
        }
        #expect(events.first { $0.id == receipt.event }?.answers["referral"] == .text(first))
        let start = OpenBoard(trent.world).start(
            "answer", on: "nottingham/referrals-in",
            type: try #require(
                trent.world.definitions.recordType("core/referral-answer")), row: first,
            by: TrentWorker.housing.viewer)
        #expect(start?.given["referral"] == .text(first))
    }
}
