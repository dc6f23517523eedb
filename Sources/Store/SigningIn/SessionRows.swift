package import Domain
import SQLAccess

package struct StoredCredential: Sendable {
    package var passwordHash: String
    package var sealedSecret: [UInt8]?
    package var lastStep: Int64?

    package init(passwordHash: String, sealedSecret: [UInt8]?, lastStep: Int64?) {
        self.passwordHash = passwordHash
        self.sealedSecret = sealedSecret
        self.lastStep = lastStep
    }
}

/// One signed-in browser.
package struct StoredSession: Sendable {
    package var worker: String
    package var agency: String
    package var role: String
    package var createdAt: Instant
    package var seenAt: Instant
    package var secondFactorAt: Instant
    package var endedAt: Instant?
    /// What the ledger calls it; never the token.
    package var reference: String

    package init(
        worker: String, agency: String, role: String, createdAt: Instant, seenAt: Instant, secondFactorAt: Instant,
        endedAt: Instant? = nil, reference: String
    ) {
        self.worker = worker
        self.agency = agency
        self.role = role
        self.createdAt = createdAt
        self.seenAt = seenAt
        self.secondFactorAt = secondFactorAt
        self.endedAt = endedAt
        self.reference = reference
    }
}

package enum SessionRows {
    package static func credential(of worker: String, on connection: Connection) throws -> StoredCredential? {
        try connection.first(
            "SELECT password_hash, totp_sealed, totp_last_step FROM credentials WHERE worker = \(worker)"
        ) { row in
            StoredCredential(
                passwordHash: try row.text(0), sealedSecret: try row.bytesOrNull(1), lastStep: try row.integerOrNull(2))
        }
    }

    package static func save(
        _ credential: StoredCredential, of worker: String, at instant: Instant, on connection: Connection
    ) throws {
        try connection.run(
            """
            INSERT INTO credentials (worker, password_hash, totp_sealed, totp_last_step, changed_at)
            VALUES (\(worker), \(credential.passwordHash), \(credential.sealedSecret), \(credential.lastStep),
                \(instant.milliseconds))
            ON CONFLICT (worker) DO UPDATE SET password_hash = excluded.password_hash,
                totp_sealed = excluded.totp_sealed, totp_last_step = excluded.totp_last_step,
                changed_at = excluded.changed_at
            """)
    }

    /// Uses up a time step. False when it, or a later one, was used before.
    package static func useStep(_ step: Int64, of worker: String, on connection: Connection) throws -> Bool {
        try connection.run(
            """
            UPDATE credentials SET totp_last_step = \(step)
            WHERE worker = \(worker) AND (totp_last_step IS NULL OR totp_last_step < \(step))
            """) == 1
    }

    package static func open(
        _ session: StoredSession, tokenHash: [UInt8], on connection: Connection
    ) throws {
        try connection.run(
            """
            INSERT INTO sessions (token_hash, worker, agency, role, created_at, seen_at, second_factor_at, reference)
            VALUES (\(tokenHash), \(session.worker), \(session.agency), \(session.role),
                \(session.createdAt.milliseconds), \(session.seenAt.milliseconds),
                \(session.secondFactorAt.milliseconds), \(session.reference))
            """)
    }

    package static func session(tokenHash: [UInt8], on connection: Connection) throws -> StoredSession? {
        try connection.first(
            """
            SELECT worker, agency, role, created_at, seen_at, second_factor_at, ended_at, reference
            FROM sessions WHERE token_hash = \(tokenHash)
            """
        ) { row in
            StoredSession(
                worker: try row.text(0), agency: try row.text(1), role: try row.text(2),
                createdAt: Instant(milliseconds: try row.integer(3)), seenAt: Instant(milliseconds: try row.integer(4)),
                secondFactorAt: Instant(milliseconds: try row.integer(5)),
                endedAt: try row.integerOrNull(6).map(Instant.init(milliseconds:)), reference: try row.text(7))
        }
    }

    /// How many have not ended.
    package static func openCount(on connection: Connection) throws -> Int {
        try connection.count("SELECT count(*) FROM sessions WHERE ended_at IS NULL")
    }

    package static func touch(tokenHash: [UInt8], at instant: Instant, on connection: Connection) throws {
        try connection.run(
            "UPDATE sessions SET seen_at = \(instant.milliseconds) WHERE token_hash = \(tokenHash) AND ended_at IS NULL"
        )
    }

    package static func end(tokenHash: [UInt8], at instant: Instant, on connection: Connection) throws {
        try connection.run(
            """
            UPDATE sessions SET ended_at = \(instant.milliseconds)
            WHERE token_hash = \(tokenHash) AND ended_at IS NULL
            """)
    }

    package static func addDevice(
        tokenHash: [UInt8], worker: String, at instant: Instant, on connection: Connection
    ) throws {
        try connection.run(
            """
            INSERT INTO known_devices (token_hash, worker, added_at)
            VALUES (\(tokenHash), \(worker), \(instant.milliseconds)) ON CONFLICT (token_hash) DO NOTHING
            """)
    }

    package static func isKnownDevice(
        tokenHash: [UInt8], worker: String, on connection: Connection
    ) throws -> Bool {
        try connection.exists(
            "SELECT 1 FROM known_devices WHERE token_hash = \(tokenHash) AND worker = \(worker)")
    }

    package static func budget(_ name: String, on connection: Connection) throws -> String? {
        try connection.first("SELECT state FROM sign_in_budgets WHERE name = \(name)") { try $0.text(0) }
    }

    package static func save(
        budget name: String, state: String, at instant: Instant, on connection: Connection
    ) throws {
        try connection.run(
            """
            INSERT INTO sign_in_budgets (name, state, changed_at) VALUES (\(name), \(state), \(instant.milliseconds))
            ON CONFLICT (name) DO UPDATE SET state = excluded.state, changed_at = excluded.changed_at
            """)
    }

    /// Forgets budgets nobody has touched since an instant, and sessions that ended before it.
    package static func forget(before instant: Instant, on connection: Connection) throws {
        try connection.run("DELETE FROM sign_in_budgets WHERE changed_at < \(instant.milliseconds)")
        try connection.run("DELETE FROM sessions WHERE seen_at < \(instant.milliseconds)")
    }
}
