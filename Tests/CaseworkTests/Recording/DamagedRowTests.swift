import Domain
import SQLAccess
import Store
import TestDatabases
import Testing

@testable import Casework

@Suite("A row of the record that is not what was written")
struct DamagedRowTests {
    /// What a broken disk could do to an event or to what it says.
    private static let damages: [SQLQuery] = [
        "UPDATE event_sections SET answers = replace(answers, '4', '6')",
        "UPDATE event_sections SET checksum = checksum + 1",
        "UPDATE events SET occurred_at = occurred_at - 1000",
        "UPDATE events SET known_at = known_at - 1000",
        "UPDATE events SET recorded_at = recorded_at + 1000",
        "UPDATE events SET occurred_on = '2013-05-01'",
        "UPDATE events SET by = 'jo'",
        "UPDATE events SET reason = 'Another'",
        "UPDATE events SET version = 't 2'",
    ]

    @Test("is shown to nobody, computed from by nobody, and nothing is added to it", arguments: damages.indices)
    func refused(_ index: Int) async throws {
        let house = try await CaseHouse()
        let robin = try await house.arrive()
        let other = try await house.arrive("Alex")
        try await house.world.database.write { connection in
            try Guards.takeAway(on: connection)
            let whose: SQLQuery =
                " WHERE event_id IN (SELECT id FROM events WHERE subject = \(robin)) AND section = 'custody'"
            let events: SQLQuery = " WHERE subject = \(robin)"
            let damage = Self.damages[index]
            try connection.run(index < 2 ? damage + whose : damage + events)
        }
        await #expect(throws: StoreFault.damaged) {
            _ = try await OpenPerson(house.world)(robin, by: house.pat)
        }
        await #expect(throws: StoreFault.damaged) { _ = try await house.events(of: robin) }
        await #expect(throws: StoreFault.damaged) {
            try await house.record("t/visit", ["outcome": .choice("seen")], of: robin)
        }
        // Everybody else's record is as it was.
        _ = try await OpenPerson(house.world)(other, by: house.pat)
        try await house.record("t/visit", ["outcome": .choice("seen")], of: other)
    }

    @Test("is missed where the sections of an event are gone that nobody erased")
    func gone() async throws {
        let house = try await CaseHouse()
        let robin = try await house.arrive()
        try await house.world.database.write { connection in
            try Guards.takeAway(on: connection)
            try connection.run("DELETE FROM event_sections WHERE section = 'custody'")
        }
        await #expect(throws: StoreFault.damaged) { _ = try await house.events(of: robin) }
        await #expect(throws: StoreFault.damaged) {
            try await house.record("t/visit", ["outcome": .choice("seen")], of: robin)
        }
    }

    @Test("from before there were checksums is read as it is")
    func older() async throws {
        let house = try await CaseHouse()
        let robin = try await house.arrive()
        try await house.world.database.write { connection in
            try Guards.takeAway(on: connection)
            try connection.run("UPDATE event_sections SET checksum = NULL")
        }
        _ = try await OpenPerson(house.world)(robin, by: house.pat)
        try await house.record("t/visit", ["outcome": .choice("seen")], of: robin)
    }
}
