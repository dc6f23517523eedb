import Dispatch
import Foundation
import GRDB
import SQLAccess
import Testing

@testable import SQLiteAccess

struct UpkeepTests {
    @Test func `a backup holds what was committed, opens, and replaces no file`() async throws {
        let folder = try Folder()
        let database = try await folder.openTally()
        for id in 0..<50 { try await database.write { try $0.run("INSERT INTO tally VALUES (\(id), 1)") } }
        let copy = folder.path + "/copy.sqlite"
        try await database.backup(to: copy)
        try await database.write { try $0.run("INSERT INTO tally VALUES (99, 1)") }
        await #expect(throws: SQLFault.self) { try await database.backup(to: copy) }
        let restored = try await SQLiteDatabase.open(path: copy)
        #expect(try await restored.tallies() == Array(0..<50))
        #expect(try await restored.integrityCheck().isEmpty)
        #expect(try await restored.columns() == database.columns())
        await restored.close()
        await database.close()
    }

    @Test func `a backup may be taken while others write`() async throws {
        let folder = try Folder()
        let database = try await folder.openTally()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for id in 0..<100 {
                group.addTask { _ = try await database.write { try $0.run("INSERT INTO tally VALUES (\(id), 1)") } }
            }
            group.addTask { try await database.backup(to: folder.path + "/copy.sqlite") }
            try await group.waitForAll()
        }
        #expect(try await database.tallies().count == 100)
        await database.close()
    }

    @Test func `what was deleted is in no file after a checkpoint`() async throws {
        let folder = try Folder()
        let database = try await folder.open()
        let secret = "Synthetic-Secret-to-be-erased"
        try await database.write { connection in
            try connection.run("CREATE TABLE paper (id BIGINT, body TEXT)")
            try connection.run("INSERT INTO paper VALUES (1, \(secret)), (2, 'kept')")
        }
        #expect(try folder.bytes(of: "test.sqlite-wal").range(of: Data(secret.utf8)) != nil)
        try await database.write { try $0.run("DELETE FROM paper WHERE id = 1") }
        try await database.checkpoint()
        #expect(try folder.bytes(of: "test.sqlite-wal").isEmpty)
        #expect(try folder.bytes(of: "test.sqlite").range(of: Data(secret.utf8)) == nil)
        #expect(try folder.bytes(of: "test.sqlite").range(of: Data("kept".utf8)) != nil)
        await database.close()
    }

    @Test func `a checkpoint that a read keeps from finishing says that it is busy`() async throws {
        let folder = try Folder()
        let database = try await folder.openTally(.init(busyMilliseconds: 1))
        var patient = Configuration()
        patient.readonly = true
        patient.allowsUnsafeTransactions = true
        let reader = try DatabaseQueue(path: folder.database, configuration: patient)
        try await reader.writeWithoutTransaction { database in
            try database.execute(sql: "BEGIN")
            #expect(try Int.fetchOne(database, sql: "SELECT count(*) FROM tally") == 0)
        }
        try await database.write { try $0.run("INSERT INTO tally VALUES (1, 1)") }
        await #expect(throws: SQLFault.busy) { try await database.checkpoint() }
        try await reader.writeWithoutTransaction { try $0.execute(sql: "COMMIT") }
        try await database.checkpoint()
        try reader.close()
        await database.close()
    }

    @Test func `another program that holds the file makes a write busy, which leaves nothing`() async throws {
        let folder = try Folder()
        let database = try await folder.openTally(.init(busyMilliseconds: 1))
        let other = try await folder.open(.init(busyMilliseconds: 1))
        let gate = DispatchSemaphore(value: 0)
        let (started, start) = AsyncStream<Void>.makeStream()
        let holding = Task {
            try await other.write { _ in
                start.yield()
                gate.wait()
            }
        }
        for await _ in started { break }
        await #expect(throws: SQLFault.busy) {
            try await database.write { try $0.run("INSERT INTO tally VALUES (1, 1)") }
        }
        gate.signal()
        try await holding.value
        try await database.write { try $0.run("INSERT INTO tally VALUES (2, 1)") }
        #expect(try await database.tallies() == [2])
        await other.close()
        await database.close()
    }

    @Test func `the integrity check finds rows that refer to nothing`() async throws {
        let folder = try Folder()
        let database = try await folder.openTally()
        try await database.write {
            try $0.run("CREATE TABLE mark (id BIGINT, tally_id BIGINT REFERENCES tally (id))")
        }
        var careless = Configuration()
        careless.foreignKeysEnabled = false
        let queue = try DatabaseQueue(path: folder.database, configuration: careless)
        try await queue.write { try $0.execute(sql: "INSERT INTO mark VALUES (1, 77)") }
        try queue.close()
        #expect(try await database.integrityCheck() == ["a row of mark refers to no row of tally"])
        await database.close()
    }

    @Test func `the integrity check finds a damaged page`() async throws {
        let folder = try Folder()
        let database = try await folder.openTally()
        for id in 0..<2_000 { try await database.write { try $0.run("INSERT INTO tally VALUES (\(id), 1)") } }
        await database.close()
        let file = try FileHandle(forWritingTo: URL(filePath: folder.database))
        try file.seek(toOffset: 3 * 4_096)
        try file.write(contentsOf: Data(repeating: 0x55, count: 2_048))
        try file.close()
        let damaged = try await folder.open()
        #expect(try await !damaged.integrityCheck().isEmpty)
        await #expect(throws: SQLFault.corrupt) {
            try await damaged.read { try $0.count("SELECT sum(amount) FROM tally") }
        }
        await damaged.close()
    }

    @Test func `nothing is done to a closed database`() async throws {
        let folder = try Folder()
        let database = try await folder.open()
        await database.close()
        await #expect(throws: SQLFault.closed) { try await database.settings() }
        await #expect(throws: SQLFault.closed) { try await database.checkpoint() }
        await #expect(throws: SQLFault.closed) { try await database.integrityCheck() }
        await #expect(throws: SQLFault.closed) { try await database.backup(to: folder.path + "/copy.sqlite") }
    }
}
