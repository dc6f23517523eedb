import GRDB
import SQLAccess

/// How the writing connection really works, read back from it. Opening fails unless the ones that promises rest on are
/// as they should be.
package struct SQLiteSettings: Sendable, Hashable {
    /// The version of the SQLite library.
    package let library: String
    /// `wal`: readers never wait for the writer.
    package let journalMode: String
    /// 2, which is FULL: a commit has reached the disk when it returns.
    package let synchronous: Int
    /// True: a row that refers to nothing is refused.
    package let foreignKeys: Bool
    /// False: a function named in a schema runs only if it is harmless, so a doctored file cannot call others.
    package let trustsSchema: Bool
    /// Deleted content is overwritten with zeros.
    package let overwritesDeleted: Bool
    /// `UTF-8`, so that texts are compared by the bytes they were bound as.
    package let encoding: String
    /// How long it waits for another process that holds the file.
    package let busyMilliseconds: Int
    /// What the write-ahead log is cut back to.
    package let journalLimitBytes: Int
    /// The most memory it caches pages in.
    package let cacheKiB: Int
    /// The most of the file that is mapped into memory.
    package let mappedBytes: Int
    /// The most reads that may run at once.
    package let readers: Int
}

extension SQLiteSettings {
    /// Reads the settings from the connection itself.
    init(of database: Database, readers: Int) throws {
        library = try Self.value("SELECT sqlite_version()", of: database)
        journalMode = try Self.value("PRAGMA journal_mode", of: database)
        synchronous = try Self.value("PRAGMA synchronous", of: database)
        foreignKeys = try Self.value("PRAGMA foreign_keys", of: database)
        trustsSchema = try Self.value("PRAGMA trusted_schema", of: database)
        overwritesDeleted = try Self.value("PRAGMA secure_delete", of: database) == 1
        encoding = try Self.value("PRAGMA encoding", of: database)
        busyMilliseconds = try Self.value("PRAGMA busy_timeout", of: database)
        journalLimitBytes = try Self.value("PRAGMA journal_size_limit", of: database)
        cacheKiB = -(try Self.value("PRAGMA cache_size", of: database))
        // A library that cannot map files says nothing.
        mappedBytes = try Int.fetchOne(database, sql: "PRAGMA mmap_size") ?? 0
        self.readers = readers
    }

    /// Throws `SQLiteRefusal` unless every setting that a promise rests on is as it must be.
    func check(against options: SQLiteOptions) throws(SQLiteRefusal) {
        try Self.expect("wal", journalMode, of: "journal_mode")
        try Self.expect(options.mustKeepCommits ? 2 : 1, synchronous, of: "synchronous")
        try Self.expect(true, foreignKeys, of: "foreign_keys")
        try Self.expect(false, trustsSchema, of: "trusted_schema")
        try Self.expect(true, overwritesDeleted, of: "secure_delete")
        try Self.expect("UTF-8", encoding, of: "encoding")
        try Self.expect(options.busyMilliseconds, busyMilliseconds, of: "busy_timeout")
        try Self.expect(options.journalLimitBytes, journalLimitBytes, of: "journal_size_limit")
        try Self.expect(0, mappedBytes, of: "mmap_size")
    }

    /// A setting as the connection reports it; a pragma that reports nothing is one the library does not have.
    static func value<T: DatabaseValueConvertible>(_ pragma: StaticString, of database: Database) throws -> T {
        guard let value = try T.fetchOne(database, sql: "\(pragma)") else {
            throw SQLiteRefusal.setting(name: "\(pragma)", expected: "a value", found: "nothing")
        }
        return value
    }

    static func expect<T: Equatable>(_ expected: T, _ found: T, of name: String) throws(SQLiteRefusal) {
        guard found == expected else { throw .setting(name: name, expected: "\(expected)", found: "\(found)") }
    }
}
