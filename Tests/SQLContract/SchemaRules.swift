import SQLAccess

extension SQLContract {
    /// Migrations and the catalogue.
    static let schema: [Rule] = [
        Rule(name: "Migrations are applied once, in order, and each is recorded") { database in
            try expect(try await MigrationRunner(list).pending(in: database), [1, 2], "pending at first")
            try expect(try await MigrationRunner([list[0]]).migrate(database), [1], "applied at first")
            try expect(try await MigrationRunner(list).pending(in: database), [2], "pending then")
            try expect(try await MigrationRunner(list).migrate(database), [2], "applied then")
            try expect(try await MigrationRunner(list).migrate(database), [], "applied at last")
            let rooms = try await database.read { try $0.count("SELECT beds FROM room") }
            try expect(rooms, 4, "what the second brought")
            let recorded = try await database.read {
                try $0.all("SELECT number, name, checksum FROM schema_migrations ORDER BY number") {
                    "\(try $0.int(0)) \(try $0.text(1)) \(try $0.text(2))"
                }
            }
            try expect(recorded, list.map { "\($0.number) \($0.name) \($0.checksum)" }, "the record")
        },
        Rule(name: "Two programs that migrate at once apply each migration once") { database in
            let applied = try await withThrowingTaskGroup(of: [Int].self) { group in
                for _ in 0..<4 { group.addTask { try await MigrationRunner(list).migrate(database) } }
                return try await group.reduce([], +)
            }
            try expect(applied.sorted(), [1, 2], "applied by all of them")
        },
        Rule(name: "A migration that fails leaves nothing of itself, and those before it stay") { database in
            let broken = Migration(
                number: 3, name: "broken",
                steps: ["CREATE TABLE half (id BIGINT)", "INSERT INTO nowhere VALUES (1)"], meanings: [:])
            do {
                try await MigrationRunner(list + [broken]).migrate(database)
                throw ContractBroken("the failure was lost")
            } catch is SQLFault {}
            try expect(try await database.columns().contains { $0.table == "half" }, false, "the half table")
            try expect(try await MigrationRunner(list).pending(in: database), [], "those before it")
        },
        Rule(name: "A database that does not fit the migrations is refused unchanged") { database in
            try await MigrationRunner(list).migrate(database)
            let edited = Migration(number: 2, name: "beds", steps: ["SELECT 1"], meanings: [:])
            try await refused(.changed(number: 2, recorded: "beds", expected: "beds"), [list[0], edited], on: database)
            try await refused(.newerDatabase(recorded: 2, known: 1), [list[0]], on: database)
            try await refused(.misnumbered(expected: 2), [list[0], list[0]], on: database)
            try await database.write { try $0.run("DELETE FROM schema_migrations WHERE number = 1") }
            try await refused(.gap(missing: 1), list, on: database)
        },
        Rule(name: "The catalogue lists our columns, and the data dictionary what it does not explain") { database in
            try await MigrationRunner(list).migrate(database)
            let columns = try await database.columns()
            let rooms = columns.filter { $0.table == "room" }.map(\.column)
            try expect(rooms, ["id", "photo", "beds"], "the columns")
            let dictionary = DataDictionary(list)
            try expect(dictionary.unexplained(in: columns), ["room.photo"], "unexplained")
            try expect(dictionary.orphaned(in: columns), ["room.chairs"], "orphaned")
        },
    ]

    private static let list = [
        Migration(
            number: 1, name: "rooms",
            steps: [
                .pair(
                    sqlite: "CREATE TABLE room (id BIGINT NOT NULL PRIMARY KEY, photo BLOB)",
                    postgres: "CREATE TABLE room (id BIGINT NOT NULL PRIMARY KEY, photo BYTEA)"),
                "INSERT INTO room (id) VALUES (1)",
            ], meanings: ["room": "A room.", "room.id": "Its number.", "room.chairs": "Not there."]),
        Migration(
            number: 2, name: "beds",
            steps: [
                "ALTER TABLE room ADD COLUMN beds BIGINT NOT NULL DEFAULT 3",
                .only(.sqlite, "UPDATE room SET beds = 4"), .only(.postgres, "UPDATE room SET beds = 4"),
            ], meanings: ["room.beds": "How many sleep there."]),
    ]

    private static func refused(
        _ refusal: MigrationRefusal, _ migrations: [Migration], on database: any SQLDatabase
    ) async throws {
        let runner = MigrationRunner(migrations)
        for attempt in [runner.migrate, runner.pending] {
            do {
                _ = try await attempt(database)
            } catch let found as MigrationRefusal {
                guard found == refusal else { throw ContractBroken("expected \(refusal), found \(found)") }
                continue
            }
            throw ContractBroken("expected \(refusal), but nothing was refused")
        }
    }
}
