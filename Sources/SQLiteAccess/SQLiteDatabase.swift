import CSQLite
import GRDB
package import SQLAccess
import SQLDriver

/// A SQLite file behind the protocols of SQLAccess: readers that never wait for the writer, and one writer that commits
/// in groups and whose commits survive a power cut.
package final class SQLiteDatabase: SQLDatabase {
    let path: String
    let options: SQLiteOptions
    let writer: SQLiteSession
    private let group: GroupWriter
    let readers: LoanPool<SQLiteSession>

    /// Opens the file, creating it where there is none; its folder must exist.
    ///
    /// Every setting that a promise rests on is read back, and the file is not opened unless each is as it should be.
    /// Throws `SQLiteRefusal` or `SQLFault`.
    package static func open(path: String, options: SQLiteOptions = SQLiteOptions()) async throws -> SQLiteDatabase {
        try SQLiteDatabase(path: path, options: options)
    }

    /// Done once for the process, before the library is first used.
    private static let libraryIsSetUp = throughcare_configure_sqlite() == SQLITE_OK

    private init(path: String, options: SQLiteOptions) throws {
        self.path = path
        self.options = options
        // Where something used the library before, it goes on as it was: right, and a little slower.
        _ = Self.libraryIsSetUp
        do {
            writer = try SQLiteSession(path: path, configuration: .writer(options))
            try writer.queue.unsafeRead { database in try database.becomeWriter(options) }
        } catch let error as DatabaseError {
            throw SQLFault(from: error)
        }
        group = GroupWriter(writer)
        readers = LoanPool(limit: options.readers) {
            do {
                return try SQLiteSession(path: path, configuration: .reader(options))
            } catch let error as DatabaseError {
                throw SQLFault(from: error)
            }
        } end: { session in
            try session.close()
        }
    }

    /// SQLite.
    package var dialect: SQLDialect { .sqlite }

    /// Runs on the calling thread when a reader is free, which is several times quicker than a hop to another; see
    /// `LoanPool` for when none is.
    package func read<T: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> T
    ) async throws -> T {
        try await readers.use { session in try session.read(body) }
    }

    /// Waits in line for `GroupWriter`, and returns once the commit it was part of is on disk.
    @discardableResult
    package func write<T: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> T
    ) async throws -> T {
        try await group.write(body)
    }

    /// Lets what had arrived finish, then closes every connection.
    package func close() async {
        group.close()
        // Readers first: the last connection to close folds the write-ahead log into the file, and must be able to
        // write. A connection that will not close is closed by the system when the process ends, and nothing that was
        // committed is at stake, so there is nothing to tell the caller.
        do {
            try await readers.close()
            try await writer.closeWhenIdle()
        } catch {}
    }

    /// How the writer has shared its commits since the database was opened.
    package var figures: WriterFigures { group.figures }
}

extension SQLiteDatabase {
    /// Throws once `close` has been called.
    func mustBeOpen() throws(SQLFault) {
        if group.isClosed { throw .closed }
    }
}
