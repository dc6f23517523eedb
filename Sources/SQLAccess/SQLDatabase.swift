/// A database that lends connections, one transaction at a time.
package protocol SQLDatabase: Sendable {
    /// The engine behind it.
    var dialect: SQLDialect { get }

    /// Runs `body` on one consistent snapshot, which holds every write that had returned before. A statement that would
    /// change anything throws `SQLFault.readOnly`. `body` blocks the thread it runs on, so it should be short, and one
    /// page should need one. Throws what `body` throws, `SQLFault`, or `CancellationError` before it began.
    func read<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T

    /// Runs `body` in a transaction: all of it is kept or, when anything throws, none. When it returns, the write
    /// survives a power cut.
    ///
    /// `body` sees every write before it and may be run again when its transaction is lost to another's failure, so it
    /// must do nothing but use its connection. A task cancelled while its write waits gets `CancellationError` and nothing is written; once
    /// `body` has begun the write runs to its end and its true result is returned. Writes begin in order of arrival
    /// where the engine has one writer.
    ///
    /// After `SQLFault.io` the write may or may not be found when the database is next opened: the disk did not say.
    @discardableResult
    func write<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T

    /// A write beside which no other of the same turn runs, on any node that uses the database. Each of its statements
    /// sees everything that was committed before the statement began.
    @discardableResult
    func writeInTurn<T: Sendable>(
        _ turn: SQLTurn, _ body: @escaping @Sendable (any SQLConnection) throws -> T
    ) async throws -> T

    /// Every column of every table and view of ours, from the engine's catalogue, ordered by table and position.
    func columns() async throws -> [SQLColumn]

    /// Lets the writes that had arrived finish and the reads under way end, then closes. Later calls of the rest throw
    /// `SQLFault.closed`; closing twice does nothing more.
    func close() async
}

extension SQLDatabase {
    /// Where the engine has one writer, every write has its turn.
    @discardableResult
    package func writeInTurn<T: Sendable>(
        _ turn: SQLTurn, _ body: @escaping @Sendable (any SQLConnection) throws -> T
    ) async throws -> T {
        try await write(body)
    }
}
