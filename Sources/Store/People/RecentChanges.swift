package import Domain
import SQLAccess

/// One thing somebody else recorded.
package struct RecentChange: Sendable, Hashable {
    package var event: String
    package var subject: String
    package var type: String
    package var version: String
    package var act: String
    package var by: String
    package var agency: String
    package var occurredAt: Instant
    package var recordedAt: Instant
}

package enum RecentChanges {
    /// What others recorded of these people since an instant, the newest first, where the viewer may see some of it.
    package static func since(
        _ instant: Instant, of seen: SeenSubjects, notBy worker: String, limit: Int, on connection: Connection
    ) throws -> [RecentChange] {
        var found: [RecentChange] = []
        try seen.each { subjects, allowed in
            found += try connection.all(
                """
                SELECT e.id, e.subject, e.type, e.version, e.act, e.by, e.agency, e.occurred_at, e.recorded_at
                FROM events e
                WHERE e.subject IN \(list: subjects) AND e.recorded_at > \(instant.milliseconds) AND e.by <> \(worker)
                    AND EXISTS (SELECT 1 FROM event_sections s
                        WHERE s.event_id = e.id AND \(allowed.filter(PeopleColumns.sections)))
                ORDER BY e.recorded_at DESC, e.id LIMIT \(limit)
                """, change)
        }
        found.sort { ($1.recordedAt, $0.event) < ($0.recordedAt, $1.event) }
        return Array(found.prefix(limit))
    }

    private static func change(_ row: any SQLRow) throws -> RecentChange {
        RecentChange(
            event: try row.text(0), subject: try row.text(1), type: try row.text(2), version: try row.text(3),
            act: try row.text(4), by: try row.text(5), agency: try row.text(6),
            occurredAt: Instant(milliseconds: try row.integer(7)), recordedAt: Instant(milliseconds: try row.integer(8))
        )
    }

    /// When an agency last recorded something that occurred to each of these people; a person of whom it recorded
    /// nothing that the viewer may see is left out.
    package static func lastOccurred(
        to seen: SeenSubjects, recordedBy agency: String, on connection: Connection
    ) throws -> [String: Instant] {
        var last: [String: Instant] = [:]
        try seen.each { subjects, allowed in
            // From each person's newest event back to the first that counts, not over all of them.
            try connection.each(
                """
                SELECT p.id, (SELECT e.occurred_at FROM events e
                    WHERE e.subject = p.id AND e.agency = \(agency) AND e.act <> 'withdraw'
                        AND EXISTS (SELECT 1 FROM event_sections s
                            WHERE s.event_id = e.id AND \(allowed.filter(PeopleColumns.sections)))
                    ORDER BY e.occurred_at DESC LIMIT 1)
                FROM subjects p WHERE p.id IN \(list: subjects)
                """
            ) { row in last[try row.text(0)] = try row.integerOrNull(1).map(Instant.init(milliseconds:)) }
        }
        return last
    }

    /// When the worker's last session but the present one ended, or was last used; nil when there was none.
    ///
    /// - Parameter reference: what the ledger calls the present session.
    package static func previousSession(
        of worker: String, before reference: String, on connection: Connection
    ) throws -> Instant? {
        try connection.first(
            """
            SELECT coalesce(ended_at, seen_at) FROM sessions WHERE worker = \(worker) AND reference <> \(reference)
            ORDER BY created_at DESC LIMIT 1
            """
        ) { Instant(milliseconds: try $0.integer(0)) }
    }
}
