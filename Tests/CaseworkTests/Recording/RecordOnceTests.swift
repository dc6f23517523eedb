import Domain
import Ledger
import Store
import Testing

@testable import Casework

@Suite("A form sent twice, and many at once")
struct RecordOnceTests {
    @Test("the same form sent twice writes once")
    func twice() async throws {
        let house = try await CaseHouse()
        let robin = try await house.arrive()
        let first = try await house.record("t/visit", ["outcome": .choice("seen")], of: robin, key: ("k", "d"))
        let second = try await house.record("t/visit", ["outcome": .choice("seen")], of: robin, key: ("k", "d"))
        #expect(!first.wasRepeated)
        #expect(second.wasRepeated)
        #expect(second.event == first.event)
        #expect(try await house.events(of: robin).filter { $0.type == "t/visit" }.count == 1)
    }

    @Test("a key used again for something else is refused")
    func otherBody() async throws {
        let house = try await CaseHouse()
        let robin = try await house.arrive()
        try await house.record("t/visit", ["outcome": .choice("seen")], of: robin, key: ("k", "d"))
        await #expect(throws: RecordRefusal.keyUsedForSomethingElse) {
            try await house.record("t/visit", ["outcome": .choice("refused")], of: robin, key: ("k", "other"))
        }
    }

    @Test("another worker's key is their own")
    func keysAreOnesOwn() async throws {
        let house = try await CaseHouse()
        let robin = try await house.arrive()
        let first = try await house.record("t/visit", ["outcome": .choice("seen")], of: robin, key: ("k", "d"))
        let other = try await house.record(
            "t/visit", ["outcome": .choice("seen")], of: robin, key: ("k", "d"), by: house.jo)
        #expect(other.event != first.event)
    }

    @Test("registering twice with one key makes one person")
    func registering() async throws {
        let house = try await CaseHouse()
        let details: [String: Answer] = ["family": .text("Example"), "given": .text("Robin")]
        let first = try await RegisterPerson(house.world)(
            type: "t/details", answers: details, key: ("k", "d"), by: house.pat)
        let second = try await RegisterPerson(house.world)(
            type: "t/details", answers: details, key: ("k", "d"), by: house.pat)
        #expect(first == second)
    }

    @Test("six who write to one person at once are all kept")
    func manyWriters() async throws {
        let house = try await CaseHouse()
        let robin = try await house.arrive()
        let events = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<6 {
                group.addTask {
                    try await house.record("t/visit", ["outcome": .choice("seen")], of: robin).event
                }
            }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(events.count == 6)
        #expect(try await house.events(of: robin).filter { $0.type == "t/visit" }.count == 6)
        #expect(try await VerifyLedger(house.world.database)(keys: []).findings.isEmpty)
    }

    @Test("who finds that somebody wrote meanwhile works it out again on what they wrote")
    func overtaken() async throws {
        let house = try await CaseHouse()
        let robin = try await house.arrive()
        house.base.interrupt {
            try await house.record("t/lead", ["worker": .reference("jo")], of: robin, by: house.jo)
        }
        try await house.record("t/visit", ["outcome": .choice("seen")], of: robin)
        let stay = try #require(try await house.enrolments(of: robin).first)
        #expect(stay.leadWorker == "jo")
        #expect(stay.values["seen"] == .choice("seen"))
    }

    @Test("of two who correct one event, the second is told of the first")
    func staleCorrection() async throws {
        let house = try await CaseHouse()
        let robin = try await house.arrive()
        let visit = try await house.record("t/visit", ["outcome": .choice("seen")], of: robin).event
        let theirs = try await house.record(
            "t/visit", ["outcome": .choice("refused")], of: robin, act: .amend(visit, reason: "misheard"), by: house.jo)
        await #expect(throws: RecordRefusal.alreadyCorrected(by: theirs.event)) {
            try await house.record("t/visit", [:], of: robin, act: .withdraw(visit, reason: "mistake"))
        }
    }

    @Test("a slot of the diary is given once")
    func slot() async throws {
        let house = try await CaseHouse()
        let (robin, kim) = (try await house.arrive(), try await house.arrive("Kim", "Sample"))
        let at = house.clock.now.adding(hours: 30)
        try await house.world.database.write { connection in
            try DiaryRows.add(
                Slot(id: "slot", agency: "team", venue: "office", purpose: "key", startsAt: at, minutes: 30),
                on: connection)
        }
        let answers: [String: Answer] = [
            "at": .instant(at), "purpose": .choice("key"), "venue": .reference("office"), "slot": .reference("slot"),
            "diary": .reference("team"),
        ]
        try await house.record("t/booking", answers, of: robin)
        await #expect(throws: RecordRefusal.slotTaken) { try await house.record("t/booking", answers, of: kim) }
    }
}
