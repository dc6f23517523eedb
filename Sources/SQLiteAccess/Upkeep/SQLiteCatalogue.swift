package import SQLAccess

extension SQLiteDatabase {
    /// Tables, views and virtual tables with their columns. SQLite's own tables, and those behind a virtual one, are
    /// left out.
    package func columns() async throws -> [SQLColumn] {
        try await read { connection in
            try connection.all(
                """
                SELECT t.name, c.name
                FROM pragma_table_list AS t, pragma_table_xinfo(t.name) AS c
                WHERE t.schema = 'main' AND t.type IN ('table', 'view', 'virtual')
                    AND substr(t.name, 1, 7) <> 'sqlite_' AND c.hidden <> 1
                ORDER BY t.name, c.cid
                """
            ) { SQLColumn(table: try $0.text(0), column: try $0.text(1)) }
        }
    }
}
