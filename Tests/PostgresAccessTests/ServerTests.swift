import SQLAccess
import TestDatabases
import Testing

@testable import PostgresAccess

/// What a database on a server must do besides.
@Suite(.enabled(if: TestServer.isThere, "there is no PostgreSQL: THROUGHCARE_TEST_POSTGRES is not set"))
struct ServerTests {
    @Test("a server that would break a promise is not used")
    func refused() async throws {
        let fresh = try TestServer.fresh()
        for (setting, value) in [("synchronous_commit", "off")] {
            let address = fresh.address + "&options=-c%20\(setting)%3D\(value)"
            await #expect(throws: PostgresRefusal.setting(name: setting, expected: "on", found: value)) {
                _ = try await PostgresDatabase.open(address: address)
            }
        }
        let other = try TestServer.fresh(collation: "C.UTF-8")
        await #expect(throws: PostgresRefusal.setting(name: "lc_collate", expected: "C", found: "C.UTF-8")) {
            _ = try await other.open()
        }
        await #expect(throws: PostgresRefusal.self) {
            _ = try await PostgresDatabase.open(address: "postgres://[broken")
        }
    }

    @Test("how it works is read back, its pages' checksums too")
    func settings() async throws {
        let fresh = try TestServer.fresh()
        let database = try await fresh.open()
        let settings = try await database.settings()
        #expect(settings.encoding == "UTF8" && settings.collation == "C" && settings.synchronousCommit == "on")
        #expect(settings.hasChecksums)
        await database.close()
    }

    @Test("a server that is not there is unreachable, and said so within the patience")
    func nobody() async throws {
        let options = PostgresOptions(patienceMilliseconds: 200)
        await #expect(throws: SQLFault.unreachable) {
            _ = try await PostgresDatabase.open(address: "postgres:///x?host=/nonexistent", options: options)
        }
    }

    @Test("after its connections were ended it goes on, and nothing is lost or doubled")
    func reconnects() async throws {
        let fresh = try TestServer.fresh()
        let database = try await fresh.open()
        try await database.write { try $0.run("CREATE TABLE tally (id BIGINT NOT NULL PRIMARY KEY)") }
        let kept = try await withThrowingTaskGroup(of: Int?.self) { group in
            for number in 0..<400 {
                group.addTask {
                    do {
                        try await database.write { try $0.run("INSERT INTO tally VALUES (\(number))") }
                        _ = try await database.read { try $0.count("SELECT count(*) FROM tally") }
                        return number
                    } catch SQLFault.io {
                        // It was asked to commit and did not answer: it may be there or not.
                        return nil
                    }
                }
                if number % 100 == 50 { try fresh.endConnections() }
            }
            return try await group.reduce(into: Set<Int>()) { if let number = $1 { $0.insert(number) } }
        }
        let there = Set(try await database.read { try $0.all("SELECT id FROM tally") { try $0.int(0) } })
        #expect(kept.isSubset(of: there))
        #expect(kept.count > 350)
        await database.close()
    }

    @Test("writes in turn see each other, and no two run at once")
    func turns() async throws {
        let fresh = try TestServer.fresh()
        let nodes = [try await fresh.open(), try await fresh.open()]
        try await nodes[0].write { connection in
            #expect(!connection.holds(.ledger))
            try connection.run("CREATE TABLE places (place BIGINT NOT NULL PRIMARY KEY)")
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<200 {
                group.addTask {
                    try await nodes[number % 2].writeInTurn(.ledger) { connection in
                        #expect(connection.holds(.ledger) && !connection.holds(.migration))
                        let next = try connection.count("SELECT coalesce(max(place) + 1, 0) FROM places")
                        try connection.run("INSERT INTO places VALUES (\(next))")
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await nodes[1].read { try $0.count("SELECT max(place) FROM places") } == 199)
        for node in nodes { await node.close() }
    }

    @Test("two writes that would each break what the other checked do not both stand")
    func writeSkew() async throws {
        let fresh = try TestServer.fresh()
        let database = try await fresh.open()
        try await database.write { connection in
            try connection.run("CREATE TABLE duty (worker BIGINT NOT NULL PRIMARY KEY, is_on BIGINT NOT NULL)")
            try connection.run("INSERT INTO duty VALUES (1, 1), (2, 1)")
        }
        for _ in 0..<50 {
            try await database.write { try $0.run("UPDATE duty SET is_on = 1") }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for worker in 1...2 {
                    group.addTask {
                        try await database.write { connection in
                            let others = try connection.count(
                                "SELECT count(*) FROM duty WHERE is_on = 1 AND worker <> \(worker)")
                            if others > 0 { try connection.run("UPDATE duty SET is_on = 0 WHERE worker = \(worker)") }
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await database.read { try $0.count("SELECT sum(is_on) FROM duty") } == 1)
        }
        await database.close()
    }

    @Test("a table that another changes is read as it is now, also by a statement that was kept ready")
    func changedTable() async throws {
        let fresh = try TestServer.fresh()
        let nodes = [try await fresh.open(PostgresOptions(readers: 1, writers: 1)), try await fresh.open()]
        try await nodes[0].write { connection in
            try connection.run("CREATE TABLE tally (id BIGINT NOT NULL PRIMARY KEY)")
            try connection.run("INSERT INTO tally VALUES (7)")
        }
        let all: SQLQuery = "SELECT * FROM tally"
        #expect(try await nodes[0].read { try $0.all(all) { [try $0.integer(0)] } } == [[7]])
        try await nodes[1].writeInTurn(.migration) { connection in
            _ = try connection.run("ALTER TABLE tally ADD COLUMN amount BIGINT NOT NULL DEFAULT 3")
        }
        let now = try await nodes[0].read { try $0.all(all) { [try $0.integer(0), try $0.integer(1)] } }
        #expect(now == [[7, 3]])
        for node in nodes { await node.close() }
    }

    @Test("more statements than are kept ready all run")
    func manyStatements() async throws {
        let fresh = try TestServer.fresh()
        let database = try await fresh.open(PostgresOptions(readers: 1, writers: 1))
        for count in 1...700 {
            let sum = try await database.read { connection in
                try connection.count(
                    "SELECT count(*) FROM (SELECT 1 AS n) one WHERE n IN \(list: (0..<Int64(count)).map { $0 })")
            }
            #expect(sum == (count > 1 ? 1 : 0))
        }
        await database.close()
    }
}
