import Domain
import Store
import Testing

@testable import Casework

@Suite("What a record must say before it is kept")
struct RecordChecksTests {
    private func problems(_ body: () async throws -> Void) async throws -> [String: String] {
        do {
            try await body()
            return [:]
        } catch RecordRefusal.problems(let problems) {
            return Dictionary(problems.map { ($0.field, $0.message) }) { first, _ in first }
        }
    }

    @Test("a required answer that is missing is named")
    func required() async throws {
        let house = try await CaseHouse()
        let robin = try await house.arrive()
        let found = try await problems { try await house.record("t/visit", [:], of: robin) }
        #expect(found == ["outcome": "Choose an answer."])
    }

    @Test("a question that another answer calls for is required only then")
    func requiredWhen() async throws {
        let house = try await CaseHouse()
        let robin = try await house.arrive()
        let found = try await problems {
            try await house.record("t/visit", ["outcome": .choice("unwell")], of: robin)
        }
        #expect(found == ["doctor": "Choose an answer."])
        try await house.record("t/visit", ["outcome": .choice("seen")], of: robin)
    }

    @Test("not known is an answer to a question that allows it")
    func missingIsAnAnswer() async throws {
        let house = try await CaseHouse()
        let robin = try await house.arrive()
        try await house.record("t/visit", ["outcome": .choice("unwell"), "doctor": .missing(.notKnown)], of: robin)
        let found = try await problems {
            try await house.record("t/visit", ["outcome": .choice("unwell"), "doctor": .missing(.declined)], of: robin)
        }
        #expect(found == ["doctor": "Choose one of the answers shown."])
    }

    @Test("answers to questions that are not asked are dropped, and so are those that depend on them")
    func hidden() async throws {
        let house = try await CaseHouse()
        let robin = try await house.arrive()
        let visit = try await house.record(
            "t/visit",
            ["outcome": .choice("seen"), "doctor": .yesNo(true), "when": .day(London.day(of: house.clock.now))],
            of: robin
        ).event
        #expect(try await house.answers(of: visit, on: robin) == ["outcome": .choice("seen")])
    }

    @Test("what could not be read and what is missing are reported together, in the form's order")
    func together() async throws {
        let house = try await CaseHouse()
        let robin = try await house.arrive()
        let request = RecordRequest(
            subject: robin, type: "t/visit", answers: ["outcome": .choice("unwell")],
            unread: [FieldProblem(field: "when", code: .unreadable, message: "hidden")])
        do {
            _ = try await RecordEvent(house.world)(request, by: house.pat)
            Issue.record("it was kept")
        } catch RecordRefusal.problems(let problems) {
            #expect(problems.map(\.field) == ["doctor"])
        }
    }

    @Test("an answer of another kind, or no option of the day, is refused")
    func misfits() async throws {
        let house = try await CaseHouse()
        let robin = try await house.arrive()
        let found = try await problems {
            try await house.record(
                "t/visit", ["outcome": .choice("vanished"), "note": .yesNo(true)], of: robin, by: house.sam)
        }
        #expect(found.keys.sorted() == ["note", "outcome"])
    }

    @Test("the future cannot be recorded")
    func future() async throws {
        let house = try await CaseHouse()
        let robin = try await house.arrive()
        let later = house.clock.now.adding(hours: 1)
        let found = try await problems {
            try await house.record("t/visit", ["outcome": .choice("seen")], of: robin, occurred: .instant(later))
        }
        #expect(found == ["occurred": "Enter a date and time that is not in the future."])
    }

    @Test("something of today without a time counts at once")
    func today() async throws {
        let house = try await CaseHouse()
        let robin = try await house.arrive()
        try await house.record(
            "t/visit", ["outcome": .choice("seen")], of: robin, occurred: .day(London.day(of: house.clock.now)))
        #expect(try await house.enrolments(of: robin).first?.values["seen"] == .choice("seen"))
    }

    @Test("somebody named in an answer must be somebody the worker may see")
    func people() async throws {
        let house = try await CaseHouse()
        let (robin, kim) = (try await house.arrive(), try await house.arrive("Kim", "Sample"))
        let nobody = Reference.make(random: 42).compact
        let found = try await problems { try await house.record("t/associate", ["who": .reference(nobody)], of: robin) }
        #expect(found == ["who": "Enter the reference of somebody whose record you can open."])
        try await house.record("t/associate", ["who": .reference(kim)], of: robin)
    }

    @Test("a decision keeps its outcome and the rule, whatever the form claims")
    func decision() async throws {
        let house = try await CaseHouse()
        let robin = try await house.arrive()
        let receipt = try await house.record(
            "t/decide", ["asked": .yesNo(false), "outcome": .choice("test"), "rule": .text("mine")], of: robin)
        #expect(receipt.finding?.outcome == "no-test")
        let answers = try #require(try await house.answers(of: receipt.event, on: robin))
        #expect(answers["outcome"] == .choice("no-test"))
        #expect(answers["rule"] == .text("nobody"))
    }

    @Test("a role is asked only what it may know, and cannot answer more")
    func roleIsAskedLess() async throws {
        let house = try await CaseHouse()
        let robin = try await house.arrive()
        let form = try await OpenForm(house.world)("t/visit", of: robin, by: house.pat)
        #expect(form.type.fields.map(\.id) == ["outcome", "doctor", "when"])
        let visit = try await house.record(
            "t/visit", ["outcome": .choice("seen"), "note": .text("hello")], of: robin
        ).event
        #expect(try await house.answers(of: visit, on: robin) == ["outcome": .choice("seen")])
        let other = try await OpenForm(house.world)("t/visit", of: robin, by: house.sam)
        #expect(other.type.fields.map(\.id) == ["outcome", "doctor", "when", "note"])
    }

    @Test("a role that may not complete a record is refused, and an administrator always is")
    func roles() async throws {
        let house = try await CaseHouse()
        let robin = try await house.arrive()
        await #expect(throws: RecordRefusal.notForYourRole(type: "Decision", role: "Worker")) {
            try await house.record("t/decide", [:], of: robin, by: house.sam)
        }
        await #expect(throws: RecordRefusal.notForYourRole(type: "Visit", role: "Clerk")) {
            try await house.record("t/visit", ["outcome": .choice("seen")], of: robin, by: house.cleo)
        }
        await #expect(throws: RecordRefusal.self) {
            try await house.record("t/details", [:], of: robin, by: house.ada)
        }
    }
}
