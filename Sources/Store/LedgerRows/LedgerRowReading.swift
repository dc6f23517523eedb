import SQLAccess

/// Reads rows of the ledger as they lie there, believed by nobody yet.
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
        ) { try body(entry($0)) }
    }

    package static func entry(_ position: Int64, on connection: Connection) throws -> EntryRow? {
        var found: EntryRow?
        try eachEntry(from: position, limit: 1, on: connection) { found = $0.position == position ? $0 : nil }
        return found
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

    /// How many entries the ledger has; entries that were cut out of its middle are counted.
    package static func size(on connection: Connection) throws -> Int64 {
        try LedgerRowWriting.nextPosition(on: connection)
    }

    /// The entries that concern a subject, the newest first.
    ///
    /// - Parameter position: only those before it; nil for the newest of all.
    package static func entries(
        about subject: String, before position: Int64? = nil, limit: Int, on connection: Connection
    ) throws -> [EntryRow] {
        let before = position ?? .max
        // All that wait to be indexed are newer than all that are.
        let newest = try connection.all(
            """
            SELECT e.position, e.entry, e.leaf_hash, c.salt, c.content
            FROM ledger_unindexed u JOIN ledger_entries e ON e.position = u.position
                LEFT JOIN ledger_contents c ON c.position = e.position
            WHERE u.subjects LIKE \("%\"\(subject)\"%") AND u.position < \(before) ORDER BY u.position DESC LIMIT \(limit)
            """, entry)
        guard newest.count < limit else { return newest }
        return try newest
            + connection.all(
                """
                SELECT e.position, e.entry, e.leaf_hash, c.salt, c.content
                FROM ledger_subjects s JOIN ledger_entries e ON e.position = s.position
                    LEFT JOIN ledger_contents c ON c.position = e.position
                WHERE s.subject = \(subject) AND s.position < \(before) ORDER BY s.position DESC
                LIMIT \(limit - newest.count)
                """, entry)
    }

    /// The oldest entries that the index of subjects does not hold yet.
    package static func unindexed(
        _ limit: Int, on connection: Connection
    ) throws -> [(position: Int64, subjects: String)] {
        try connection.all("SELECT position, subjects FROM ledger_unindexed ORDER BY position LIMIT \(limit)") {
            (try $0.integer(0), try $0.text(1))
        }
    }

    /// Contents that lie beside no entry: there should be none.
    package static func contentsWithoutEntry(on connection: Connection) throws -> [Int64] {
        try connection.all(
            """
            SELECT c.position FROM ledger_contents c
            WHERE NOT EXISTS (SELECT 1 FROM ledger_entries e WHERE e.position = c.position) ORDER BY c.position
            """
        ) { try $0.integer(0) }
    }

    private static func entry(_ row: any SQLRow) throws -> EntryRow {
        EntryRow(
            position: try row.integer(0), line: try row.text(1), leafHash: try row.bytes(2),
            salt: try row.bytesOrNull(3), content: try row.textOrNull(4))
    }
}
