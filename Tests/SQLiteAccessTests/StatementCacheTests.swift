import GRDB
import Testing

@testable import SQLiteAccess

struct StatementCacheTests {
    @Test func `a text used lately is kept ready, and the one unused for longest makes room`() throws {
        try DatabaseQueue().writeWithoutTransaction { database in
            let cache = StatementCache(limit: 3)
            func use(_ text: String) throws -> PreparedStatement {
                let statement = try cache.statement(text, in: database)
                statement.release()
                return statement
            }
            let first = try use("SELECT 1")
            let second = try use("SELECT 2")
            _ = try use("SELECT 3")
            #expect(try use("SELECT 1") === first)
            _ = try use("SELECT 4")
            #expect(cache.count == 3)
            #expect(try use("SELECT 1") === first)
            #expect(try use("SELECT 2") !== second)
            #expect(cache.count == 3)
        }
    }

    @Test func `a statement in use is lent to nobody else, and makes no room`() throws {
        try DatabaseQueue().writeWithoutTransaction { database in
            let cache = StatementCache(limit: 2)
            let outer = try cache.statement("SELECT 1", in: database)
            let inner = try cache.statement("SELECT 1", in: database)
            #expect(inner !== outer)
            inner.release()
            for number in 2...5 { try cache.statement("SELECT \(number)", in: database).release() }
            #expect(cache.count == 2)
            outer.release()
            #expect(try cache.statement("SELECT 1", in: database) === outer)
        }
    }
}
