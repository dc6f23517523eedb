import SQLAccess

extension SQLContract {
    /// How the schema's own rules are reported. Each names what a use case needs to tell refusals apart.
    static let constraints: [Rule] = [
        refusal("A primary key", .unique, "slot_pkey", "INSERT INTO slot VALUES (1, 'b', 2, 'y', NULL)"),
        refusal("A named unique index", .unique, "slot_one_name", "INSERT INTO slot VALUES (2, 'a', 2, 'y', NULL)"),
        refusal(
            "A partial unique index", .unique, "slot_one_open_size",
            "INSERT INTO slot VALUES (2, 'b', 1, 'open', NULL), (3, 'c', 1, 'open', NULL)"),
        refusal("A named check", .check, "slot_size", "INSERT INTO slot VALUES (2, 'b', 0, 'y', NULL)"),
        refusal("A NOT NULL", .notNull, "slot.name", "INSERT INTO slot VALUES (2, NULL, 1, 'y', NULL)"),
        Rule(name: "A foreign key is enforced and named as such") { database in
            try await makeSlots(database)
            try await expectForeignKey(database, "INSERT INTO slot VALUES (2, 'b', 2, 'y', 99)")
            try await database.write { try $0.run("INSERT INTO slot VALUES (2, 'b', 2, 'y', 1)") }
            try await expectForeignKey(database, "DELETE FROM slot WHERE id = 1")
        },
        Rule(name: "A deferred foreign key that is not met fails its own write alone") { database in
            try await makeSlots(database)
            try await database.write {
                try $0.run(
                    """
                    CREATE TABLE link (id BIGINT NOT NULL PRIMARY KEY,
                        slot_id BIGINT NOT NULL REFERENCES slot (id) DEFERRABLE INITIALLY DEFERRED)
                    """)
            }
            let failed = try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 0..<60 {
                    group.addTask {
                        let slot = number % 3 == 0 ? 99 : 1
                        do {
                            try await database.write { try $0.run("INSERT INTO link VALUES (\(number), \(slot))") }
                            return false
                        } catch SQLFault.constraint(kind: .foreignKey, _) {
                            return true
                        }
                    }
                }
                return try await group.reduce(0) { $1 ? $0 + 1 : $0 }
            }
            try expect(failed, 20, "failures")
            try expect(try await database.read { try $0.count("SELECT count(*) FROM link") }, 40, "rows")
        },
        Rule(name: "A trigger that aborts is reported with its message") { database in
            try await makeSlots(database)
            try await database.write { connection in
                for step in appendOnly {
                    if let query = step[database.dialect] { try connection.run(query) }
                }
            }
            try await expect(.constraint(kind: .trigger, name: "slot is append-only")) {
                try await database.write { try $0.run("DELETE FROM slot") }
            }
        },
        Rule(name: "No fault says what was bound") { database in
            try await makeSlots(database)
            let secret = "Synthetic Secret"
            for query: SQLQuery in [
                "INSERT INTO slot VALUES (1, \(secret), 2, 'y', NULL)",
                "INSERT INTO slot VALUES (2, 'b', 0, \(secret), NULL)",
                "INSERT INTO nowhere VALUES (\(secret))", "SELEKT \(secret)",
            ] {
                do {
                    try await database.write { try $0.run(query) }
                } catch {
                    if "\(error)".contains(secret) { throw ContractBroken("the value is in \(error)") }
                    continue
                }
                throw ContractBroken("nothing was refused")
            }
        },
    ]

    private static func refusal(
        _ what: String, _ kind: SQLFault.ConstraintKind, _ name: String, _ query: SQLQuery
    ) -> Rule {
        Rule(name: "\(what) is enforced, and its refusal names \(name)") { database in
            try await makeSlots(database)
            try await expect(.constraint(kind: kind, name: name)) {
                try await database.write { try $0.run(query) }
            }
        }
    }

    private static func expectForeignKey(_ database: any SQLDatabase, _ query: SQLQuery) async throws {
        do {
            try await database.write { try $0.run(query) }
        } catch SQLFault.constraint(kind: .foreignKey, _) {
            return
        }
        throw ContractBroken("the foreign key did not hold")
    }

    private static func makeSlots(_ database: any SQLDatabase) async throws {
        try await database.write { connection in
            try connection.run(
                """
                CREATE TABLE slot (id BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL,
                    size BIGINT NOT NULL CONSTRAINT slot_size CHECK (size > 0), state TEXT NOT NULL,
                    parent_id BIGINT REFERENCES slot (id))
                """)
            try connection.run("CREATE UNIQUE INDEX slot_one_name ON slot (name)")
            try connection.run("CREATE UNIQUE INDEX slot_one_open_size ON slot (size) WHERE state = 'open'")
            try connection.run("INSERT INTO slot VALUES (1, 'a', 1, 'closed', NULL)")
        }
    }

    /// A table that refuses to lose a row, in the words of each engine.
    private static let appendOnly: [[SQLDialect: SQLQuery]] = [
        [
            .sqlite: """
            CREATE TRIGGER slot_append_only BEFORE DELETE ON slot
            BEGIN SELECT RAISE(ABORT, 'slot is append-only'); END
            """,
            .postgres: """
            CREATE FUNCTION slot_append_only() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION 'slot is append-only'; END $$
            """,
        ],
        [
            .postgres: """
            CREATE TRIGGER slot_append_only BEFORE DELETE ON slot
            FOR EACH ROW EXECUTE FUNCTION slot_append_only()
            """
        ],
    ]
}
