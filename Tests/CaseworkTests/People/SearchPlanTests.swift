@testable import Casework
import Domain
import SQLAccess
import Store
import TestDatabases
import Testing

/// A search must not read the whole of a large table: SQLite's plan for each statement uses an index.
@Suite(
    "A search among twenty thousand people",
    .enabled(if: TestDatabase.engine == .sqlite, "asks SQLite for its plans"))
struct SearchPlanTests {
    private static let people = 20_000

    @Test("reads no table from end to end")
    func plans() async throws {
        let trent = try await Trent()
        try await trent.fill(people: Self.people, seed: 5)
        let now = trent.clock.now
        let rule = trent.world.rules.current.policy.rule(for: TrentWorker.drugs.viewer, today: London.day(of: now))
        let queries = [
            PeopleQuery(family: "Example 12"), PeopleQuery(given: "Robin"),
            PeopleQuery(family: "Example 12", given: "Robin"), PeopleQuery(born: Day("1985-05-02")),
            PeopleQuery(family: "Example", given: "Robin", born: Day("1985-05-02")),
            PeopleQuery(numbers: ["2001/0000123Y"]),
        ]
        let wanted = queries.map { $0.wanted(today: London.day(of: now)) }
        let plans = try await trent.world.database.read { connection in
            let watched = WatchedConnection(connection)
            for query in wanted { _ = try PersonSearch.find(query, rule: rule, limit: 21, on: watched) }
            return try watched.plans()
        }
        #expect(plans.count > 10)
        for plan in plans {
            #expect(plan.scans.isEmpty, "\(plan.statement): \(plan.steps)")
        }
        let query = PeopleQuery(family: "Example 777", given: "Robin 777")
        let found = try await SearchPeople(trent.world)(query, by: TrentWorker.drugs.viewer)
        #expect(found.matches.first?.person.listed == "Example 777, Robin 777")
    }
}

extension Trent {
    /// Writes so many people straight into the tables, each with a name, a birth and the event that states them.
    func fill(people: Int, seed: UInt64) async throws {
        let now = clock.now
        try await world.database.write { connection in
            var draws = TrentDraws(seed: seed)
            for number in 0..<people {
                let subject = Reference.make(random: draws.next()).compact
                let event = Event(
                    id: "E\(number)", subject: subject, type: "core/person-details", occurred: .instant(now),
                    known: now,
                    recorded: now, by: "drugs", agency: "cjit")
                try EventWriting.makeSubject(subject, kind: "person", agency: "cjit", at: now, on: connection)
                try EventWriting.append(
                    SaltedEvent(event, salt: [1], type: RecordType(id: "core/person-details", title: "")),
                    occurredAt: now, people: [], on: connection)
                let by = Guard(category: "identity", agency: "cjit", type: "core/person-details", occurredAt: now)
                let (family, given) = ("Example \(number % 5_000)", "Robin \(number)")
                var keys = SearchKeys()
                keys.names = [
                    StatedName(
                        event: event.id, number: 0, kind: "legal", given: given, family: family, knownAs: "",
                        givenKey: SearchKey.name(given), familyKey: SearchKey.name(family),
                        familySound: SearchKey.sound(family) ?? "", guardedBy: by)
                ]
                keys.births = [(event.id, Day(number: number % 12_000), nil, by)]
                try SearchKeysWriting.replace(keys, subject: subject, on: connection)
            }
        }
    }
}
