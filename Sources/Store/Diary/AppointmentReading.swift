package import Domain
import SQLAccess

/// Reads appointments as they stand, through the policy.
package enum AppointmentReading {
    static let columns = AccessColumns(
        subject: "a.subject", category: "a.category", owner: "a.owner", type: "a.type")

    /// Between two instants, both included, in order of time.
    package static func appointments(
        agency: String?, worker: String?, from: Instant, until: Instant, rule: AccessRule, limit: Int,
        on connection: Connection
    ) throws -> [AppointmentRow] {
        let whose: SQLQuery = agency.map { " AND a.agency = \($0)" } ?? ""
        let mine: SQLQuery = worker.map { " AND a.worker = \($0)" } ?? ""
        return try connection.all(
            selection
                + """
                WHERE a.starts_at >= \(from.milliseconds) AND a.starts_at <= \(until.milliseconds)\(whose)\(mine)
                    AND \(AccessSQL(rule).filter(columns)) ORDER BY a.starts_at, a.event_id LIMIT \(limit)
                """, read)
    }

    /// A person's appointments from an instant on.
    package static func appointments(
        of subject: String, from: Instant, rule: RowRule, on connection: Connection
    ) throws -> [AppointmentRow] {
        try connection.all(
            selection
                + """
                WHERE a.subject = \(subject) AND a.starts_at >= \(from.milliseconds)
                    AND \(AccessSQL(rule).filter(columns)) ORDER BY a.starts_at, a.event_id
                """, read)
    }

    /// One appointment of a person, by the event that booked it.
    package static func appointment(
        _ event: String, of subject: String, rule: RowRule, on connection: Connection
    ) throws -> AppointmentRow? {
        try connection.first(
            selection
                + """
                WHERE a.event_id = \(event) AND a.subject = \(subject) AND \(AccessSQL(rule).filter(columns))
                """, read)
    }

    private static let selection: SQLQuery =
        """
        SELECT a.event_id, a.subject, a.slot, a.agency, a.venue, a.purpose, a.starts_at, a.minutes, a.worker, a.state,
            a.category, a.owner, a.type
        FROM appointments a\u{20}
        """

    private static func read(_ row: any SQLRow) throws -> AppointmentRow {
        let startsAt = Instant(milliseconds: try row.integer(6))
        return AppointmentRow(
            event: try row.text(0), subject: try row.text(1), slot: try row.textOrNull(2), agency: try row.text(3),
            venue: try row.text(4), purpose: try row.text(5), startsAt: startsAt, minutes: try row.int(7),
            worker: try row.textOrNull(8), state: try row.text(9),
            guardedBy: Guard(
                category: try row.text(10), agency: try row.text(11), type: try row.text(12), occurredAt: startsAt))
    }
}
