import SQLAccess

/// Passes statements on and keeps them, to ask the engine how it ran them.
final class WatchedConnection: SQLConnection {
    private let base: any SQLConnection
    private var statements: [SQLQuery] = []

    init(_ base: any SQLConnection) { self.base = base }

    func holds(_ turn: SQLTurn) -> Bool { base.holds(turn) }
    var leavesWork: Bool {
        get { base.leavesWork }
        set { base.leavesWork = newValue }
    }

    /// How SQLite answered one statement.
    struct Plan: Sendable {
        let statement: String
        let steps: [String]

        /// The steps that read a table from end to end; rows made by a step before are no table.
        var scans: [String] {
            steps.filter { $0.hasPrefix("SCAN") && !$0.contains("CONSTANT ROW") && !$0.contains("agencies") }
        }
    }

    /// How many statements were run.
    var count: Int { statements.count }

    func run(_ query: SQLQuery) throws -> Int { try base.run(query) }

    func each(_ query: SQLQuery, _ body: (any SQLRow) throws -> Void) throws {
        statements.append(query)
        try base.each(query, body)
    }

    func plans() throws -> [Plan] {
        try statements.map { statement in
            Plan(
                statement: statement.text,
                steps: try base.all("EXPLAIN QUERY PLAN " + statement) { try $0.text(3) })
        }
    }
}
