import Domain
import Ledger
import Store
import Testing

@testable import Casework

@Suite("What the ledger keeps of recording")
struct RecordLedgerTests {
    @Test("each act has exactly one entry, and the ledger verifies")
    func oneEach() async throws {
        let house = try await CaseHouse()
        var kinds: [LedgerKind] = []
        func expect(_ kind: LedgerKind, _ act: () async throws -> Void) async throws {
            let before = try await house.size()
            try await act()
            #expect(try await house.entries(from: before).map(\.kind) == [kind])
            kinds.append(kind)
        }
        var robin = ""
        try await expect(.collection) { robin = try await house.arrive() }
        var visit = ""
        try await expect(.collection) {
            visit = try await house.record("t/visit", ["outcome": .choice("seen")], of: robin).event
        }
        try await expect(.consultation) { _ = try await OpenForm(house.world)("t/visit", of: robin, by: house.pat) }
        try await expect(.consultation) { _ = try await OpenEvent(house.world)(visit, of: robin, by: house.pat) }
        try await expect(.consultation) { _ = try await OpenReceipt(house.world)(visit, by: house.pat) }
        try await expect(.consultation) { _ = try await ChooseRecord(house.world)(robin, by: house.pat) }
        try await expect(.consultation) { _ = try await OpenBoard(house.world)("t/cells", by: house.pat) }
        try await expect(.alteration) {
            try await house.record("t/visit", [:], of: robin, act: .withdraw(visit, reason: "mistake"))
        }
        let verdict = try await VerifyLedger(house.world.database)(keys: [])
        #expect(verdict.findings.isEmpty)
        #expect(verdict.entryCount == Int64(kinds.count))
        #expect(verdict.eventCount == 4)
    }

    @Test("a stored answer that is changed behind the record's back is found")
    func tampering() async throws {
        let house = try await CaseHouse()
        let robin = try await house.arrive()
        try await house.world.database.write { connection in
            try Tampering.changeSections(of: robin, on: connection)
        }
        #expect(try await !VerifyLedger(house.world.database)(keys: []).findings.isEmpty)
    }

    @Test("what is not there and what is not for the viewer leave the same entry, whatever was asked")
    func refusals() async throws {
        let house = try await CaseHouse()
        let hidden = try await RegisterPerson(house.world)(
            type: "t/details", answers: ["family": .text("Hidden")], by: house.pat)
        let event = try #require(try await house.events(of: hidden).first?.id)
        let nobody = Reference.make(random: 99).compact
        let world = house.world
        let looks: [@Sendable (String) async throws -> Void] = [
            { _ = try await OpenForm(world)("t/visit", of: $0, by: house.sam) },
            { _ = try await ChooseRecord(world)($0, by: house.sam) },
            { _ = try await OpenEvent(world)(event, of: $0, by: house.sam) },
            { try await house.record("t/visit", ["outcome": .choice("seen")], of: $0, by: house.sam) },
            { try await KeepDraft(world)("t/visit", of: $0, fields: [:], by: house.sam) },
            { _ = try await MoveEvent(world)(event, of: $0, to: hidden, reason: "x", by: house.sam) },
        ]
        for (number, look) in looks.enumerated() {
            var kept: [[String]] = []
            for person in [hidden, nobody] {
                let before = try await house.size()
                await #expect(throws: Missing.self, "look \(number)") { try await look(person) }
                kept.append(try await house.entries(from: before).map { "\($0.kind) \($0.outcome) \($0.actor)" })
            }
            #expect(kept[0] == kept[1], "look \(number)")
            #expect(kept[0].count == 1, "look \(number)")
        }
    }
}
