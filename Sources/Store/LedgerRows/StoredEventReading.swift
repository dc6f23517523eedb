import SQLAccess

/// Reads events as the ledger's digest covers them: every column that counts, and the text of each section.
package enum StoredEventReading {
    package struct EventRow: Sendable {
        package var id: String
        package var salt: [UInt8]?
        package var subject: String
        package var type: String
        package var version: String
        package var act: String
        package var reason: String?
        package var supersedes: String?
        package var occurredAt: Int64
        package var occurredOn: String?
        package var knownAt: Int64
        package var recordedAt: Int64
        package var by: String
        package var agency: String
        package var sections: [(section: String, answers: String)] = []
    }

    package static func event(_ id: String, on connection: Connection) throws -> EventRow? {
        var found: EventRow?
        try connection.each(
            """
            SELECT e.id, e.salt, e.subject, e.type, e.version, e.act, e.reason, e.supersedes, e.occurred_at, e.occurred_on,
                e.known_at, e.recorded_at, e.by, e.agency, s.section, s.answers
            FROM events e LEFT JOIN event_sections s ON s.event_id = e.id WHERE e.id = \(id) ORDER BY s.section
            """
        ) { row in
            if found == nil { found = try read(row) }
            if let section = try row.textOrNull(14) { found?.sections.append((section, try row.text(15))) }
        }
        return found
    }

    /// Gives the id of every stored event, and whether its salt is gone.
    package static func eachID(
        on connection: Connection, _ body: (_ id: String, _ isErased: Bool) throws -> Void
    ) throws {
        try connection.each("SELECT id, CASE WHEN salt IS NULL THEN 1 ELSE 0 END FROM events ORDER BY id") { row in
            try body(row.text(0), row.flag(1))
        }
    }

    private static func read(_ row: any SQLRow) throws -> EventRow {
        EventRow(
            id: try row.text(0), salt: try row.bytesOrNull(1), subject: try row.text(2), type: try row.text(3),
            version: try row.text(4), act: try row.text(5), reason: try row.textOrNull(6),
            supersedes: try row.textOrNull(7), occurredAt: try row.integer(8), occurredOn: try row.textOrNull(9),
            knownAt: try row.integer(10), recordedAt: try row.integer(11), by: try row.text(12),
            agency: try row.text(13))
    }
}
