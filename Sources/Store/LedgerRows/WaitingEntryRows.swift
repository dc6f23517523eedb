import SQLAccess

/// Entries that wait for their place in the ledger.
package enum WaitingEntryRows {
    package struct Row: Sendable {
        package var number: Int64
        /// The canonical line, with place 0.
        package var line: String
        package var salt: [UInt8]
        package var content: String
        /// A JSON list.
        package var subjects: String
    }

    /// Keeps an entry with the write that it is about.
    package static func add(
        line: String, salt: [UInt8], content: String, subjects: String, on connection: Connection
    ) throws {
        try connection.run(
            """
            INSERT INTO ledger_waiting (entry, salt, content, subjects)
            VALUES (\(line), \(salt), \(content), \(subjects))
            """)
        connection.leavesWork = true
    }

    /// Those that have waited longest.
    package static func first(_ limit: Int, on connection: Connection) throws -> [Row] {
        try connection.all(
            "SELECT number, entry, salt, content, subjects FROM ledger_waiting ORDER BY number LIMIT \(limit)"
        ) { row in
            Row(
                number: try row.integer(0), line: try row.text(1), salt: try row.bytes(2), content: try row.text(3),
                subjects: try row.text(4))
        }
    }

    /// Takes out those that have their place.
    package static func remove(_ numbers: [Int64], on connection: Connection) throws {
        guard !numbers.isEmpty else { return }
        try connection.run("DELETE FROM ledger_waiting WHERE number IN \(list: numbers)")
    }
}
