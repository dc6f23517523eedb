import Foundation
import PostgresAccess
package import SQLAccess
import SQLDriver
import SQLiteAccess
import Store
import Synchronization

/// The database that a test of use cases or pages stands on: SQLite, or with THROUGHCARE_TEST_ENGINE=postgres the other,
/// so that the same tests hold on both.
package enum TestDatabase {
    package static let engine: SQLDialect =
        ProcessInfo.processInfo.environment["THROUGHCARE_TEST_ENGINE"] == "postgres" ? .postgres : .sqlite

    /// An empty database, or on PostgreSQL one that is migrated already, which a migration leaves as it is.
    ///
    /// - Parameter path: where SQLite keeps it.
    package static func open(path: String) async throws -> any SQLDatabase {
        switch engine {
        case .sqlite: return try await SQLiteDatabase.open(path: path)
        case .postgres:
            let name = try await template.name()
            let seat = try await seats.borrow()
            do {
                let fresh = try TestServer.fresh(template: name)
                return OnServer(try await fresh.open(PostgresOptions(readers: 2, writers: 3)), fresh, seat)
            } catch {
                seats.giveBack(seat)
                throw error
            }
        }
    }

    /// All tests begin at once, and the server takes only so many connections.
    fileprivate static let seats = LoanPool(limit: 24) {
        Seat()
    } end: { _ in
    }

    fileprivate struct Seat: Sendable {}

    private static let template = Template()

    /// A migrated database that others are copies of: made once.
    private actor Template {
        private var making: Task<FreshDatabase, any Error>?

        func name() async throws -> String {
            let task =
                making
                ?? Task {
                    let fresh = try TestServer.fresh()
                    let database = try await fresh.open(PostgresOptions(readers: 1, writers: 1))
                    try await Schema.runner.migrate(database)
                    await database.close()
                    return fresh
                }
            making = task
            return try await task.value.name
        }
    }
}

/// A database on the server, which is dropped once it is closed and forgotten.
private final class OnServer: SQLDatabase {
    private let base: PostgresDatabase
    private let fresh: FreshDatabase
    private let seat: Mutex<TestDatabase.Seat?>

    init(_ base: PostgresDatabase, _ fresh: FreshDatabase, _ seat: TestDatabase.Seat) {
        self.base = base
        self.fresh = fresh
        self.seat = Mutex(seat)
    }

    deinit {
        leave()
    }

    private func leave() {
        let seat = seat.withLock { seat in
            defer { seat = nil }
            return seat
        }
        if let seat { TestDatabase.seats.giveBack(seat) }
    }

    var dialect: SQLDialect { base.dialect }

    func read<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
        try await base.read(body)
    }

    func write<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
        try await base.write(body)
    }

    func writeInTurn<T: Sendable>(
        _ turn: SQLTurn, _ body: @escaping @Sendable (any SQLConnection) throws -> T
    ) async throws -> T {
        try await base.writeInTurn(turn, body)
    }

    func columns() async throws -> [SQLColumn] { try await base.columns() }

    func close() async {
        await base.close()
        leave()
    }
}
