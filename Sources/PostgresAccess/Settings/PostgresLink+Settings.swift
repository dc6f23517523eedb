import SQLAccess
import SQLDriver

extension PostgresLink {
    /// Sets the connection up for its duty, and refuses a server on which a promise could not be kept.
    func prepare(for duty: PostgresSession.Duty, _ options: PostgresOptions) throws {
        try mustBeProtected()
        let isolation =
            switch duty {
            case .reading: "REPEATABLE READ READ ONLY"
            case .writing: "SERIALIZABLE READ WRITE"
            }
        try control(
            """
            SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL \(isolation);
            SET statement_timeout = \(options.statementMilliseconds);
            SET idle_in_transaction_session_timeout = \(options.idleMilliseconds);
            SET client_min_messages = error; SET jit = off; SET standard_conforming_strings = on
            """)
        let settings = try PostgresSettings(of: self)
        try settings.check(mustKeepCommits: options.mustKeepCommits)
        // It may be about to take over from the server that it follows.
        if duty == .writing, settings.isStandby { throw SQLFault.unreachable }
    }

    /// A server on this machine needs no encryption; any other must have proved who it is.
    private func mustBeProtected() throws(PostgresRefusal) {
        let (host, mode) = (setting("host"), setting("sslmode"))
        let isHere = host.isEmpty || host.hasPrefix("/") || ["localhost", "127.0.0.1", "::1"].contains(host)
        guard !isHere else { return }
        guard isEncrypted, ["verify-full", "verify-ca"].contains(mode) else { throw .unprotected(sslmode: mode) }
    }
}

/// How the server really works, read back from it.
package struct PostgresSettings: Sendable, Hashable {
    /// Such as 150020 for 15.20.
    package let version: Int
    /// `UTF8`, so that texts are kept byte for byte.
    package let encoding: String
    /// `C`, so that texts are compared and ordered by their bytes.
    package let collation: String
    /// Anything but `off`: a commit has reached the disk when it returns.
    package let synchronousCommit: String
    package let fsync: String
    package let fullPageWrites: String
    /// Whether the server keeps a checksum of each page, so that it notices what a broken disk has changed.
    package let hasChecksums: Bool
    /// Whether it only follows another server.
    package let isStandby: Bool
    package let isEncrypted: Bool

    init(of link: PostgresLink) throws(SQLFault) {
        let row =
            try link.texts(
                """
                SELECT current_setting('server_version_num'), current_setting('server_encoding'), datcollate,
                    current_setting('synchronous_commit'), current_setting('fsync'), current_setting('full_page_writes'),
                    pg_is_in_recovery(), coalesce(current_setting('data_checksums', true), 'off')
                FROM pg_database WHERE datname = current_database()
                """
            ).first ?? []
        guard row.count == 8 else { throw .unreadable(column: row.count) }
        version = Int(row[0]) ?? 0
        (encoding, collation, synchronousCommit, fsync, fullPageWrites) = (row[1], row[2], row[3], row[4], row[5])
        isStandby = row[6] == "t"
        hasChecksums = row[7] == "on"
        isEncrypted = link.isEncrypted
    }

    /// Throws `PostgresRefusal` unless every setting that a promise rests on is as it must be.
    func check(mustKeepCommits: Bool) throws(PostgresRefusal) {
        guard version >= 140_000 else {
            throw .setting(name: "server_version_num", expected: "140000 or later", found: "\(version)")
        }
        try Self.expect("UTF8", encoding, of: "server_encoding")
        guard ["C", "POSIX"].contains(collation) else {
            throw .setting(name: "lc_collate", expected: "C", found: collation)
        }
        guard mustKeepCommits else { return }
        guard synchronousCommit != "off" else {
            throw .setting(name: "synchronous_commit", expected: "on", found: synchronousCommit)
        }
        try Self.expect("on", fsync, of: "fsync")
        try Self.expect("on", fullPageWrites, of: "full_page_writes")
    }

    private static func expect(_ expected: String, _ found: String, of name: String) throws(PostgresRefusal) {
        guard found == expected else { throw .setting(name: name, expected: expected, found: found) }
    }
}

extension PostgresDatabase {
    /// How the server works now, for `doctor` and support.
    package func settings() async throws -> PostgresSettings {
        try await writers.use { session in
            try await session.perform { try PostgresSettings(of: try session.connect()) }
        }
    }
}
