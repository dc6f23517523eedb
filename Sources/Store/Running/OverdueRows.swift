package import Domain
import SQLAccess

/// A missed deadline that the rules want somebody told of.
package struct OverdueRow: Sendable, Hashable {
    package var openedBy: String
    package var programme: String
    /// The version of the scheme the enrolment runs under.
    package var version: String
    package var clock: String
    package var number: Int
    package var subject: String
    package var agency: String
    package var category: String
    /// The day or instant it was due.
    package var due: Deadline.Due
    /// The role first told.
    package var role: String
}

/// Finds deadlines whose miss must reach somebody.
package enum OverdueRows {
    /// Outstanding deadlines whose first escalation is due and was not raised, those that waited longest first.
    package static func unraised(
        at instant: Instant, limit: Int, on connection: Connection
    ) throws -> [OverdueRow] {
        try connection.all(
            selection
                + """
                WHERE d.is_outstanding = 1 AND d.state <> 'paused' AND d.escalates_at <= \(instant.milliseconds)
                    AND n.ended_at IS NULL AND NOT EXISTS (SELECT 1 FROM escalations x WHERE x.opened_by = d.opened_by
                        AND x.programme = d.programme AND x.clock = d.clock AND x.number = d.number
                        AND x.role = d.escalates_to)
                ORDER BY d.escalates_at, d.opened_by, d.programme, d.clock, d.number LIMIT \(limit)
                """, read)
    }

    /// Outstanding deadlines of one clock whose first escalation is due and that nobody has acknowledged.
    package static func unacknowledged(
        programme: String, clock: String, at instant: Instant, on connection: Connection
    ) throws -> [OverdueRow] {
        try connection.all(
            selection
                + """
                WHERE d.is_outstanding = 1 AND d.state <> 'paused' AND d.escalates_at <= \(instant.milliseconds)
                    AND n.ended_at IS NULL AND d.programme = \(programme) AND d.clock = \(clock)
                    AND NOT EXISTS (SELECT 1 FROM escalations x WHERE x.opened_by = d.opened_by
                        AND x.programme = d.programme AND x.clock = d.clock AND x.number = d.number
                        AND x.acknowledged_at IS NOT NULL)
                ORDER BY d.opened_by, d.number
                """, read)
    }

    private static let selection: SQLQuery =
        """
        SELECT d.opened_by, d.programme, n.version, d.clock, d.number, d.subject, d.agency, d.category, d.due_text,
            d.escalates_to
        FROM deadlines d JOIN enrolments n ON n.opened_by = d.opened_by AND n.programme = d.programme\u{20}
        """

    private static func read(_ row: any SQLRow) throws -> OverdueRow {
        let text = try row.text(8)
        guard let due = Day(text).map(Deadline.Due.day) ?? Instant(text).map(Deadline.Due.instant) else {
            throw SQLFault.unreadable(column: 8)
        }
        return OverdueRow(
            openedBy: try row.text(0), programme: try row.text(1), version: try row.text(2), clock: try row.text(3),
            number: try row.int(4), subject: try row.text(5), agency: try row.text(6), category: try row.text(7),
            due: due, role: try row.text(9))
    }
}
