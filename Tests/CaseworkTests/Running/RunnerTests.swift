@testable import Casework
import Domain
import Ledger
import SQLAccess
import SQLiteAccess
import Store
import Testing

struct RunnerTests {
    @Test("A deadline of 5 to 8 working days is not met from the first instant of the ninth")
    func passes() async throws {
        let partnership = try await SmallPartnership()
        let subject = try await partnership.positiveAtNight()
        let runner = Runner(partnership.world)
        try await runner.prepare()
        partnership.clock.advance(hours: 10 * 24, minutes: 60)  // 23:30 on 20 June
        try await partnership.run(runner)
        #expect(try await partnership.state(of: "ra-out-of-hours", subject) == "running")
        partnership.clock.advance(minutes: 31)
        try await partnership.run(runner)
        #expect(try await partnership.state(of: "ra-out-of-hours", subject) == "not-met")
    }

    @Test("A miss reaches its role once, a working day later, and no more once a named worker has taken notice")
    func escalates() async throws {
        let partnership = try await SmallPartnership()
        _ = try await partnership.positiveAtNight()
        let runner = Runner(partnership.world)
        try await runner.prepare()
        partnership.clock.advance(hours: 11 * 24)  // 22:30 on 21 June
        try await partnership.run(runner)
        #expect(try await partnership.escalations(of: "ra-out-of-hours").isEmpty)
        partnership.clock.advance(hours: 2)
        try await partnership.run(runner)
        partnership.clock.advance(hours: 1)
        try await partnership.run(runner)
        let raised = try await partnership.escalations(of: "ra-out-of-hours")
        #expect(raised.map(\.key.role) == ["drugs-team-manager"])
        let key = try #require(raised.first?.key)

        let waiting = try await ListEscalations(partnership.world)(by: SmallPartnership.manager)
        #expect(waiting.contains { $0.key == key })
        await #expect(throws: Missing.self) {
            try await AcknowledgeEscalation(partnership.world)(key, by: SmallPartnership.drugs)
        }
        try await AcknowledgeEscalation(partnership.world)(key, by: SmallPartnership.manager)
        await #expect(throws: Missing.self) {
            try await AcknowledgeEscalation(partnership.world)(key, by: SmallPartnership.manager)
        }
        partnership.clock.advance(hours: 24 * 14)
        try await partnership.run(runner)
        #expect(try await partnership.escalations(of: "ra-out-of-hours").map(\.isAcknowledged) == [true])
        let left = try await ListEscalations(partnership.world)(by: SmallPartnership.manager)
        #expect(!left.contains { $0.key == key })
        let entries = try await partnership.entries()
        #expect(entries.filter { $0.outcome == "acknowledged" }.count == 1)
    }

    @Test("Where nobody leads, role after role is told until a named worker says that they have it in hand")
    func nobodyLeads() async throws {
        let partnership = try await SmallPartnership()
        let subject = try await partnership.positiveAtNight()
        let runner = Runner(partnership.world)
        try await runner.prepare()
        func told() async throws -> [String] {
            try await partnership.escalations(of: LeadRule.Alarm.clock).map(\.key.role)
        }
        partnership.clock.advance(minutes: 1)
        try await partnership.run(runner)
        #expect(try await told() == ["drugs-worker"])
        partnership.clock.advance(minutes: 70)
        try await partnership.run(runner)
        #expect(try await told() == ["drugs-worker", "drugs-team-manager"])
        try await partnership.record(
            "acknowledgement", ["about": .text("Name a lead worker")], of: subject, by: SmallPartnership.manager)
        let taken = try await partnership.escalations(of: LeadRule.Alarm.clock)
        #expect(taken.filter(\.isAcknowledged).map(\.key.role) == ["drugs-team-manager"])
        try await partnership.record(
            "lead-acceptance", ["worker": .reference(SmallPartnership.drugs.worker)], of: subject,
            by: SmallPartnership.drugs)
        let left = try await ListEscalations(partnership.world)(by: SmallPartnership.drugs)
        #expect(left.isEmpty)
    }

    @Test("Of two runners one does a duty, and one that died is followed when its lease runs out")
    func leases() async throws {
        let partnership = try await SmallPartnership()
        _ = try await partnership.positiveAtNight()
        let (dead, alive) = (Runner(partnership.world), Runner(partnership.world))
        try await dead.prepare()
        try await alive.prepare()
        partnership.clock.advance(hours: 24 * 12)
        let now = partnership.clock.now
        // It takes the lease, and is never heard of again.
        let attempts = try await partnership.world.database.write { connection in
            try WorkRows.lease(
                "escalations", about: "", by: dead.name, at: now,
                until: now.adding(seconds: Duty.escalations.leaseSeconds),
                on: connection)
        }
        #expect(attempts == 0)
        try await partnership.run(alive)
        #expect(try await partnership.escalations(of: "ra-out-of-hours").isEmpty)
        partnership.clock.advance(minutes: Duty.escalations.leaseSeconds / 60)
        try await partnership.run(alive)
        #expect(try await partnership.escalations(of: "ra-out-of-hours").count == 1)
    }

    @Test("A duty that fails is tried again, later each time, and the others go on")
    func failures() async throws {
        struct Trouble: Error {}
        let partnership = try await SmallPartnership()
        let duties = [
            Duty(kind: "broken", periodSeconds: 60) { _ in throw Trouble() },
            Duty(kind: "sound", periodSeconds: 60) { _ in Duty.Progress(count: 1) },
        ]
        let runner = Runner(partnership.world, duties: duties)
        try await runner.prepare()
        func dueIn(_ kind: String) async throws -> Int64? {
            let now = partnership.clock.now
            return try await partnership.base.read { connection in
                try connection.first("SELECT due_at FROM waiting_work WHERE kind = \(kind)") { try $0.integer(0) }
            }.map { ($0 - now.milliseconds) / 1_000 }
        }
        var waits: [Int64?] = []
        for _ in 0..<9 {
            try await partnership.run(runner)
            waits.append(try await dueIn("broken"))
            partnership.clock.advance(minutes: 11)
        }
        #expect(waits == [5, 10, 20, 40, 80, 160, 320, 600, 600])
        partnership.clock.advance(minutes: -11)
        #expect(try await dueIn("sound") == 60)
    }

    @Test("A clock that was ahead and is set right holds nothing up")
    func clockSetBack() async throws {
        let partnership = try await SmallPartnership()
        let runner = Runner(partnership.world)
        try await runner.prepare()
        let right = partnership.clock.now
        partnership.clock.advance(hours: 72)
        try await partnership.run(runner)
        _ = try await partnership.world.database.write { [now = partnership.clock.now] connection in
            try WorkRows.hasten("upkeep", at: now, on: connection)
            return try WorkRows.lease(
                "upkeep", about: "", by: "another", at: now, until: now.adding(hours: 1), on: connection)
        }
        partnership.clock.advance(hours: -72)
        #expect(partnership.clock.now == right)
        try await partnership.run(runner)
        let times = try await partnership.world.database.read { try WorkRows.times(on: $0) }
        for duty in Duty.all {
            let time = try #require(times.first { $0.kind == duty.kind })
            #expect(time.due <= right.adding(seconds: 2 * max(duty.periodSeconds, 300)), "\(duty.kind)")
            #expect(time.leasedUntil == nil, "\(duty.kind)")
        }
    }

    @Test("A runner whose lease was taken over gives nothing back")
    func lateSettling() async throws {
        let partnership = try await SmallPartnership()
        let (first, second) = (Runner(partnership.world), Runner(partnership.world))
        try await first.prepare()
        let now = partnership.clock.now
        let later = now.adding(hours: 1)
        let name = (first: first.name, second: second.name)
        let leased = try await partnership.world.database.write { connection in
            _ = try WorkRows.lease("upkeep", about: "", by: name.first, at: now, until: now, on: connection)
            let again = try WorkRows.lease("upkeep", about: "", by: name.second, at: now, until: later, on: connection)
            try WorkRows.settle("upkeep", about: "", by: name.first, next: later, isDone: true, on: connection)
            return (again, try WorkRows.due(at: now, on: connection).map(\.kind))
        }
        #expect(leased.0 == 1)
        #expect(!leased.1.contains("upkeep"))
    }

    @Test("Ten thousand entries are signed for at once, and a minute of fewer")
    func checkpoints() async throws {
        let partnership = try await SmallPartnership()
        _ = try await partnership.positiveAtNight()
        let runner = Runner(partnership.world)
        try await runner.prepare()
        try await partnership.run(runner)
        func waiting() async throws -> Int64 { try await partnership.base.read { try WaitingEntries(on: $0).count } }
        // The runner's own looks come before its checkpoint.
        #expect(try await waiting() == 0)
        try await partnership.world.keepLook("test", subjects: [], by: SmallPartnership.drugs)
        try await partnership.run(runner)
        #expect(try await waiting() == 1)
        partnership.clock.advance(minutes: 1)
        try await partnership.run(runner)
        #expect(try await waiting() == 0)
        try await partnership.fillLedger(WaitingEntries.limit)
        try await partnership.run(runner)
        #expect(try await waiting() == 0)
    }
}

extension SmallPartnership {
    /// So many entries, in one transaction.
    func fillLedger(_ count: Int64) async throws {
        let salts = (0..<count).map { _ in world.newSalt() }
        let now = clock.now
        try await world.database.write { connection in
            for salt in salts {
                let note = LedgerKeeping.Note(kind: .search, outcome: "nothing", content: [], subjects: [])
                try LedgerKeeping.append(note, by: SmallPartnership.drugs, at: now, salt: salt, on: connection)
            }
        }
    }
}
