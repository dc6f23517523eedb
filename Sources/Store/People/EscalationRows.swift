package import Domain
import SQLAccess

/// A missed deadline that has reached a role and that nobody has acknowledged.
package struct EscalationRow: Sendable, Hashable {
    /// What names it: the deadline and the role it reached.
    package struct Name: Sendable, Hashable {
        package var openedBy: String
        package var programme: String
        package var clock: String
        package var number: Int

        package init(openedBy: String, programme: String, clock: String, number: Int) {
            self.openedBy = openedBy
            self.programme = programme
            self.clock = clock
            self.number = number
        }
    }

    package var name: Name
    package var subject: String
    package var raisedAt: Instant
    package var title: String
    package var because: String
    package var dueText: String
}

package enum EscalationRows {
    /// What waits for a role of an agency, the longest waiting first, as far as the viewer may see the deadline.
    package static func open(
        agency: String, role: String, rule: AccessRule, limit: Int, on connection: Connection
    ) throws -> [EscalationRow] {
        try rows("x.agency = \(agency) AND x.role = \(role)", rule: rule, limit: limit, on: connection)
    }

    /// One of them; nil when it was acknowledged, or is not for this role, or its deadline is not in view.
    package static func open(
        _ name: EscalationRow.Name, agency: String, role: String, rule: AccessRule, on connection: Connection
    ) throws -> EscalationRow? {
        try rows(
            """
            x.opened_by = \(name.openedBy) AND x.programme = \(name.programme) AND x.clock = \(name.clock)
                AND x.number = \(name.number) AND x.agency = \(agency) AND x.role = \(role)
            """, rule: rule, limit: 1, on: connection
        ).first
    }

    private static func rows(
        _ condition: SQLQuery, rule: AccessRule, limit: Int, on connection: Connection
    ) throws -> [EscalationRow] {
        let allowed = AccessSQL(rule).filter(
            AccessColumns(subject: "d.subject", category: "d.category", owner: "e.agency", type: "e.type"))
        return try connection.all(
            """
            SELECT x.opened_by, x.programme, x.clock, x.number, x.subject, x.raised_at, d.title, d.because, d.due_text
            FROM escalations x
                JOIN deadlines d ON d.opened_by = x.opened_by AND d.programme = x.programme AND d.clock = x.clock
                    AND d.number = x.number
                JOIN events e ON e.id = d.opened_by
            WHERE \(condition) AND x.acknowledged_at IS NULL AND \(allowed)
            ORDER BY x.raised_at, x.opened_by, x.clock, x.number LIMIT \(limit)
            """
        ) { row in
            EscalationRow(
                name: EscalationRow.Name(
                    openedBy: try row.text(0), programme: try row.text(1), clock: try row.text(2),
                    number: try row.int(3)),
                subject: try row.text(4), raisedAt: Instant(milliseconds: try row.integer(5)), title: try row.text(6),
                because: try row.text(7), dueText: try row.text(8))
        }
    }

    /// Marks it acknowledged. False when somebody had done so already.
    package static func acknowledge(
        _ name: EscalationRow.Name, role: String, by worker: String, at instant: Instant, on connection: Connection
    ) throws -> Bool {
        try connection.run(
            """
            UPDATE escalations SET acknowledged_at = \(instant.milliseconds), acknowledged_by = \(worker)
            WHERE opened_by = \(name.openedBy) AND programme = \(name.programme) AND clock = \(name.clock)
                AND number = \(name.number) AND role = \(role) AND acknowledged_at IS NULL
            """) == 1
    }
}
