import Domain
import Ledger
import Store
import Testing

@testable import Casework

/// What managers record to keep somebody from a record, or everybody.
@Suite("Bars, restrictions and seals")
struct BarTests {
    private func isSeen(_ trent: Trent, _ subject: String, by worker: TrentWorker) async throws -> Bool {
        do {
            _ = try await OpenPerson(trent.world)(subject, by: worker.viewer)
            return true
        } catch is Missing { return false }
    }

    @Test("a conflict of interest keeps one worker out, until it is lifted")
    func bar() async throws {
        let trent = try await Trent()
        let subject = try await trent.referredPerson()
        let bar: [String: Answer] = ["worker": .reference("drugs"), "reason": .choice("relative")]
        try await trent.record(
            "conflict-of-interest", bar.merging(["barred": .yesNo(true)]) { $1 }, of: subject, by: .manager)
        #expect(try await !isSeen(trent, subject, by: .drugs))
        #expect(try await isSeen(trent, subject, by: .colleague))
        trent.clock.advance(minutes: 1)
        try await trent.record(
            "conflict-of-interest", bar.merging(["barred": .yesNo(false)]) { $1 }, of: subject, by: .manager)
        #expect(try await isSeen(trent, subject, by: .drugs))
    }

    @Test("a restriction leaves whoever made it and whom it names, of every agency")
    func restriction() async throws {
        let trent = try await Trent()
        let subject = try await trent.referredPerson()
        let because: [String: Answer] = ["because": .text("Example"), "restricted": .yesNo(true)]
        try await trent.record("restriction", because, of: subject, by: .manager)
        for worker in [TrentWorker.drugs, .colleague, .prescriber, .housing] {
            #expect(try await !isSeen(trent, subject, by: worker))
        }
        #expect(try await isSeen(trent, subject, by: .manager))
        trent.clock.advance(minutes: 1)
        try await trent.record(
            "restriction", because.merging(["worker": .reference("housing")]) { $1 }, of: subject, by: .manager)
        #expect(try await isSeen(trent, subject, by: .housing))
        #expect(try await !isSeen(trent, subject, by: .prescriber))
        trent.clock.advance(minutes: 1)
        try await trent.record(
            "restriction", ["because": .text("Over"), "restricted": .yesNo(false)], of: subject, by: .manager)
        #expect(try await isSeen(trent, subject, by: .drugs))
    }

    @Test("a sealed record is there for nobody, and opens on the word of two administrators")
    func seal() async throws {
        let trent = try await Trent()
        let subject = try await trent.referredPerson()
        try await trent.record(
            "seal", ["sealed": .yesNo(true), "because": .text("Order of a court")], of: subject, by: .manager)
        for worker in TrentWorker.allCases { #expect(try await !isSeen(trent, subject, by: worker)) }
        let unseal = UnsealRecord(trent.world)
        func worker(_ id: String) -> Worker { Worker(id: id, signInName: id, name: "Test \(id)", phone: "") }
        let one = worker("administrator")
        await #expect(throws: UnsealRecord.Refusal.notTwoAdministrators) {
            try await unseal(subject, because: "Over", asking: one, agreeing: one, by: .system("command"))
        }
        await #expect(throws: UnsealRecord.Refusal.notTwoAdministrators) {
            try await unseal(
                subject, because: "Over", asking: one, agreeing: worker("drugs"), by: .system("command"))
        }
        let second = try await trent.anotherAdministrator()
        await #expect(throws: UnsealRecord.Refusal.reasonMissing) {
            try await unseal(subject, because: " ", asking: one, agreeing: second, by: .system("command"))
        }
        trent.clock.advance(minutes: 1)
        try await unseal(
            subject, because: "The order was lifted", asking: one, agreeing: second, by: .system("command"))
        #expect(try await isSeen(trent, subject, by: .drugs))
        await #expect(throws: UnsealRecord.Refusal.notSealed) {
            try await unseal(subject, because: "Again", asking: one, agreeing: second, by: .system("command"))
        }
        #expect(try await VerifyLedger(trent.world.database)(keys: []).findings.isEmpty)
    }
}

extension Trent {
    /// A second administrator of the drugs team.
    fileprivate func anotherAdministrator() async throws -> Worker {
        let worker = Worker(id: "second", signInName: "second", name: "Test second", phone: "")
        let role = WorkerRole(worker: worker.id, agency: "cjit", role: "administrator")
        try await world.database.write { connection in
            try AgencyRows.save(worker, on: connection)
            try AgencyRows.save(role, on: connection)
        }
        try await world.readDirectory()
        return worker
    }
}
