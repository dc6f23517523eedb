import Domain
import SQLAccess

/// Writes rows of the ledger. What they must hold is worked out above; here they are only kept.
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
        guard let last = subjects.last else { return }
        // One statement for all of a page; the last again and again makes lists of many lengths share a few statements.
        var count = 1
        while count < subjects.count { count *= 2 }
        let padding = Array(repeating: last, count: count - subjects.count)
        let rows: [SQLQuery] = (subjects + padding).map { "(\($0), \(position))" }
        try connection.run(
            """
            INSERT INTO ledger_subjects (subject, position) VALUES \(rows.joined(separator: ", "))
            ON CONFLICT (subject, position) DO NOTHING
            """)
    }

    /// Keeps a checkpoint with the right edge of its tree; both or neither. True when there was none of that size.
    @discardableResult
    package static func keepCheckpoint(
        size: Int64, note: String, frontier: [UInt8], on connection: Connection
    ) throws -> Bool {
        let added = try connection.run(
            """
            INSERT INTO ledger_checkpoints (size, note) VALUES (\(size), \(note)) ON CONFLICT (size) DO NOTHING
            """)
        guard added == 1 else { return false }
        try connection.run("INSERT INTO ledger_frontiers (size, frontier) VALUES (\(size), \(frontier))")
        return true
    }
}
