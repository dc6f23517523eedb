import SQLContract
import Testing

@testable import PostgresAccess

@Suite(.enabled(if: Server.isThere, "there is no PostgreSQL: THROUGHCARE_TEST_POSTGRES is not set"))
struct PostgresContractTests {
    @Test("PostgreSQL keeps every promise of a database", arguments: SQLContract.rules)
    func keeps(_ rule: SQLContract.Rule) async throws {
        let fresh = try Server.fresh()
        let database = try await fresh.open()
        try await rule.check(database)
        await database.close()
    }

    @Test func `one reader and one writer are enough to keep every promise`() async throws {
        var all: [Fresh] = []
        try await SQLContract.check {
            let fresh = try Server.fresh()
            all.append(fresh)
            return try await fresh.open(PostgresOptions(readers: 1, writers: 1))
        }
        #expect(all.count == SQLContract.rules.count)
    }
}
