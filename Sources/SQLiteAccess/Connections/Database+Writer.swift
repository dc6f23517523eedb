import GRDB
import GRDBSQLite

extension Database {
    /// Makes this the writing connection, and throws `SQLiteRefusal` unless it then is what it must be.
    ///
    /// GRDB lowers `synchronous` whenever it switches a file to the write-ahead log, which would let a power cut take
    /// back commits that had been acknowledged; so the switch is made here, and the level set after it.
    func becomeWriter(_ options: SQLiteOptions) throws {
        guard sqlite3_libversion_number() >= 3_037_000 else {
            throw SQLiteRefusal.libraryTooOld(found: String(cString: sqlite3_libversion()))
        }
        try execute(
            sql: """
                PRAGMA journal_mode = WAL;
                PRAGMA synchronous = \(options.mustKeepCommits ? "FULL" : "NORMAL");
                PRAGMA secure_delete = ON;
                PRAGMA journal_size_limit = \(options.journalLimitBytes);
                """)
        try SQLiteSettings(of: self, readers: options.readers).check(against: options)
    }
}
