import GRDB

extension Configuration {
    /// The one connection that writes. What opening might undo is set afterwards, in `becomeWriter`.
    static func writer(_ options: SQLiteOptions) -> Configuration {
        var configuration = common(options, cacheKiB: options.writerCacheKiB)
        configuration.label = "SQLite writer"
        return configuration
    }

    /// A connection that cannot write: the file is opened for reading only, and SQLite is told so as well.
    static func reader(_ options: SQLiteOptions) -> Configuration {
        var configuration = common(options, cacheKiB: options.readerCacheKiB)
        configuration.label = "SQLite reader"
        configuration.readonly = true
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA query_only = ON")
            try SQLiteSettings.expect(true, SQLiteSettings.value("PRAGMA query_only", of: database), of: "query_only")
        }
        return configuration
    }

    private static func common(_ options: SQLiteOptions, cacheKiB: Int) -> Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(Double(options.busyMilliseconds) / 1_000)
        configuration.prepareDatabase { database in
            try database.execute(
                sql: """
                    PRAGMA trusted_schema = OFF;
                    PRAGMA cell_size_check = ON;
                    PRAGMA mmap_size = 0;
                    PRAGMA cache_size = -\(cacheKiB);
                    """)
            try SQLiteSettings.expect(
                false, SQLiteSettings.value("PRAGMA trusted_schema", of: database), of: "trusted_schema")
        }
        return configuration
    }
}
