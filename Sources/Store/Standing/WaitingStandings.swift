package import Domain
import SQLAccess

/// Which subjects' derived rows time has overtaken.
package enum WaitingStandings {
    /// Subjects whose standing changes by time alone at or before an instant, the longest waiting first.
    package static func due(by instant: Instant, limit: Int, on connection: Connection) throws -> [String] {
        try connection.all(
            """
            SELECT subject FROM standings WHERE next_change_at IS NOT NULL AND next_change_at <= \(instant.milliseconds)
            ORDER BY next_change_at LIMIT \(limit)
            """
        ) { try $0.text(0) }
    }
}
