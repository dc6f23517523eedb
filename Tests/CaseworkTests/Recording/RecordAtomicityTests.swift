import Domain
import Ledger
import Store
import Testing

@testable import Casework

/// Each act is run with a failure at every statement of its write, one after the other.
@Suite("A write that fails anywhere leaves nothing behind")
struct RecordAtomicityTests {
    private func failsCleanly(
        _ house: CaseHouse, _ act: @escaping @Sendable () async throws -> Void
    ) async throws -> Int {
        let before = try await house.dump()
        for statement in 1...500 {
            house.base.fail(at: statement)
            do {
                try await act()
                house.base.fail(at: nil)
                return statement
            } catch is FailingDatabase.Injected {
                let after = try await house.dump()
                #expect(after == before, "failed at statement \(statement)")
            }
        }
        Issue.record("the write never ended")
        return 0
    }

    @Test("registering a person with an arrival")
    func registering() async throws {
        let house = try await CaseHouse()
        #expect(try await failsCleanly(house) { try await house.arrive() } > 15)
    }

    @Test("recording a visit, with a draft of it waiting")
    func recording() async throws {
        let house = try await CaseHouse()
        let robin = try await house.arrive()
        try await KeepDraft(house.world)("t/visit", of: robin, fields: ["a-note": ["begun"]], by: house.pat)
        let statements = try await failsCleanly(house) {
            try await house.record("t/visit", ["outcome": .choice("seen")], of: robin, key: ("once", "digest"))
        }
        #expect(statements > 15)
        #expect(try await KeepDraft(house.world).all(of: house.pat).isEmpty)
    }

    @Test("amending, withdrawing and moving")
    func correcting() async throws {
        let house = try await CaseHouse()
        let (robin, kim) = (try await house.arrive(), try await house.arrive("Kim", "Sample", cell: "5"))
        let visit = try await house.record("t/visit", ["outcome": .choice("seen")], of: robin).event
        _ = try await failsCleanly(house) {
            try await house.record(
                "t/visit", ["outcome": .choice("refused")], of: robin, act: .amend(visit, reason: "misheard"))
        }
        let amended = try #require(try await house.events(of: robin).last { $0.act != .record }?.id)
        _ = try await failsCleanly(house) {
            _ = try await MoveEvent(house.world)(amended, of: robin, to: kim, reason: "wrong cell", by: house.pat)
        }
        let moved = try #require(try await house.events(of: kim).last { $0.act != .record }?.id)
        _ = try await failsCleanly(house) {
            try await house.record("t/visit", [:], of: kim, act: .withdraw(moved, reason: "never happened"))
        }
        #expect(try await VerifyLedger(house.world.database)(keys: []).findings.isEmpty)
    }
}
