package import Domain
import SQLAccess

/// What a worker's day is made of: their people are those they lead, by acceptance or by the duty rota. Everything is read
/// through the policy.
package enum PeopleOfMine {
    /// The subjects of the worker's open enrolments.
    package static func subjects(ledBy worker: String, on connection: Connection) throws -> [String] {
        try connection.all(
            "SELECT DISTINCT m.subject FROM enrolments m WHERE m.lead_worker = \(worker) AND m.ended_at IS NULL"
        ) { try $0.text(0) }
    }

    /// The worker's open enrolments, the oldest first.
    ///
    /// - Parameter seen: the worker's people, looked at.
    package static func enrolments(
        ledBy worker: String, seen: SeenSubjects, limit: Int, on connection: Connection
    ) throws -> [EnrolmentRow] {
        var found: [EnrolmentRow] = []
        try seen.each { subjects, allowed in
            found += try StandingRows.open(
                "n.subject IN \(list: subjects) AND n.lead_worker || '' = \(worker)", allowed: allowed, limit: limit,
                on: connection)
        }
        return Array(found.sorted { ($0.openedAt, $0.openedBy) < ($1.openedAt, $1.openedBy) }.prefix(limit))
    }

    /// Open enrolments of an agency that nobody leads, the longest waiting first.
    ///
    /// - Parameter programmes: those in which somebody must lead.
    package static func withoutLead(
        agency: String, programmes: [String], rule: AccessRule, limit: Int, on connection: Connection
    ) throws -> [EnrolmentRow] {
        try StandingRows.open(
            "n.programme IN \(list: programmes) AND n.agency = \(agency) AND n.lead_kind = 'none'",
            allowed: AccessSQL(rule), limit: limit, on: connection)
    }

    /// Appointments between two instants that are with the worker, or nobody in particular for one of their people.
    package static func appointments(
        of worker: String, subjects: [String], from: Instant, until: Instant, rule: AccessRule, limit: Int,
        on connection: Connection
    ) throws -> [AppointmentRow] {
        let allowed = AccessSQL(rule).filter(AppointmentReading.columns)
        return try connection.all(
            """
            SELECT a.event_id, a.subject, a.slot, a.agency, a.venue, a.purpose, a.starts_at, a.minutes, a.worker, a.state,
                a.category, a.owner, a.type
            FROM appointments a
            WHERE a.agency IN (SELECT id FROM agencies) AND a.starts_at >= \(from.milliseconds)
                AND a.starts_at <= \(until.milliseconds)
                AND (a.worker = \(worker) OR (a.worker IS NULL AND a.subject IN \(list: subjects))) AND \(allowed)
            ORDER BY a.starts_at, a.event_id LIMIT \(limit)
            """
        ) { row in
            let startsAt = Instant(milliseconds: try row.integer(6))
            return AppointmentRow(
                event: try row.text(0), subject: try row.text(1), slot: try row.textOrNull(2), agency: try row.text(3),
                venue: try row.text(4), purpose: try row.text(5), startsAt: startsAt, minutes: try row.int(7),
                worker: try row.textOrNull(8), state: try row.text(9),
                guardedBy: Guard(
                    category: try row.text(10), agency: try row.text(11), type: try row.text(12), occurredAt: startsAt))
        }
    }
}
