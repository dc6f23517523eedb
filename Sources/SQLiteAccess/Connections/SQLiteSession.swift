import GRDB
import SQLAccess

/// One open connection and the statements it keeps ready.
///
/// Its connection belongs to a queue of GRDB's, which runs one closure at a time; the statements are touched only
/// there, which is what makes it safe to share.
final class SQLiteSession: @unchecked Sendable {
    let queue: DatabaseQueue
    private let statements = StatementCache()

    init(path: String, configuration: Configuration) throws {
        queue = try DatabaseQueue(path: path, configuration: configuration)
    }

    /// Runs `body` with the connection, on the calling thread, when no other closure is.
    func use<T>(_ body: (SQLiteConnection) throws -> T) rethrows -> T {
        try queue.unsafeRead { database in try lend(database, body) }
    }

    /// Runs `body` with the connection on the queue's own thread, after what was asked for before.
    func useLater(_ body: @escaping @Sendable (SQLiteSession, Database) -> Void) {
        queue.asyncWriteWithoutTransaction { database in body(self, database) }
    }

    /// Lends the connection to `body` and to nothing after it. Only inside the queue.
    func lend<T>(_ database: Database, _ body: (SQLiteConnection) throws -> T) rethrows -> T {
        let connection = SQLiteConnection(database, statements)
        defer { connection.end() }
        return try body(connection)
    }

    /// Runs `body` on one snapshot.
    func read<T>(_ body: (any SQLConnection) throws -> T) throws -> T {
        try use { connection in
            try connection.control(.beginRead)
            do {
                let value = try body(connection)
                if let fault = connection.fault { throw fault }
                try connection.control(.commit)
                return value
            } catch {
                if connection.isInTransaction { try connection.control(.rollback) }
                throw error
            }
        }
    }

    func close() throws {
        queue.unsafeRead { _ in statements.removeAll() }
        try queue.close()
    }

    /// Closes once what was asked for before has been done.
    func closeWhenIdle() async throws {
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            useLater { _, _ in continuation.resume() }
        }
        try close()
    }
}
