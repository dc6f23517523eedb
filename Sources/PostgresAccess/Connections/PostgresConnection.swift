import SQLAccess
import SQLDriver

/// A connection lent for one transaction.
final class PostgresConnection: SQLConnection {
    /// Nil once the transaction has ended; a closure that kept the connection finds it closed.
    private var link: PostgresLink?

    private let turn: SQLTurn?
    var leavesWork = false

    /// The first statement that failed. The transaction is lost with it.
    private(set) var fault: SQLFault?

    init(_ link: PostgresLink, turn: SQLTurn?) {
        self.link = link
        self.turn = turn
    }

    func holds(_ turn: SQLTurn) -> Bool { turn == self.turn }

    @discardableResult
    func run(_ query: SQLQuery) throws -> Int {
        try execute(query).changes
    }

    func load(_ table: StaticString, columns: [StaticString], rows: [[SQLValue]]) throws {
        guard !rows.isEmpty else { return }
        try use { link throws(SQLFault) in try link.copy(rows, into: "\(table)", columns: columns.map { "\($0)" }) }
    }

    func each(_ query: SQLQuery, _ body: (any SQLRow) throws -> Void) throws {
        let result = try execute(query)
        let row = PostgresRow(result)
        defer { row.end() }
        while row.next() { try body(row) }
    }

    /// Ends the transaction's use of it.
    func end() {
        link = nil
    }

    private func execute(_ query: SQLQuery) throws(SQLFault) -> PostgresResult {
        try use { link throws(SQLFault) in
            try DriverWords.refuse(in: query.text)
            return try link.execute(query)
        }
    }

    private func use<T>(_ body: (PostgresLink) throws(SQLFault) -> T) throws(SQLFault) -> T {
        if let fault { throw fault }
        guard let link else { throw .closed }
        do throws(SQLFault) {
            return try body(link)
        } catch {
            // A value that was never sent has cost nothing.
            if case .unstorable = error { throw error }
            fault = error
            throw error
        }
    }
}
