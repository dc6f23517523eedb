import SQLAccess
import Synchronization

/// A database that fails at a chosen statement of the next write, and counts the statements of each.
final class FailingDatabase: SQLDatabase {
    private let base: any SQLDatabase
    private let plan = Mutex(Plan())

    struct Plan {
        /// The statement that fails, from 1; `nil` for none.
        var failsAt: Int?
        var counted = 0
        /// Runs before each write, as if somebody else's came first.
        var interruption: (@Sendable () async throws -> Void)?
    }

    struct Injected: Error {}

    init(_ base: any SQLDatabase) { self.base = base }

    var dialect: SQLDialect { base.dialect }

    /// How many statements the last write ran.
    var counted: Int { plan.withLock { $0.counted } }

    func fail(at statement: Int?) { plan.withLock { $0.failsAt = statement } }

    /// Runs once, before the next write.
    func interrupt(_ body: @escaping @Sendable () async throws -> Void) { plan.withLock { $0.interruption = body } }

    func read<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
        try await base.read(body)
    }

    func write<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
        let interruption = plan.withLock { plan in
            defer { plan.interruption = nil }
            return plan.interruption
        }
        try await interruption?()
        return try await base.write { connection in
            let failsAt = self.plan.withLock { plan in
                plan.counted = 0
                return plan.failsAt
            }
            return try body(Counting(connection, failsAt: failsAt) { self.plan.withLock { $0.counted += 1 } })
        }
    }

    func columns() async throws -> [SQLColumn] { try await base.columns() }

    func close() async { await base.close() }

    private final class Counting: SQLConnection {
        private let base: any SQLConnection
        private let failsAt: Int?
        private let count: () -> Void
        private var number = 0

        func holds(_ turn: SQLTurn) -> Bool { base.holds(turn) }
        var leavesWork: Bool {
            get { base.leavesWork }
            set { base.leavesWork = newValue }
        }

        init(_ base: any SQLConnection, failsAt: Int?, count: @escaping () -> Void) {
            self.base = base
            self.failsAt = failsAt
            self.count = count
        }

        private func step() throws {
            number += 1
            count()
            if number == failsAt { throw Injected() }
        }

        func run(_ query: SQLQuery) throws -> Int {
            try step()
            return try base.run(query)
        }

        func each(_ query: SQLQuery, _ body: (any SQLRow) throws -> Void) throws {
            try step()
            try base.each(query, body)
        }
    }
}
