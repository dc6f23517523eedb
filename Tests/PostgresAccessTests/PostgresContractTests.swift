import SQLContract
import TestDatabases
import Testing

@testable import PostgresAccess

@Suite(.enabled(if: TestServer.isThere, "there is no PostgreSQL: THROUGHCARE_TEST_POSTGRES is not set"))
struct PostgresContractTests {
    @Test("PostgreSQL keeps every promise of a database", arguments: SQLContract.rules)
    func keeps(_ rule: SQLContract.Rule) async throws {
        let fresh = try TestServer.fresh()
        let database = try await fresh.open()
        try await rule.check(database)
        await database.close()
    }

    @Test func `one reader and one writer are enough to keep every promise`() async throws {
        var all: [FreshDatabase] = []
        try await SQLContract.check {
            let fresh = try TestServer.fresh()
            all.append(fresh)
            return try await fresh.open(PostgresOptions(readers: 1, writers: 1))
        }
        #expect(all.count == SQLContract.rules.count)
    }
}
