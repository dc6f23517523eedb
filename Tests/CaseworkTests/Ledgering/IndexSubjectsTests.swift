import Domain
import Store
import Testing

@testable import Casework

@Suite("Whom an entry concerns")
struct IndexSubjectsTests {
    private func about(
        _ subject: String, before: Int64? = nil, limit: Int = 1_000, _ trent: Trent
    ) async throws -> [Int64] {
        try await trent.world.database.read { connection in
            try LedgerRowReading.entries(about: subject, before: before, limit: limit, on: connection).map(\.position)
        }
    }

    @Test("is answered alike while nothing is indexed, while some is, and when all is")
    func alike() async throws {
        let trent = try await Trent()
        let people = try await [trent.person("Example", "Robin"), trent.person("Example", "Sam")]
        for _ in 0..<3 {
            for person in people { _ = try await OpenPerson(trent.world)(person, by: TrentWorker.drugs.viewer) }
            _ = try await SearchPeople(trent.world)(PeopleQuery(family: "Example"), by: TrentWorker.drugs.viewer)
        }
        let first = try await about(people[0], trent)
        #expect(first.count == 7, "made, three looks and three searches")
        #expect(first == first.sorted(by: >))
        #expect(try await IndexSubjects(trent.world)().isMoreWaiting == false)
        #expect(try await about(people[0], trent) == first)
        _ = try await OpenPerson(trent.world)(people[0], by: TrentWorker.drugs.viewer)
        let more = try await about(people[0], trent)
        #expect(more.count == 8 && Array(more.dropFirst()) == first)
        #expect(try await about(people[0], limit: 3, trent) == Array(more.prefix(3)), "some waiting, some indexed")
        #expect(try await about(people[0], before: more[2], limit: 3, trent) == Array(more[3...5]))
        #expect(try await about(people[1], trent).count == 7)
        _ = try await IndexSubjects(trent.world)()
        #expect(try await about(people[0], trent) == more)
        let waiting = try await trent.world.database.read { try LedgerRowReading.unindexed(10, on: $0).count }
        #expect(waiting == 0)
    }
}
