import Casework
import Domain
import Ledger
import PostgresAccess
import SQLiteAccess
import Store

/// One thing looked at, and what was found.
struct Finding: Sendable, Equatable {
    enum State: String, Sendable {
        case ok
        /// Somebody should look; nothing is at stake now.
        case look
        /// Nothing should be served as things are.
        case unsafe
    }

    let check: String
    let state: State
    let says: String

    init(_ check: String, _ state: State, _ says: String) {
        self.check = check
        self.state = state
        self.says = says
    }
}

/// What the program asks of the machine and the database before it trusts them.
enum SelfCheck {
    /// What must hold before anything is served; the database's own settings were read back when it was opened. Throws
    /// an `Ending` that says everything that is not safe.
    static func essential(_ startup: Startup, _ options: DatabaseOptions) async throws {
        let findings = [files(options), try await clock(startup.world)]
        let unsafe = findings.filter { $0.state == .unsafe }
        guard unsafe.isEmpty else {
            await startup.close()
            throw Ending.refused("Nothing is served:\n" + unsafe.map { "  " + $0.says }.joined(separator: "\n"))
        }
    }

    static func files(_ options: DatabaseOptions) -> Finding {
        let problems =
            options.isOnServer
            ? [FileSafety(options.keyFile)?.problem].compactMap(\.self)
            : FileSafety.problems(database: options.name, keyFile: options.keyFile)
        guard problems.isEmpty else { return Finding("files", .unsafe, problems.joined(separator: " ")) }
        return Finding("files", .ok, "Only this account can reach the database and its keys.")
    }

    static func clock(_ world: World) async throws -> Finding {
        let last = try await world.database.read { connection -> Instant? in
            let size = try LedgerRowReading.size(on: connection)
            let row = try LedgerRowReading.entry(size - 1, on: connection)
            return row.flatMap { LedgerEntry(canonical: Array($0.line.utf8)) }.map { Instant(milliseconds: $0.at) }
        }
        return ClockSanity.finding(now: world.now(), lastEntry: last)
    }

    static func settings(_ engine: Engine) async throws -> Finding {
        switch engine {
        case .sqlite(let database):
            let settings = try await database.settings()
            return Finding(
                "settings", .ok,
                """
                SQLite \(settings.library), \(settings.journalMode), synchronous \(settings.synchronous), \
                \(settings.readers) readers.
                """)
        case .postgres(let database):
            let settings = try await database.settings()
            let (major, minor) = (settings.version / 10_000, settings.version % 10_000)
            return Finding(
                "settings", .ok,
                """
                PostgreSQL \(major).\(minor), \(settings.encoding), collation \(settings.collation), synchronous_commit \
                \(settings.synchronousCommit), \(settings.isEncrypted ? "encrypted" : "on this machine").
                """)
        }
    }

    static func integrity(_ engine: Engine) async throws -> Finding {
        switch engine {
        case .sqlite(let database): return integrity(problems: try await database.integrityCheck())
        case .postgres(let database): return integrity(try await database.settings())
        }
    }

    private static func integrity(_ settings: PostgresSettings) -> Finding {
        guard settings.hasChecksums else {
            return Finding(
                "integrity", .look,
                """
                The server keeps no checksums of its pages, so it notices a broken disk late. pg_checksums --enable turns \
                them on while it is stopped.
                """)
        }
        return Finding(
            "integrity", .ok,
            "The server keeps checksums of its pages; audit verify holds the record against the ledger.")
    }

    private static func integrity(problems: [String]) -> Finding {
        guard let first = problems.first else { return Finding("integrity", .ok, "Every page and index is sound.") }
        return Finding("integrity", .unsafe, "\(problems.count) found in the file, first: \(first)")
    }

    static func ledger(_ world: World) async throws -> Finding {
        let waiting = try await world.database.read { try WaitingEntries(on: $0) }
        let text = "\(waiting.size) entries, \(waiting.count) of them under no checkpoint yet."
        guard waiting.count < 2 * WaitingEntries.limit else {
            return Finding("ledger", .look, text + " The server signs every minute: is it running?")
        }
        return Finding("ledger", .ok, text)
    }

    static func dictionary(_ database: Database) async throws -> Finding {
        let gaps = try await database.dictionaryGaps()
        guard gaps.isEmpty else {
            return Finding(
                "dictionary", .look, "Nobody has explained, or there is no longer: \(gaps.joined(separator: ", ")).")
        }
        return Finding("dictionary", .ok, "Every table and column has a written meaning.")
    }
}
