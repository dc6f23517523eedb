package import Domain
import SQLAccess

/// What stands behind a worker's sign-in, told without the secrets themselves.
package struct AccountRow: Sendable, Hashable {
    package var worker: String
    package var hasSecondFactor: Bool
    /// The last 30-second step whose code was accepted; nil until one was.
    package var lastStep: Int64?
}

/// A worker's sessions, added up.
package struct SessionCount: Sendable, Hashable {
    package var worker: String
    /// When the latest of those that are still kept began.
    package var lastOpenedAt: Instant
    /// How many of them are open.
    package var open: Int64
}

package enum AccountRows {
    /// Everybody's account, or one worker's.
    package static func accounts(of worker: String? = nil, on connection: Connection) throws -> [AccountRow] {
        let all: SQLQuery = """
            SELECT worker, CASE WHEN totp_sealed IS NULL THEN 0 ELSE 1 END, totp_last_step FROM credentials
            """
        let some: SQLQuery = worker.map { " WHERE worker = \($0)" } ?? ""
        return try connection.all(all + some) { row in
            AccountRow(
                worker: try row.text(0), hasSecondFactor: try row.integer(1) == 1,
                lastStep: try row.integerOrNull(2))
        }
    }

    /// Everybody's sessions added up, or one worker's.
    ///
    /// - Parameters:
    ///   - seenAfter: a session idle since before then is over, whatever its row says.
    ///   - createdAfter: so is one that was opened before then.
    package static func sessions(
        of worker: String? = nil, seenAfter: Instant, createdAfter: Instant, on connection: Connection
    ) throws -> [SessionCount] {
        let all: SQLQuery = """
            SELECT worker, max(created_at),
                sum(CASE WHEN ended_at IS NULL AND seen_at > \(seenAfter.milliseconds)
                    AND created_at > \(createdAfter.milliseconds) THEN 1 ELSE 0 END)
            FROM sessions
            """
        let some: SQLQuery = worker.map { " WHERE worker = \($0)" } ?? ""
        return try connection.all(all + some + " GROUP BY worker") { row in
            SessionCount(
                worker: try row.text(0), lastOpenedAt: Instant(milliseconds: try row.integer(1)),
                open: try row.integer(2))
        }
    }
}
