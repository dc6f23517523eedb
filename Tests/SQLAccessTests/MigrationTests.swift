import Testing

@testable import SQLAccess

struct MigrationTests {
    private func migration(
        _ number: Int = 1, _ name: String = "rooms", _ steps: [MigrationStep] = ["CREATE TABLE room (id BIGINT)"],
        meanings: [String: String] = [:]
    ) -> Migration {
        Migration(number: number, name: name, steps: steps, meanings: meanings)
    }

    @Test func `a checksum never changes from one version of the program to the next`() {
        #expect(migration().checksum == "06ed9d912c30370c")
    }

    @Test func `a checksum covers the number, the name and the text for every engine`() {
        let checksums = [
            migration(), migration(2), migration(1, "room"), migration(1, "rooms", ["CREATE TABLE room (id TEXT)"]),
            migration(1, "rooms", []), migration(1, "rooms", ["SELECT 1", "SELECT 2"]),
            migration(1, "rooms", ["SELECT 2", "SELECT 1"]),
            migration(1, "rooms", [.pair(sqlite: "SELECT 1", postgres: "SELECT 2")]),
            migration(1, "rooms", [.pair(sqlite: "SELECT 1", postgres: "SELECT 3")]),
            migration(1, "rooms", [.only(.sqlite, "SELECT 1")]), migration(1, "rooms", [.only(.postgres, "SELECT 1")]),
        ].map(\.checksum)
        #expect(Set(checksums).count == checksums.count)
        #expect(checksums.allSatisfy { $0.utf8.count == 16 })
    }

    @Test func `a meaning may be reworded after release`() {
        #expect(
            migration(meanings: ["room": "A room."]).checksum == migration(meanings: ["room": "A bedroom."]).checksum)
    }

    @Test func `each engine gets its own words`() {
        let pair = MigrationStep.pair(sqlite: "SELECT 1", postgres: "SELECT 2")
        #expect(pair.query(for: .sqlite) == "SELECT 1")
        #expect(pair.query(for: .postgres) == "SELECT 2")
        #expect(MigrationStep.only(.postgres, "SELECT 1").query(for: .sqlite) == nil)
        #expect(MigrationStep.only(.postgres, "SELECT 1").query(for: .postgres) == "SELECT 1")
        #expect(("SELECT 1" as MigrationStep).query(for: .sqlite) == "SELECT 1")
    }

    @Test func `the data dictionary knows what is explained, what is not, and what is not there`() {
        let dictionary = DataDictionary([
            migration(meanings: ["room": "A room.", "room.id": "Old words.", "room.door": "Dropped later."]),
            migration(2, "beds", meanings: ["room.id": "Its number.", "room.beds": ""]),
        ])
        let columns = ["id", "beds", "name"].map { SQLColumn(table: "room", column: $0) }
        #expect(dictionary.meanings["room.id"] == "Its number.")
        #expect(dictionary.unexplained(in: columns) == ["room.beds", "room.name"])
        #expect(dictionary.orphaned(in: columns).contains("room.door"))
    }
}
