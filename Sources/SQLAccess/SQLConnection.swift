/// A connection inside one transaction, lent to a closure. It is not `Sendable`, so it cannot leave that closure.
///
/// A statement that fails loses its transaction: later statements throw the same fault, and a write that swallowed it
/// fails all the same. That is how PostgreSQL behaves, and the same code must run on every engine; where a conflict is
/// expected, say `ON CONFLICT` and look at the count. Transaction words (`BEGIN`, `COMMIT`, `SAVEPOINT` …) are refused.
package protocol SQLConnection: AnyObject {
    /// Whether no other write of this turn runs beside this one: always so where the engine has one writer.
    func holds(_ turn: SQLTurn) -> Bool

    /// Set by a write that has left something to be done after its commit, in a turn.
    var leavesWork: Bool { get set }

    /// Runs a statement to its end and returns how many rows it itself inserted, updated or deleted (not its triggers;
    /// 0 for a definition or a `SELECT`). Throws `SQLFault`.
    @discardableResult
    func run(_ query: SQLQuery) throws -> Int

    /// Adds many rows to a table, in the engine's quickest way. Each row has a value for each of `columns`, in that order.
    /// Throws `SQLFault`; the transaction is lost when one row is refused.
    func load(_ table: StaticString, columns: [StaticString], rows: [[SQLValue]]) throws

    /// Runs a query, `RETURNING` included, and gives `body` each row in order. An error from `body` ends the query and
    /// is thrown on; anything else thrown is a `SQLFault`. Queries may nest.
    func each(_ query: SQLQuery, _ body: (any SQLRow) throws -> Void) throws
}

extension SQLConnection {
    /// By statements of many rows each.
    package func load(_ table: StaticString, columns: [StaticString], rows: [[SQLValue]]) throws {
        let names = columns.map { "\(name: $0)" as SQLQuery }.joined(separator: ", ")
        var (rest, size) = (rows[...], max(1, 1_000 / max(1, columns.count)))
        while !rest.isEmpty {
            // A whole part, or single rows: two statements for each table.
            if rest.count < size { size = 1 }
            let part = rest.prefix(size).map { row in
                "(" + row.map { "\($0)" as SQLQuery }.joined(separator: ", ") + ")"
            }
            try run("INSERT INTO \(name: table) (\(names)) VALUES \(part.joined(separator: ", "))")
            rest = rest.dropFirst(size)
        }
    }

    /// Every row, made into values, in the query's order.
    package func all<T>(_ query: SQLQuery, _ make: (any SQLRow) throws -> T) throws -> [T] {
        var values: [T] = []
        try each(query) { values.append(try make($0)) }
        return values
    }

    /// The first row made into a value, or nil where there is none. The rest are not read.
    package func first<T>(_ query: SQLQuery, _ make: (any SQLRow) throws -> T) throws -> T? {
        var value: T?
        do {
            try each(query) {
                value = .some(try make($0))
                throw EnoughRows()
            }
        } catch is EnoughRows {}
        return value
    }

    /// Whether the query has any row.
    package func exists(_ query: SQLQuery) throws -> Bool {
        try first(query) { _ in true } ?? false
    }

    /// The number in the first column of the one row of a `SELECT count(*) …`. A query without a row or a number is
    /// `SQLFault.unreadable`.
    package func count(_ query: SQLQuery) throws -> Int {
        guard let count = try first(query, { try $0.int(0) }) else { throw SQLFault.unreadable(column: 0) }
        return count
    }
}

/// Thrown through `each` to stop it after the row that was wanted.
private struct EnoughRows: Error {}
