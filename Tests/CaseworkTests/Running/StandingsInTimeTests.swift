@testable import Casework
import Domain
import SQLAccess
import SQLiteAccess
import Store
import Testing

/// Whatever happened, and however time went by, the rows kept for lists are what the log alone gives.
struct StandingsInTimeTests {
    @Test("Rows worked out as time goes by are those worked out from the log alone", arguments: [1, 2, 3] as [UInt64])
    func agree(seed: UInt64) async throws {
        var dice = SeededDice(seed: seed)
        let partnership = try await SmallPartnership(seed: seed)
        let runner = Runner(partnership.world)
        try await runner.prepare()
        var subjects = [try await partnership.positiveAtNight()]
        for step in 0..<30 {
            let subject = try #require(subjects.randomElement(using: &dice))
            switch Int.random(in: 0..<6, using: &dice) {
            case 0:
                subjects.append(try await partnership.person("Example", "Number \(step)", by: SmallPartnership.officer))
            case 1:
                try await partnership.record(
                    "drug-test",
                    [
                        "route": .choice("arrest"), "offence-code": .text("TH68010"), "warned": .yesNo(true),
                        "status": .choice("completed"),
                        "found": .choices([["none", "opiates", "cocaine"].randomElement(using: &dice) ?? "none"]),
                        "disputed": .yesNo(Bool.random(using: &dice)),
                    ], of: subject, by: SmallPartnership.officer)
            case 2:
                try await partnership.record(
                    "detention", ["offence": .text("Theft"), "suite": .reference("suite")], of: subject,
                    by: SmallPartnership.officer)
            default: partnership.clock.advance(hours: Int.random(in: 1...60, using: &dice))
            }
            try await partnership.run(runner)
        }
        let report = try await RebuildStandings(partnership.world)()
        #expect(report.subjects == subjects.count, "seed \(seed)")
        #expect(report.differences == [], "seed \(seed)")
        #expect(report.waiting == 0, "seed \(seed)")
    }

    @Test("A row that somebody changed by hand is found and put right")
    func putsRight() async throws {
        let partnership = try await SmallPartnership()
        let subject = try await partnership.positiveAtNight()
        let before = try await partnership.derived(subject)
        try await partnership.base.write { connection in
            try connection.run("UPDATE deadlines SET state = 'met', is_outstanding = 0 WHERE subject = \(subject)")
            try connection.run("DELETE FROM person_names WHERE subject = \(subject)")
        }
        let report = try await RebuildStandings(partnership.world)()
        #expect(report.differences == [.init(subject: subject, tables: ["deadlines", "person_names"])])
        #expect(try await partnership.derived(subject).differing(from: before) == [])
        #expect(try await RebuildStandings(partnership.world)().differences == [])
    }

    @Test("What was written while the runner read is not overwritten")
    func guardedByEdition() async throws {
        let partnership = try await SmallPartnership()
        let subject = try await partnership.positiveAtNight()
        let known = try await partnership.base.read { try AgedStandings.edition(of: subject, on: $0) }
        partnership.clock.advance(hours: 1)
        try await partnership.record(
            "detention", ["offence": .text("Theft"), "suite": .reference("suite")], of: subject,
            by: SmallPartnership.officer)
        let now = try await partnership.base.read { try AgedStandings.edition(of: subject, on: $0) }
        #expect(known != nil && now == known.map { $0 + 1 })
    }

    @Test("What counts days is worked out once a day though nothing falls due")
    func daily() async throws {
        let partnership = try await SmallPartnership()
        let subject = try await partnership.positiveAtNight()
        let runner = Runner(partnership.world)
        try await runner.prepare()
        partnership.clock.advance(hours: 24 * 60)
        try await partnership.run(runner)
        partnership.clock.advance(hours: 24)
        try await partnership.run(runner)
        let (derivedAt, _) = try await partnership.base.read { try AgedStandings.times(of: subject, on: $0) }
        #expect(derivedAt == partnership.clock.now)
        let runs = try await partnership.entries().filter { $0.outcome == "worked-out" }.count
        partnership.clock.advance(minutes: 5)
        try await partnership.run(runner)
        #expect(try await partnership.entries().filter { $0.outcome == "worked-out" }.count == runs)
    }
}
