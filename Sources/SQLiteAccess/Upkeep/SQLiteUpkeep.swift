import GRDB
import SQLAccess

/// What those who run the service do to the file.
extension SQLiteDatabase {
    /// How the writing connection works now, for `doctor` and support.
    package func settings() async throws -> SQLiteSettings {
        let readers = options.readers
        return try await onWriter { try SQLiteSettings(of: $0, readers: readers) }
    }

    /// Writes a compact copy of the database, as of one instant, while the service goes on. The file must not exist
    /// yet; the copy is on disk when this returns. Deleted content is not in it.
    package func backup(to copy: String) async throws {
        try await apart { database in
            try database.execute(sql: "PRAGMA synchronous = FULL")
            try database.execute(sql: "VACUUM INTO ?", arguments: [copy])
        }
    }

    /// What is wrong with the file: damaged pages, indexes that disagree with their tables, rows that refer to nothing.
    /// Empty for a sound file. Reads all of it.
    package func integrityCheck() async throws -> [String] {
        do {
            return try await apart { database in
                let damage = try String.fetchAll(database, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
                // Looking for orphans reads every table, which a damaged one does not bear.
                guard damage.isEmpty else { return damage }
                return try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").map { row in
                    "a row of \(row["table"] as String? ?? "") refers to no row of \(row["parent"] as String? ?? "")"
                }
            }
        } catch SQLFault.corrupt {
            return ["the file is too damaged to be checked"]
        }
    }

    /// Copies the write-ahead log into the file and empties it, so that what was erased is in neither. Writes wait
    /// meanwhile. Throws `SQLFault.busy` when reads kept it from finishing for the busy time-out.
    package func checkpoint() async throws {
        try await onWriter { database in
            let isBusy = try Bool.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
            guard isBusy == false else { throw SQLFault.busy }
        }
    }

    /// Runs on the writer's own thread, outside any transaction.
    private func onWriter<T: Sendable>(_ body: @Sendable @escaping (Database) throws -> T) async throws -> T {
        try await withFaults { try await writer.queue.writeWithoutTransaction(body) }
    }

    /// Runs on a connection and a thread of its own, which reading the whole file deserves.
    private func apart<T: Sendable>(_ body: @Sendable @escaping (Database) throws -> T) async throws -> T {
        try await withFaults {
            var configuration = Configuration()
            configuration.readonly = true
            configuration.busyMode = .timeout(Double(options.busyMilliseconds) / 1_000)
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            let value = try await queue.writeWithoutTransaction(body)
            try queue.close()
            return value
        }
    }

    private func withFaults<T>(_ body: () async throws -> T) async throws -> T {
        try mustBeOpen()
        do {
            return try await body()
        } catch let error as DatabaseError {
            throw SQLFault(from: error)
        }
    }
}
