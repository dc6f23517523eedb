import Domain
import SQLAccess

/// Writes rows of the ledger. What they must hold is worked out above; here they are only kept.
package enum LedgerRowWriting {
    /// An entry in its place, with what lies beside it.
    package struct Row: Sendable {
        package var position: Int64
        package var line: String
        package var leafHash: [UInt8]
        package var salt: [UInt8]
        package var content: String
        /// The subjects it concerns, as a JSON list; nil for none.
        package var subjects: String?

        package init(
            position: Int64, line: String, leafHash: [UInt8], salt: [UInt8], content: String, subjects: String?
        ) {
            self.position = position
            self.line = line
            self.leafHash = leafHash
            self.salt = salt
            self.content = content
            self.subjects = subjects
        }
    }

    /// Whether nobody else gives out places while this write runs.
    package static func hasTurn(on connection: Connection) -> Bool { connection.holds(.ledger) }

    /// The place the next entry takes. Certain only in a turn of the ledger.
    package static func nextPosition(on connection: Connection) throws -> Int64 {
        try connection.first("SELECT coalesce(max(position) + 1, 0) FROM ledger_entries") { try $0.integer(0) } ?? 0
    }

    package static func append(_ rows: [Row], on connection: Connection) throws {
        try inParts(rows) { part in
            let entries: [SQLQuery] = part.map { "(\($0.position), \($0.line), \($0.leafHash))" }
            try connection.run(
                """
                INSERT INTO ledger_entries (position, entry, leaf_hash) VALUES \(entries.joined(separator: ", "))
                """)
            let contents: [SQLQuery] = part.map { "(\($0.position), \($0.salt), \($0.content))" }
            try connection.run(
                """
                INSERT INTO ledger_contents (position, salt, content) VALUES \(contents.joined(separator: ", "))
                """)
        }
        try inParts(rows.filter { $0.subjects != nil }) { part in
            let lists: [SQLQuery] = part.map { "(\($0.position), \($0.subjects))" }
            try connection.run(
                "INSERT INTO ledger_unindexed (position, subjects) VALUES \(lists.joined(separator: ", "))")
        }
    }

    /// Puts entries into the index of subjects, from where they waited.
    ///
    /// - Parameter pairs: by subject, so that what lies side by side in the index is written side by side.
    package static func index(
        _ pairs: [(subject: String, position: Int64)], upTo last: Int64, on connection: Connection
    ) throws {
        try connection.run("DELETE FROM ledger_unindexed WHERE position <= \(last)")
        for start in stride(from: 0, to: pairs.count, by: 64) {
            let part = pairs[start..<min(start + 64, pairs.count)]
            var count = 1
            while count < part.count { count *= 2 }
            let padding = part.suffix(1).flatMap { Array(repeating: $0, count: count - part.count) }
            let rows: [SQLQuery] = (part + padding).map { "(\($0.subject), \($0.position))" }
            try connection.run(
                """
                INSERT INTO ledger_subjects (subject, position) VALUES \(rows.joined(separator: ", "))
                ON CONFLICT (subject, position) DO NOTHING
                """)
        }
    }

    /// Parts of 64, 32 … 1, so that lists of all lengths share a few statements.
    private static func inParts<T>(_ list: [T], _ body: (ArraySlice<T>) throws -> Void) throws {
        var rest = list[...]
        var size = 64
        while !rest.isEmpty {
            while size > rest.count { size /= 2 }
            try body(rest.prefix(size))
            rest = rest.dropFirst(size)
        }
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
