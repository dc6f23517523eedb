import Domain
import Ledger
import Store
import Testing

@testable import Casework

@Suite("Putting the record right")
struct CorrectionTests {
    @Test("amending derives everything again, and keeps the old version for those who may correct it")
    func amend() async throws {
        let house = try await CaseHouse()
        let robin = try await house.arrive()
        let arrival = try #require(try await house.events(of: robin).first { $0.type == "t/arrival" })
        house.clock.pass(minutes: 5)
        let receipt = try await house.record(
            "t/arrival", ["cell": .text("9"), "offence": .text("Theft")], of: robin,
            act: .amend(arrival.id, reason: "moved cell"))
        let stay = try #require(try await house.enrolments(of: robin).first)
        #expect(stay.values["cell"] == .text("9"))
        #expect(stay.openedBy == receipt.event)
        #expect(stay.openedAt == arrival.recorded)
        let detail = try await OpenEvent(house.world)(receipt.event, of: robin, by: house.pat)
        #expect(detail.versions.map(\.view.id) == [receipt.event, arrival.id])
        #expect(detail.event.reason == "moved cell")
        #expect(detail.mayCorrect)
    }

    @Test("what was recorded while the clock was ahead can be put right by the clock as it is")
    func clockSetBack() async throws {
        let house = try await CaseHouse()
        let robin = try await house.arrive()
        house.clock.pass(minutes: 600)
        let visits = try await [
            house.record("t/visit", ["outcome": .choice("seen")], of: robin, by: house.sam).event,
            house.record("t/visit", ["outcome": .choice("refused")], of: robin, by: house.sam).event,
        ]
        house.clock.pass(minutes: -590)
        _ = try await house.record(
            "t/visit", [:], of: robin, act: .withdraw(visits[0], reason: "not this person"), by: house.sam)
        _ = try await house.record(
            "t/visit", ["outcome": .choice("seen")], of: robin, act: .amend(visits[1], reason: "misheard"),
            by: house.sam)
        await #expect(throws: RecordRefusal.self, "nothing new may lie in the future") {
            try await house.record(
                "t/visit", ["outcome": .choice("seen")], of: robin,
                occurred: .instant(house.clock.now.adding(hours: 1)), by: house.sam)
        }
    }

    @Test("an old version is there for nobody else")
    func oldVersions() async throws {
        let house = try await CaseHouse()
        let robin = try await house.arrive()
        let arrival = try #require(try await house.events(of: robin).first { $0.type == "t/arrival" }?.id)
        let amended = try await house.record(
            "t/arrival", ["cell": .text("9")], of: robin, act: .amend(arrival, reason: "moved cell")
        ).event
        await #expect(throws: Missing.self) {
            try await OpenEvent(house.world)(arrival, of: robin, by: house.sam)
        }
        let seen = try await OpenEvent(house.world)(amended, of: robin, by: house.sam)
        #expect(!seen.mayCorrect)
        #expect(seen.versions.count == 1)
        let old = try await OpenEvent(house.world)(arrival, of: robin, by: house.pat)
        #expect(old.latest == amended)
        #expect(!old.mayCorrect)
    }

    @Test("an amendment leaves alone what its worker is not asked")
    func keepsTheRest() async throws {
        let house = try await CaseHouse()
        let robin = try await house.arrive()
        let visit = try await house.record(
            "t/visit", ["outcome": .choice("seen"), "note": .text("private")], of: robin, by: house.sam
        ).event
        let other = Viewer(
            worker: "sam", name: "Sam", agency: "team", role: "officer", purpose: "custody", session: "s")
        let amended = try await house.record(
            "t/visit", ["outcome": .choice("refused")], of: robin, act: .amend(visit, reason: "misheard"), by: other)
        let event = try #require(try await house.events(of: robin).first { $0.id == amended.event })
        #expect(event.answers == ["outcome": .choice("refused"), "note": .text("private")])
    }

    @Test("withdrawing the identification takes the name out of search")
    func withdraw() async throws {
        let house = try await CaseHouse()
        let robin = try await house.arrive()
        let details = try #require(try await house.events(of: robin).first { $0.type == "t/details" }?.id)
        #expect(try await found("Example", house) == [robin])
        try await house.record("t/details", [:], of: robin, act: .withdraw(details, reason: "somebody else"))
        #expect(try await found("Example", house).isEmpty)
        await #expect(throws: Missing.self) {
            try await OpenEvent(house.world)(details, of: robin, by: house.sam)
        }
    }

    @Test("withdrawing what opened a stay undoes it")
    func undo() async throws {
        let house = try await CaseHouse()
        let robin = try await house.arrive()
        let arrival = try #require(try await house.events(of: robin).first { $0.type == "t/arrival" }?.id)
        let receipt = try await house.record("t/arrival", [:], of: robin, act: .withdraw(arrival, reason: "mistake"))
        #expect(receipt.changes == [.undone(programme: "In custody")])
        #expect(try await house.enrolments(of: robin).isEmpty)
    }

    @Test("moving takes the event, its keys and its stay to the right person")
    func move() async throws {
        let house = try await CaseHouse()
        let (robin, kim) = (try await house.arrive(), try await house.arrive("Kim", "Sample"))
        try await house.record("t/left", [:], of: kim)
        let arrival = try #require(try await house.events(of: robin).first { $0.type == "t/arrival" })
        let before = try await house.size()
        let receipt = try await MoveEvent(house.world)(
            arrival.id, of: robin, to: kim, reason: "wrong person", by: house.pat)
        #expect(receipt.changes.contains(.opened(programme: "In custody")))
        #expect(try await house.enrolments(of: robin).isEmpty)
        let stays = try await house.enrolments(of: kim)
        #expect(stays.filter { $0.endedAt == nil || $0.openedBy == receipt.event }.map(\.openedBy) == [receipt.event])
        let moved = try #require(try await house.events(of: kim).first { $0.id == receipt.event })
        #expect(moved.answers == arrival.answers)
        #expect(moved.occurred == arrival.occurred)
        #expect(try await house.entries(from: before).map(\.kind) == [.alteration])
    }

    @Test("a move to nobody names both who was asked about, alike for unseen and unknown, and keeps no free text")
    func moveToNobody() async throws {
        let house = try await CaseHouse()
        let robin = try await house.arrive()
        let arrival = try #require(try await house.events(of: robin).first { $0.type == "t/arrival" }?.id)
        let nobody = Reference.make(random: 77).compact
        for (typed, kept) in [(nobody, nobody), ("Robin of somewhere", "")] {
            let before = try await house.size()
            await #expect(throws: Missing.self) {
                try await MoveEvent(house.world)(arrival, of: robin, to: typed, reason: "x", by: house.pat)
            }
            let content = try await house.contents(from: before)
            #expect(content == ["{\"asked\":[\"\(robin)\",\"\(kept)\"],\"page\":\"move\",\"shown\":[]}"])
        }
        let before = try await house.size()
        await #expect(throws: Missing.self) {
            try await OpenReceipt(house.world)("her number is 07700 900000", of: robin, by: house.pat)
        }
        #expect(try await house.contents(from: before).allSatisfy { !$0.contains("07700") })
    }

    @Test("moving back is another move")
    func moveBack() async throws {
        let house = try await CaseHouse()
        let (robin, kim) = (try await house.arrive(), try await house.arrive("Kim", "Sample"))
        let visit = try await house.record("t/visit", ["outcome": .choice("seen")], of: robin).event
        let there = try await MoveEvent(house.world)(visit, of: robin, to: kim, reason: "wrong", by: house.pat).event
        let back = try await MoveEvent(house.world)(there, of: kim, to: robin, reason: "it was right", by: house.pat)
        #expect(try await house.enrolments(of: robin).first?.values["seen"] == .choice("seen"))
        #expect(try await house.enrolments(of: kim).first?.values["seen"] == nil)
        #expect(back.subject == robin)
        #expect(try await VerifyLedger(house.world.database)(keys: []).findings.isEmpty)
    }

    @Test("only the agency that recorded something corrects it, with a reason")
    func whose() async throws {
        let house = try await CaseHouse()
        let robin = try await house.arrive()
        let visit = try await house.record("t/visit", ["outcome": .choice("seen")], of: robin).event
        await #expect(throws: RecordRefusal.notYourAgencys(agency: "Police")) {
            try await house.record("t/visit", [:], of: robin, act: .withdraw(visit, reason: "mistake"), by: house.sam)
        }
        await #expect(throws: RecordRefusal.reasonMissing) {
            try await house.record("t/visit", [:], of: robin, act: .withdraw(visit, reason: " "))
        }
        let (kim, world) = (try await house.arrive("Kim", "Sample"), house.world)
        await #expect(throws: RecordRefusal.reasonMissing) {
            try await MoveEvent(world)(visit, of: robin, to: kim, reason: "", by: house.pat)
        }
        await #expect(throws: RecordRefusal.alreadyThere) {
            try await MoveEvent(world)(visit, of: robin, to: robin, reason: "x", by: house.pat)
        }
    }

    @Test("a correction of what is not there, or is another's, is missing")
    func missing() async throws {
        let house = try await CaseHouse()
        let (robin, kim) = (try await house.arrive(), try await house.arrive("Kim", "Sample"))
        let visit = try await house.record("t/visit", ["outcome": .choice("seen")], of: robin).event
        for (person, event) in [(kim, visit), (robin, "nothing")] {
            await #expect(throws: Missing.self) {
                try await house.record("t/visit", [:], of: person, act: .withdraw(event, reason: "mistake"))
            }
        }
        await #expect(throws: Missing.self) {
            try await house.record("t/arrival", [:], of: robin, act: .withdraw(visit, reason: "mistake"))
        }
    }

    private func found(_ family: String, _ house: CaseHouse) async throws -> [String] {
        try await SearchPeople(house.world)(PeopleQuery(family: family), by: house.pat).matches.map(\.person.subject)
    }
}
