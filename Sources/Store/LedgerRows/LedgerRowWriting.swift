import Domain
import SQLAccess

/// Rows of the ledger. What they must hold is worked out above; here they are only kept and fetched.
package enum LedgerRowWriting {
    /// The place the next entry takes. SQLite has one writer, so the place is certain inside a write.
    package static func nextPosition(on connection: Connection) throws -> Int64 {
        try connection.first("SELECT coalesce(max(position) + 1, 0) FROM ledger_entries") { try $0.integer(0) } ?? 0
    }

    package static func append(
        position: Int64, line: String, leafHash: [UInt8], salt: [UInt8], content: String, subjects: [String],
        on connection: Connection
    ) throws {
        try connection.run(
            "INSERT INTO ledger_entries (position, entry, leaf_hash) VALUES (\(position), \(line), \(leafHash))")
        try connection.run(
            "INSERT INTO ledger_contents (position, salt, content) VALUES (\(position), \(salt), \(content))")
        for subject in subjects {
            try connection.run(
                """
                INSERT INTO ledger_subjects (subject, position) VALUES (\(subject), \(position))
                ON CONFLICT (subject, position) DO NOTHING
                """)
        }
    }

    package static func keepCheckpoint(
        size: Int64, note: String, frontier: [UInt8], on connection: Connection
    ) throws {
        try connection.run(
            """
            INSERT INTO ledger_checkpoints (size, note) VALUES (\(size), \(note)) ON CONFLICT (size) DO NOTHING
            """)
        try connection.run(
            """
            INSERT INTO ledger_frontiers (size, frontier) VALUES (\(size), \(frontier)) ON CONFLICT (size) DO NOTHING
            """)
    }
}

package enum LedgerRowReading {
    package struct EntryRow: Sendable {
        package var position: Int64
        package var line: String
        package var leafHash: [UInt8]
        package var salt: [UInt8]?
        package var content: String?
    }

    /// Gives each entry in order, from a position on.
    package static func eachEntry(
        from position: Int64, limit: Int, on connection: Connection, _ body: (EntryRow) throws -> Void
    ) throws {
        try connection.each(
            """
            SELECT e.position, e.entry, e.leaf_hash, c.salt, c.content
            FROM ledger_entries e LEFT JOIN ledger_contents c ON c.position = e.position
            WHERE e.position >= \(position) ORDER BY e.position LIMIT \(limit)
            """
        ) { row in
            try body(
                EntryRow(
                    position: row.integer(0), line: row.text(1), leafHash: row.bytes(2), salt: row.bytesOrNull(3),
                    content: row.textOrNull(4)))
        }
    }

    package static func leafHashes(
        from position: Int64, limit: Int, on connection: Connection
    ) throws -> [[UInt8]] {
        try connection.all(
            """
            SELECT leaf_hash FROM ledger_entries WHERE position >= \(position) ORDER BY position LIMIT \(limit)
            """
        ) { try $0.bytes(0) }
    }

    package static func size(on connection: Connection) throws -> Int64 {
        try LedgerRowWriting.nextPosition(on: connection)
    }

    /// Every checkpoint, the smallest first.
    package static func checkpoints(on connection: Connection) throws -> [(size: Int64, note: String)] {
        try connection.all("SELECT size, note FROM ledger_checkpoints ORDER BY size") {
            (try $0.integer(0), try $0.text(1))
        }
    }

    /// The right edge of the tree at the last checkpoint.
    package static func lastFrontier(on connection: Connection) throws -> (size: Int64, frontier: [UInt8])? {
        try connection.first("SELECT size, frontier FROM ledger_frontiers ORDER BY size DESC LIMIT 1") {
            (try $0.integer(0), try $0.bytes(1))
        }
    }

    package static func erasedEntries(on connection: Connection) throws -> Set<Int64> {
        Set(try connection.all("SELECT position FROM ledger_erasures") { try $0.integer(0) })
    }

    package static func erasedEvents(on connection: Connection) throws -> Set<String> {
        Set(try connection.all("SELECT event_id FROM event_erasures") { try $0.text(0) })
    }

    /// The entries that concern a subject, the newest first.
    package static func entries(
        about subject: String, limit: Int, on connection: Connection
    ) throws -> [EntryRow] {
        try connection.all(
            """
            SELECT e.position, e.entry, e.leaf_hash, c.salt, c.content
            FROM ledger_subjects s JOIN ledger_entries e ON e.position = s.position
                LEFT JOIN ledger_contents c ON c.position = e.position
            WHERE s.subject = \(subject) ORDER BY s.position DESC LIMIT \(limit)
            """
        ) { row in
            EntryRow(
                position: try row.integer(0), line: try row.text(1), leafHash: try row.bytes(2),
                salt: try row.bytesOrNull(3), content: try row.textOrNull(4))
        }
    }

    /// A stored event as the ledger's digest covers it.
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

    /// Gives every stored event with its sections, by id.
    package static func eachEvent(on connection: Connection, _ body: (EventRow) throws -> Void) throws {
        var current: EventRow?
        try connection.each(
            """
            SELECT e.id, e.salt, e.subject, e.type, e.version, e.act, e.reason, e.supersedes, e.occurred_at, e.occurred_on,
                e.known_at, e.recorded_at, e.by, e.agency, s.section, s.answers
            FROM events e LEFT JOIN event_sections s ON s.event_id = e.id ORDER BY e.id, s.section
            """
        ) { row in
            let id = try row.text(0)
            if current?.id != id {
                if let done = current { try body(done) }
                current = EventRow(
                    id: id, salt: try row.bytesOrNull(1), subject: try row.text(2), type: try row.text(3),
                    version: try row.text(4), act: try row.text(5), reason: try row.textOrNull(6),
                    supersedes: try row.textOrNull(7), occurredAt: try row.integer(8), occurredOn: try row.textOrNull(9),
                    knownAt: try row.integer(10), recordedAt: try row.integer(11), by: try row.text(12),
                    agency: try row.text(13))
            }
            if let section = try row.textOrNull(14) {
                current?.sections.append((section, try row.text(15)))
            }
        }
        if let done = current { try body(done) }
    }
}
