import SQLAccess
import Synchronization

/// Passes everything on to a database and keeps the statements of each transaction.
final class WatchedDatabase: SQLDatabase {
    struct Transaction: Sendable {
        var isWrite: Bool
        var statements: [Statement]
    }

    struct Statement: Sendable {
        var query: SQLQuery
        /// How many rows were read, where whoever asked had enough before the last.
        var enough: Int?
    }

    private let base: any SQLDatabase
    private let kept = Mutex<[Transaction]>([])

    init(_ base: any SQLDatabase) {
        self.base = base
    }

    /// What was kept since this was last asked.
    func take() -> [Transaction] {
        kept.withLock { kept in
            defer { kept = [] }
            return kept
        }
    }

    var dialect: SQLDialect { base.dialect }

    func read<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
        try await base.read { connection in
            let watched = WatchedConnection(connection)
            defer { self.keep(watched, isWrite: false) }
            return try body(watched)
        }
    }

    @discardableResult
    func write<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
        try await base.write { try self.watch($0, body) }
    }

    @discardableResult
    func writeInTurn<T: Sendable>(
        _ turn: SQLTurn, _ body: @escaping @Sendable (any SQLConnection) throws -> T
    ) async throws -> T {
        try await base.writeInTurn(turn) { try self.watch($0, body) }
    }

    private func watch<T>(_ connection: any SQLConnection, _ body: (any SQLConnection) throws -> T) throws -> T {
        let watched = WatchedConnection(connection)
        let value = try body(watched)
        keep(watched, isWrite: true)
        return value
    }

    func columns() async throws -> [SQLColumn] { try await base.columns() }

    func close() async { await base.close() }

    private func keep(_ watched: WatchedConnection, isWrite: Bool) {
        let transaction = Transaction(isWrite: isWrite, statements: watched.statements)
        kept.withLock { $0.append(transaction) }
    }
}

private final class WatchedConnection: SQLConnection {
    private let base: any SQLConnection
    private(set) var statements: [WatchedDatabase.Statement] = []

    func holds(_ turn: SQLTurn) -> Bool { base.holds(turn) }
    var leavesWork: Bool {
        get { base.leavesWork }
        set { base.leavesWork = newValue }
    }

    init(_ base: any SQLConnection) {
        self.base = base
    }

    func run(_ query: SQLQuery) throws -> Int {
        statements.append(.init(query: query))
        return try base.run(query)
    }

    func each(_ query: SQLQuery, _ body: (any SQLRow) throws -> Void) throws {
        let place = statements.count
        statements.append(.init(query: query))
        var rows = 0
        try base.each(query) { row in
            rows += 1
            do {
                try body(row)
            } catch {
                statements[place].enough = rows
                throw error
            }
        }
    }
}
