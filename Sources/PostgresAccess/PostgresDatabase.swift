package import SQLAccess
import SQLDriver

/// A PostgreSQL database behind the protocols of SQLAccess: reads on snapshots of their own, and writes side by side,
/// which end as if one had come after the other.
///
/// A write that met another is run again. Where the server goes away, what had not been asked to commit is tried again
/// for a while on a new connection; a commit that was never answered is `SQLFault.io`.
package final class PostgresDatabase: SQLDatabase {
    let readers: LoanPool<PostgresSession>
    let writers: LoanPool<PostgresSession>

    /// Connects, and does not open a database that could break a promise: each setting is read back.
    ///
    /// - Parameter address: a URL or a list of settings as libpq reads them, such as
    ///   `postgres://throughcare@db.example/throughcare?sslmode=verify-full`.
    /// - Throws: `PostgresRefusal` or `SQLFault`.
    package static func open(
        address: String, options: PostgresOptions = PostgresOptions()
    ) async throws -> PostgresDatabase {
        let database = PostgresDatabase(address: address, options: options)
        do {
            for pool in [database.readers, database.writers] {
                try await pool.use { session in try await session.perform { _ = try session.connect() } }
            }
        } catch {
            await database.close()
            throw error
        }
        return database
    }

    private init(address: String, options: PostgresOptions) {
        let pool = { (duty: PostgresSession.Duty, limit: Int) in
            LoanPool(limit: limit) {
                PostgresSession(address: address, options: options, duty: duty)
            } end: { session in
                await session.close()
            }
        }
        readers = pool(.reading, options.readers)
        writers = pool(.writing, options.writers)
    }

    /// PostgreSQL.
    package var dialect: SQLDialect { .postgres }

    package func read<T: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> T
    ) async throws -> T {
        try await readers.use { session in try await session.perform { try session.read(body) } }
    }

    @discardableResult
    package func write<T: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> T
    ) async throws -> T {
        try await write(in: nil, body)
    }

    @discardableResult
    package func writeInTurn<T: Sendable>(
        _ turn: SQLTurn, _ body: @escaping @Sendable (any SQLConnection) throws -> T
    ) async throws -> T {
        try await write(in: turn, body)
    }

    private func write<T: Sendable>(
        in turn: SQLTurn?, _ body: @escaping @Sendable (any SQLConnection) throws -> T
    ) async throws -> T {
        try await writers.use { session in try await session.perform { try session.write(in: turn, body) } }
    }

    package func columns() async throws -> [SQLColumn] {
        try await read { connection in
            try connection.all(
                """
                SELECT CAST(table_name AS TEXT), CAST(column_name AS TEXT) FROM information_schema.columns
                WHERE table_schema = current_schema() ORDER BY table_name, ordinal_position
                """
            ) { SQLColumn(table: try $0.text(0), column: try $0.text(1)) }
        }
    }

    package func close() async {
        // What could not be closed is closed by the system when the process ends; nothing that was committed is at stake.
        do {
            try await readers.close()
            try await writers.close()
        } catch {}
    }
}
