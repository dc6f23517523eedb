import GRDB
import GRDBSQLite
import SQLAccess
import SQLDriver

/// A connection lent for one transaction.
final class SQLiteConnection: SQLConnection {
    /// Nil once the transaction has ended; a closure that kept the connection finds it closed.
    private var database: Database?
    private let statements: StatementCache

    var leavesWork = false

    /// The first statement that failed. The transaction is lost with it.
    private(set) var fault: SQLFault?

    init(_ database: Database, _ statements: StatementCache) {
        self.database = database
        self.statements = statements
    }

    @discardableResult
    func run(_ query: SQLQuery) throws -> Int {
        try run(query.text, query.values)
    }

    func each(_ query: SQLQuery, _ body: (any SQLRow) throws -> Void) throws {
        let database = try usable()
        let statement = try prepare(query.text, in: database)
        defer { statement.release() }
        try statement.bind(query.values)
        let row = SQLiteRow(statement.handle)
        defer { row.end() }
        while try step(statement, in: database) { try body(row) }
    }

    /// There is one writer.
    func holds(_ turn: SQLTurn) -> Bool { true }

    /// Ends the transaction's use of it.
    func end() {
        database = nil
    }

    /// Runs one of the driver's own words, such as `BEGIN`, whatever happened before.
    func control(_ word: TransactionWord) throws(SQLFault) {
        guard let database else { throw .closed }
        do {
            let statement = try statements.statement(word.rawValue, in: database)
            defer { statement.release() }
            guard sqlite3_step(statement.handle) == SQLITE_DONE else { throw SQLFault(lastOf: database) }
        } catch {
            throw SQLFault(from: error)
        }
    }

    /// Whether a transaction is open. SQLite ends it by itself after some failures.
    var isInTransaction: Bool {
        sqlite3_get_autocommit(database?.sqliteConnection) == 0
    }

    /// Whether rows wait for the row they refer to, which would make the commit fail.
    var hasUnmetReferences: Bool {
        var current: CInt = 0
        var highest: CInt = 0
        sqlite3_db_status(database?.sqliteConnection, SQLITE_DBSTATUS_DEFERRED_FKS, &current, &highest, 0)
        return current != 0
    }

    private func run(_ text: String, _ values: [SQLValue]) throws -> Int {
        let database = try usable()
        let statement = try prepare(text, in: database)
        defer { statement.release() }
        try statement.bind(values)
        let before = sqlite3_total_changes64(database.sqliteConnection)
        while try step(statement, in: database) {}
        // A statement that changes no row leaves the count of the one before it standing.
        guard sqlite3_total_changes64(database.sqliteConnection) != before else { return 0 }
        return Int(sqlite3_changes64(database.sqliteConnection))
    }

    private func usable() throws(SQLFault) -> Database {
        if let fault { throw fault }
        guard let database else { throw .closed }
        return database
    }

    private func prepare(_ text: String, in database: Database) throws(SQLFault) -> PreparedStatement {
        do {
            try DriverWords.refuse(in: text)
            return try statements.statement(text, in: database)
        } catch {
            throw lose(SQLFault(from: error))
        }
    }

    /// Whether there is a row to stand on.
    private func step(_ statement: PreparedStatement, in database: Database) throws(SQLFault) -> Bool {
        switch sqlite3_step(statement.handle) {
        case SQLITE_ROW: true
        case SQLITE_DONE: false
        default: throw lose(SQLFault(lastOf: database))
        }
    }

    private func lose(_ fault: SQLFault) -> SQLFault {
        self.fault = fault
        return fault
    }
}
