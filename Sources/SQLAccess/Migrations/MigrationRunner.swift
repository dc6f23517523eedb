/// Brings a database to the schema this version of the program expects, and refuses one it does not understand.
///
/// Each migration is one transaction that first claims its number in `schema_migrations` and then runs its steps: it is
/// there as a whole or not at all, and of two programs that start at once only one can claim it.
package struct MigrationRunner: Sendable {
    private let migrations: [Migration]

    /// `migrations` in order, numbered from 1 without gaps.
    package init(_ migrations: [Migration]) {
        self.migrations = migrations
    }

    /// The numbers not yet applied, in order, having changed nothing. Throws `MigrationRefusal` or `SQLFault`.
    package func pending(in database: any SQLDatabase) async throws -> [Int] {
        guard try await database.columns().contains(where: { $0.table == "schema_migrations" }) else {
            return try unapplied([]).map(\.number)
        }
        return try await database.read { try unapplied(recorded($0)) }.map(\.number)
    }

    /// Applies what is pending and returns the numbers this call applied. Throws `MigrationRefusal` before anything is
    /// changed, or the `SQLFault` of the step that failed, whose migration is then not there; those before it are.
    @discardableResult
    package func migrate(_ database: any SQLDatabase) async throws -> [Int] {
        _ = try await pending(in: database)
        try await database.writeInTurn(.migration) { connection in
            try connection.run(
                """
                CREATE TABLE IF NOT EXISTS schema_migrations (
                    number BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL)
                """)
        }
        let dialect = database.dialect
        var applied: [Int] = []
        while let number = try await database.writeInTurn(.migration, { try applyNext($0, dialect: dialect) }) {
            applied.append(number)
        }
        return applied
    }

    /// Applies the first pending migration, looked up in the same transaction, and returns its number.
    private func applyNext(_ connection: any SQLConnection, dialect: SQLDialect) throws -> Int? {
        guard let migration = try unapplied(recorded(connection)).first else { return nil }
        let claimed = try connection.run(
            """
            INSERT INTO schema_migrations (number, name, checksum)
            VALUES (\(migration.number), \(migration.name), \(migration.checksum))
            ON CONFLICT (number) DO NOTHING
            """)
        guard claimed == 1 else { throw SQLFault.serialization }
        for step in migration.steps {
            if let query = step.query(for: dialect) { try connection.run(query) }
        }
        return migration.number
    }

    private func recorded(_ connection: any SQLConnection) throws -> [RecordedMigration] {
        try connection.all("SELECT number, name, checksum FROM schema_migrations ORDER BY number") {
            RecordedMigration(number: try $0.int(0), name: try $0.text(1), checksum: try $0.text(2))
        }
    }

    /// What is left to apply, once the recorded ones have been found to be a beginning of ours.
    private func unapplied(_ recorded: [RecordedMigration]) throws(MigrationRefusal) -> ArraySlice<Migration> {
        for (index, migration) in migrations.enumerated() where migration.number != index + 1 {
            throw .misnumbered(expected: index + 1)
        }
        if let last = recorded.last, last.number > migrations.count {
            throw .newerDatabase(recorded: last.number, known: migrations.count)
        }
        for (row, migration) in zip(recorded, migrations) {
            guard row.number == migration.number else { throw .gap(missing: migration.number) }
            guard row.checksum == migration.checksum else {
                throw .changed(number: row.number, recorded: row.name, expected: migration.name)
            }
        }
        return migrations.dropFirst(recorded.count)
    }
}

/// A row of `schema_migrations`.
private struct RecordedMigration: Sendable {
    let number: Int
    let name: String
    let checksum: String
}
