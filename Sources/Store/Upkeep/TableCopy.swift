package import SQLAccess

/// Every table that holds something, in an order in which each comes after those that it refers to, with what is needed to
/// read it a part at a time.
package struct TableCopy: Sendable {
    package let name: StaticString
    /// The primary key.
    let key: [StaticString]
    package let columns: [StaticString]

    /// Rows in the order of the key, from after a row on; at most `limit`.
    ///
    /// - Parameter last: the row that was read last.
    package func rows(after last: [SQLValue]?, limit: Int, on connection: Connection) throws -> [[SQLValue]] {
        let names = { (list: [StaticString]) in list.map { "\(name: $0)" as SQLQuery }.joined(separator: ", ") }
        var condition: SQLQuery = ""
        if let last {
            let values = keyPlaces.map { "\(last[$0])" as SQLQuery }.joined(separator: ", ")
            condition = "WHERE (\(names(key))) > (\(values))"
        }
        return try connection.all(
            "SELECT \(names(columns)) FROM \(name: name) \(condition) ORDER BY \(names(key)) LIMIT \(limit)"
        ) { row in try columns.indices.map { try row.value($0) } }
    }

    package func add(_ rows: [[SQLValue]], on connection: Connection) throws {
        try connection.load(name, columns: columns, rows: rows)
    }

    /// Tells a server what its tables hold, which has never seen them filled. SQLite plans by its indexes alone.
    package static func gatherFigures(dialect: SQLDialect, on connection: Connection) throws {
        if dialect == .postgres { try connection.run("ANALYZE") }
    }

    package func count(on connection: Connection) throws -> Int {
        try connection.count("SELECT count(*) FROM \(name: name)")
    }

    /// Where the key stands among the columns.
    private var keyPlaces: [Int] {
        key.compactMap { part in columns.firstIndex { "\($0)" == "\(part)" } }
    }
}
