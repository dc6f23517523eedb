import GRDB
import SQLAccess

/// The statements one connection keeps ready: planning a five-table join costs more than running it.
///
/// It is bounded, because a condition put together from parts has many texts.
final class StatementCache {
    private var statements: [String: PreparedStatement] = [:]
    private var uses = 0
    private let limit: Int

    init(limit: Int = 256) {
        self.limit = limit
    }

    /// How many are kept.
    var count: Int { statements.count }

    /// A statement for `text`, in use until it is released.
    func statement(_ text: String, in database: Database) throws -> PreparedStatement {
        uses += 1
        if let kept = statements[text] {
            if !kept.isInUse {
                kept.use(as: uses)
                return kept
            }
            let another = try PreparedStatement(text, in: database)
            another.use(as: uses)
            return another
        }
        let fresh = try PreparedStatement(text, in: database)
        fresh.use(as: uses)
        if statements.count >= limit { dropOldest() }
        statements[text] = fresh
        return fresh
    }

    /// Lets go of every statement, as closing the connection needs.
    func removeAll() {
        statements.removeAll()
    }

    private func dropOldest() {
        let oldest = statements.filter { !$0.value.isInUse }.min { $0.value.lastUse < $1.value.lastUse }
        if let oldest { statements[oldest.key] = nil }
    }
}
