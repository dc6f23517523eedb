@testable import Casework
import Domain
import SQLAccess
import SQLiteAccess
import Store

extension SmallPartnership {
    /// Somebody who tested positive at 22:30 on Monday 10 June 2013, while no drugs worker was in the suite: to be
    /// assessed from 17 June to 20 June.
    func positiveAtNight() async throws -> String {
        clock.advance(hours: 13, minutes: 30)
        let subject = try await person("Example", "Alex", by: SmallPartnership.officer)
        try await record(
            "drug-test",
            [
                "route": .choice("arrest"), "offence-code": .text("TH68010"), "warned": .yesNo(true),
                "status": .choice("completed"),
                "found": .choices(["opiates"]), "disputed": .yesNo(false),
            ], of: subject, by: SmallPartnership.officer)
        return subject
    }

    /// Has a runner do everything that is due now.
    func run(_ runner: Runner) async throws {
        while try await runner.turn() {}
    }

    /// The state of the first deadline of a clock, as lists have it.
    func state(of clock: String, _ subject: String) async throws -> String? {
        try await base.read { connection in
            try connection.first(
                "SELECT state FROM deadlines WHERE subject = \(subject) AND clock = \(clock) ORDER BY number"
            ) { try $0.text(0) }
        }
    }

    /// Every escalation of a clock: role, and whether somebody took it.
    func escalations(of clock: String) async throws -> [(key: EscalationKey, isAcknowledged: Bool)] {
        try await base.read { connection in
            try connection.all(
                """
                SELECT opened_by, programme, clock, number, role, acknowledged_at FROM escalations
                WHERE clock = \(clock) ORDER BY raised_at, role
                """
            ) { row in
                (
                    EscalationKey(
                        openedBy: try row.text(0), programme: try row.text(1), clock: try row.text(2),
                        number: try row.int(3), role: try row.text(4)),
                    !row.isNull(5)
                )
            }
        }
    }

    func derived(_ subject: String) async throws -> DerivedRows {
        try await base.read { try DerivedRows(of: subject, on: $0) }
    }
}
