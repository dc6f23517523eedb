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

    /// The events with these ids, by id; one that is not there is left out.
    package static func events(_ ids: [String], on connection: Connection) throws -> [String: EventRow] {
        var found: [String: EventRow] = [:]
        // Whole parts and a rest one by one share two statements.
        let whole = ids.count - ids.count % part
        for start in stride(from: 0, to: whole, by: part) {
            try read(Array(ids[start..<start + part]), into: &found, on: connection)
        }
        for id in ids[whole...] { try read([id], into: &found, on: connection) }
        return found
    }

    /// So many are fetched at a time.
    private static let part = 100

    private static func read(
        _ ids: [String], into found: inout [String: EventRow], on connection: Connection
    ) throws {
        try connection.each(
            """
            SELECT e.id, e.salt, e.subject, e.type, e.version, e.act, e.reason, e.supersedes, e.occurred_at, e.occurred_on,
                e.known_at, e.recorded_at, e.by, e.agency, s.section, s.answers
            FROM events e LEFT JOIN event_sections s ON s.event_id = e.id
            WHERE e.id IN \(list: ids) ORDER BY e.id, s.section
            """
        ) { row in
            let id = try row.text(0)
            if found[id] == nil { found[id] = try read(row) }
            if let section = try row.textOrNull(14) { found[id]?.sections.append((section, try row.text(15))) }
        }
    }

    /// Gives the id of every stored event, and whether its salt is gone.
    package static func eachID(
        on connection: Connection, _ body: (_ id: String, _ isErased: Bool) throws -> Void
    ) throws {
        var last = ""
        var count = 0
        repeat {
            count = 0
            try connection.each(
                """
                SELECT id, CASE WHEN salt IS NULL THEN 1 ELSE 0 END FROM events WHERE id > \(last) ORDER BY id LIMIT 10000
                """
            ) { row in
                last = try row.text(0)
                count += 1
                try body(last, row.flag(1))
            }
        } while count > 0
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
