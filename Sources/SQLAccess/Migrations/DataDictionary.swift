/// The written meaning of every table and column, gathered from the migrations.
package struct DataDictionary: Sendable {
    /// `"table"` or `"table.column"` and what it means. A later migration's words replace an earlier one's.
    package let meanings: [String: String]

    /// Gathers the meanings that the migrations carry.
    package init(_ migrations: [Migration]) {
        meanings = migrations.reduce(into: Self.ofTheRunner) { all, migration in
            all.merge(migration.meanings) { _, later in later }
        }
    }

    /// The tables and columns that the database has and nobody has explained. A test asks for none.
    package func unexplained(in columns: [SQLColumn]) -> [String] {
        names(of: columns).filter { meanings[$0, default: ""].isEmpty }
    }

    /// The meanings of things the database does not have, such as a column that was misspelt or dropped.
    package func orphaned(in columns: [SQLColumn]) -> [String] {
        Set(meanings.keys).subtracting(names(of: columns)).sorted()
    }

    private func names(of columns: [SQLColumn]) -> [String] {
        Set(columns.flatMap { [$0.table, "\($0.table).\($0.column)"] }).sorted()
    }

    private static let ofTheRunner = [
        "schema_migrations": "The migrations that this database has had; one row each.",
        "schema_migrations.number": "The migration's place in the one ordered list, from 1.",
        "schema_migrations.name": "What it brought, in a few words.",
        "schema_migrations.checksum": "Sixteen hexadecimal digits over its text, so that a later edit is noticed.",
    ]
}
