package import SQLAccess

/// The database as the use cases hold it: they can open a snapshot or a transaction and hand the connection to the
/// store's functions, and nothing else.
package struct Database: Sendable {
    private let base: any SQLDatabase
    private let afterwards: @Sendable () async -> Void

    package init(_ base: any SQLDatabase) {
        self.init(base) {}
    }

    private init(_ base: any SQLDatabase, afterwards: @escaping @Sendable () async -> Void) {
        self.base = base
        self.afterwards = afterwards
    }

    /// The same, which after each write that left something to be done has it done before it says that it is written.
    package func finishing(_ afterwards: @escaping @Sendable () async -> Void) -> Database {
        Database(base, afterwards: afterwards)
    }

    /// Whether writes come one after another, so that each has every turn.
    package var hasOneWriter: Bool { base.dialect == .sqlite }

    /// Runs `body` on one consistent snapshot. Throws what `body` throws, or `StoreFault`.
    package func read<T: Sendable>(_ body: @escaping @Sendable (Connection) throws -> T) async throws -> T {
        do {
            return try await base.read(body)
        } catch let fault as SQLFault {
            throw StoreFault(fault)
        }
    }

    /// Runs `body` in a transaction that is durable when this returns; nothing is kept when anything throws. `body` may
    /// be run again and must do nothing but use its connection.
    @discardableResult
    package func write<T: Sendable>(_ body: @escaping @Sendable (Connection) throws -> T) async throws -> T {
        let (value, leavesWork): (T, Bool)
        do {
            (value, leavesWork) = try await base.write { connection in (try body(connection), connection.leavesWork) }
        } catch let fault as SQLFault {
            throw StoreFault(fault)
        }
        if leavesWork { await afterwards() }
        return value
    }

    /// A write beside which no other gives entries their places in the ledger, on any node.
    @discardableResult
    package func writeInLedgerTurn<T: Sendable>(
        _ body: @escaping @Sendable (Connection) throws -> T
    ) async throws -> T {
        do {
            return try await base.writeInTurn(.ledger, body)
        } catch let fault as SQLFault {
            throw StoreFault(fault)
        }
    }

    package func close() async { await base.close() }

    /// Brings the schema up to this program's; says which migrations it applied. Throws `MigrationRefusal` as it is.
    @discardableResult
    package func migrate() async throws -> [Int] {
        try await Schema.runner.migrate(base)
    }

    /// Tables and columns that nobody has explained, and explanations of what is not there.
    package func dictionaryGaps() async throws -> [String] {
        let columns = try await base.columns()
        let dictionary = DataDictionary(Schema.migrations)
        return dictionary.unexplained(in: columns) + dictionary.orphaned(in: columns)
    }
}

/// What went wrong at the database, as far as a use case needs to tell it apart. It never carries a stored value.
package enum StoreFault: Error, Sendable, Hashable {
    /// A rule of the schema that says *only one* refused: the name of the index.
    case taken(String)
    /// Another rule of the schema refused.
    case refused(String)
    case busy
    case full
    case io
    /// A stored row was not what it must be; nothing is guessed.
    case damaged
    case readOnly
    case closed
    /// The database server cannot be reached; nothing was written.
    case unreachable
    case other(String)

    init(_ fault: SQLFault) {
        switch fault {
        case .constraint(.unique, let name): self = .taken(name)
        case .constraint(_, let name): self = .refused(name)
        case .busy, .serialization: self = .busy
        case .full: self = .full
        case .io: self = .io
        case .corrupt, .unreadable: self = .damaged
        case .readOnly: self = .readOnly
        case .closed: self = .closed
        case .unreachable: self = .unreachable
        case .unstorable: self = .refused("text")
        case .other(let code, _): self = .other(code)
        }
    }
}
