package import Domain
import SQLAccess

/// What changes in a session while it lives, and how sessions are ended for somebody.
extension SessionRows {
    /// Says in which role and for which agency a live session acts from now on. False when the session had ended.
    package static func act(
        as role: String, for agency: String, tokenHash: [UInt8], on connection: Connection
    ) throws -> Bool {
        try connection.run(
            """
            UPDATE sessions SET agency = \(agency), role = \(role)
            WHERE token_hash = \(tokenHash) AND ended_at IS NULL
            """) == 1
    }

    /// Keeps when the second factor was last given. False when the session had ended.
    package static func keepSecondFactor(
        at instant: Instant, tokenHash: [UInt8], on connection: Connection
    ) throws -> Bool {
        try connection.run(
            """
            UPDATE sessions SET second_factor_at = \(instant.milliseconds)
            WHERE token_hash = \(tokenHash) AND ended_at IS NULL
            """) == 1
    }

    /// Ends every live session of a worker but one, and says how many it ended.
    ///
    /// - Parameter kept: the session to leave alone; nil ends them all.
    package static func endAll(
        of worker: String, except kept: [UInt8]? = nil, at instant: Instant, on connection: Connection
    ) throws -> Int {
        try connection.run(
            """
            UPDATE sessions SET ended_at = \(instant.milliseconds)
            WHERE worker = \(worker) AND ended_at IS NULL
                AND (\(kept) IS NULL OR token_hash <> \(kept))
            """)
    }

    /// Ends every live session in which a worker acts in a role that is over.
    package static func endAll(
        of worker: String, actingAs role: String, for agency: String, at instant: Instant, on connection: Connection
    ) throws {
        try connection.run(
            """
            UPDATE sessions SET ended_at = \(instant.milliseconds)
            WHERE worker = \(worker) AND agency = \(agency) AND role = \(role) AND ended_at IS NULL
            """)
    }

    /// Forgets the wrong guesses kept under a name.
    package static func forget(budget name: String, on connection: Connection) throws {
        try connection.run("DELETE FROM sign_in_budgets WHERE name = \(name)")
    }

    /// Forgets every device a worker has signed in from: each is a stranger's again.
    package static func forgetDevices(of worker: String, on connection: Connection) throws {
        try connection.run("DELETE FROM known_devices WHERE worker = \(worker)")
    }
}
