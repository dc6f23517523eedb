package import Domain
import SQLAccess

/// Which escalation: the deadline, and the role it reached.
package struct EscalationKey: Sendable, Hashable {
    package var openedBy: String
    package var programme: String
    package var clock: String
    package var number: Int
    package var role: String

    package init(openedBy: String, programme: String, clock: String, number: Int, role: String) {
        self.openedBy = openedBy
        self.programme = programme
        self.clock = clock
        self.number = number
        self.role = role
    }
}

/// A miss that waits for a named person's acknowledgement.
package struct EscalationRow: Sendable, Hashable {
    package var key: EscalationKey
    package var subject: String
    package var agency: String
    package var raisedAt: Instant
    /// The deadline's title, and why it was due.
    package var title: String
    package var because: String
    package var dueAt: Instant
}

package enum EscalationRows {
    /// Keeps an escalation; true when it is new. Each reaches a role once.
    package static func raise(
        _ key: EscalationKey, subject: String, agency: String, at instant: Instant, on connection: Connection
    ) throws -> Bool {
        try connection.run(
            """
            INSERT INTO escalations (opened_by, programme, clock, number, subject, agency, role, raised_at)
            VALUES (\(key.openedBy), \(key.programme), \(key.clock), \(key.number), \(subject), \(agency), \(key.role),
                \(instant.milliseconds))
            ON CONFLICT (opened_by, programme, clock, number, role) DO NOTHING
            """) == 1
    }

    /// Whether a miss has reached a role, acknowledged or not.
    package static func isRaised(_ key: EscalationKey, on connection: Connection) throws -> Bool {
        try connection.exists(
            """
            SELECT 1 FROM escalations WHERE opened_by = \(key.openedBy) AND programme = \(key.programme)
                AND clock = \(key.clock) AND number = \(key.number) AND role = \(key.role)
            """)
    }

    /// What waits for a role of an agency about people whom the viewer may know of, the longest waiting first. One whose
    /// deadline was made good meanwhile no longer waits.
    package static func waiting(
        role: String, agency: String, rule: AccessRule, limit: Int, on connection: Connection
    ) throws -> [EscalationRow] {
        let allowed = AccessSQL(rule).filter(StandingRows.deadlineColumns)
        return try connection.all(
            """
            SELECT x.opened_by, x.programme, x.clock, x.number, x.role, x.subject, x.agency, x.raised_at, d.title,
                d.because, d.due_at
            FROM escalations x JOIN deadlines d ON d.opened_by = x.opened_by AND d.programme = x.programme
                AND d.clock = x.clock AND d.number = x.number
            WHERE x.acknowledged_at IS NULL AND x.role = \(role) AND x.agency = \(agency) AND d.is_outstanding = 1
                AND \(allowed)
            ORDER BY x.raised_at, x.opened_by, x.clock, x.number LIMIT \(limit)
            """
        ) { row in
            EscalationRow(
                key: EscalationKey(
                    openedBy: try row.text(0), programme: try row.text(1), clock: try row.text(2),
                    number: try row.int(3), role: try row.text(4)),
                subject: try row.text(5), agency: try row.text(6), raisedAt: Instant(milliseconds: try row.integer(7)),
                title: try row.text(8), because: try row.text(9), dueAt: Instant(milliseconds: try row.integer(10)))
        }
    }

    /// Acknowledges everything that waits for a worker's role and agency about one person's deadlines of a title.
    package static func acknowledge(
        _ title: String, of subject: String, by viewer: Viewer, at instant: Instant, on connection: Connection
    ) throws {
        _ = try connection.run(
            """
            UPDATE escalations SET acknowledged_at = \(instant.milliseconds), acknowledged_by = \(viewer.worker)
            WHERE subject = \(subject) AND role = \(viewer.role) AND agency = \(viewer.agency)
                AND acknowledged_at IS NULL
                AND EXISTS (SELECT 1 FROM deadlines d WHERE d.opened_by = escalations.opened_by
                    AND d.programme = escalations.programme AND d.clock = escalations.clock
                    AND d.number = escalations.number AND d.title = \(title))
            """)
    }

    /// Acknowledges what waits for a role of an agency, in a person's name; whom it is about, or nil when nothing of
    /// that key waits there.
    package static func acknowledge(
        _ key: EscalationKey, agency: String, by worker: String, at instant: Instant, on connection: Connection
    ) throws -> String? {
        try connection.first(
            """
            UPDATE escalations SET acknowledged_at = \(instant.milliseconds), acknowledged_by = \(worker)
            WHERE opened_by = \(key.openedBy) AND programme = \(key.programme) AND clock = \(key.clock)
                AND number = \(key.number) AND role = \(key.role) AND agency = \(agency) AND acknowledged_at IS NULL
            RETURNING subject
            """
        ) { try $0.text(0) }
    }
}
