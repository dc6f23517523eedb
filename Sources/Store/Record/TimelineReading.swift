package import Domain
import SQLAccess

/// One event as a viewer may see it: only the sections that are theirs to read were selected.
package struct TimelineEvent: Sendable {
    package var id: String
    package var type: String
    package var version: String
    package var act: String
    package var reason: String?
    package var supersedes: String?
    package var occurredAt: Instant
    package var occurredOn: String?
    package var recordedAt: Instant
    package var by: String
    package var agency: String
    /// By category section, the stored text.
    package var sections: [(section: String, answers: String)]
}

extension TimelineEvent {
    /// With no section yet.
    init(_ columns: EventColumns) {
        self.init(
            id: columns.id, type: columns.type, version: columns.version, act: columns.act, reason: columns.reason,
            supersedes: columns.supersedes, occurredAt: Instant(milliseconds: columns.occurredAt),
            occurredOn: columns.occurredOn, recordedAt: Instant(milliseconds: columns.recordedAt), by: columns.by,
            agency: columns.agency, sections: [])
    }
}

package enum TimelineReading {
    /// A subject's events in force, the newest first, with the sections that a rule allows. An event with no section
    /// that may be read is not there.
    ///
    /// - Parameter types: only these record types; every type when `nil`.
    package static func events(
        of subject: String, types: [String]? = nil, rule: RowRule, before: Instant? = nil, limit: Int,
        on connection: Connection
    ) throws -> [TimelineEvent] {
        let ofTypes: SQLQuery = types.map { " AND e.type IN \(list: $0)" } ?? ""
        let allowed = AccessSQL(rule).filter(PeopleColumns.sections)
        let earlier: SQLQuery = before.map { " AND e.occurred_at < \($0.milliseconds)" } ?? ""
        // The page's events are chosen first, so that the limit counts events and not sections.
        return try read(
            """
            SELECT \(EventColumns.withSection)
            FROM events e JOIN event_sections s ON s.event_id = e.id
            WHERE e.subject = \(subject) AND e.act <> 'withdraw'
                AND NOT EXISTS (SELECT 1 FROM events x WHERE x.supersedes = e.id) AND \(allowed)\(earlier)\(ofTypes)
            ORDER BY e.occurred_at DESC, e.id DESC, s.section
            """, limit: limit, on: connection)
    }

    /// One event with all its versions, the newest first, as far as the rule allows.
    package static func event(
        _ id: String, subject: String, rule: RowRule, on connection: Connection
    ) throws -> TimelineEvent? {
        let allowed = AccessSQL(rule).filter(PeopleColumns.sections)
        return try read(
            """
            SELECT \(EventColumns.withSection)
            FROM events e JOIN event_sections s ON s.event_id = e.id
            WHERE e.id = \(id) AND e.subject = \(subject) AND \(allowed) ORDER BY s.section
            """, limit: 1, on: connection
        ).first
    }

    /// Whether the viewer may see anything of the subject.
    package static func isAnythingVisible(
        of subject: String, rule: RowRule, on connection: Connection
    ) throws -> Bool {
        let allowed = AccessSQL(rule).filter(PeopleColumns.sections)
        return try connection.exists(
            """
            SELECT 1 FROM events e JOIN event_sections s ON s.event_id = e.id
            WHERE e.subject = \(subject) AND \(allowed) LIMIT 1
            """)
    }

    /// The events that were superseded by a correction the viewer may see, for those entitled to old versions.
    package static func superseding(_ id: String, on connection: Connection) throws -> String? {
        try connection.first("SELECT id FROM events WHERE supersedes = \(id)") { try $0.text(0) }
    }

    private static func read(
        _ query: SQLQuery, limit: Int, on connection: Connection
    ) throws -> [TimelineEvent] {
        var events: [TimelineEvent] = []
        var columns: EventColumns?
        struct Enough: Error {}
        do {
            try connection.each(query) { row in
                if try columns?.id != row.text(0) {
                    if events.count == limit { throw Enough() }
                    let next = try EventColumns(row)
                    events.append(TimelineEvent(next))
                    columns = next
                }
                guard let section = try columns?.section(row) else { return }
                events[events.count - 1].sections.append(section)
            }
        } catch is Enough {}
        return events
    }
}
