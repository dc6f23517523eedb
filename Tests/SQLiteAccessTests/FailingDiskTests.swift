import GRDB
import GRDBSQLite
import SQLAccess
import Testing

@testable import SQLiteAccess

struct FailingDiskTests {
    init() {
        FailingDisk.install
    }

    @Test func `when the trip to the disk fails, every caller is told and no more writes are taken`() async throws {
        let folder = try Folder()
        let database = try await folder.openTally()
        try await database.write { try $0.run("INSERT INTO tally VALUES (100, 1)") }
        let faults = try await FailingDisk.failing(.init(sync: SQLITE_IOERR | (4 << 8)), of: folder.database) {
            try await faultsOfTen(database)
        }
        #expect(faults == Array(repeating: .io, count: 10))
        // The disk is well again, but what it kept is not known.
        await #expect(throws: SQLFault.io) { try await database.write { try $0.run("DELETE FROM tally") } }
        #expect(try await database.tallies() == [100])
        await database.close()

        let reopened = try await folder.openTally()
        #expect(try await reopened.integrityCheck().isEmpty)
        try await reopened.write { try $0.run("INSERT INTO tally VALUES (101, 1)") }
        let kept = try await reopened.tallies()
        #expect(kept.contains(100) && kept.contains(101))
        await reopened.close()
    }

    @Test func `when the log cannot be written, nothing of the group is found afterwards`() async throws {
        let folder = try Folder()
        let database = try await folder.openTally()
        let faults = try await FailingDisk.failing(.init(write: SQLITE_IOERR | (3 << 8)), of: folder.database) {
            try await faultsOfTen(database)
        }
        #expect(faults == Array(repeating: .io, count: 10))
        await #expect(throws: SQLFault.io) { try await database.write { try $0.run("DELETE FROM tally") } }
        await database.close()
        let reopened = try await folder.openTally()
        #expect(try await reopened.tallies() == [])
        #expect(try await reopened.integrityCheck().isEmpty)
        await reopened.close()
    }

    @Test func `when the disk is full, every caller is told, nothing is left, and writing goes on once there is room`()
        async throws
    {
        let folder = try Folder()
        let database = try await folder.openTally()
        let faults = try await FailingDisk.failing(.init(write: SQLITE_FULL), of: folder.database) {
            try await faultsOfTen(database)
        }
        #expect(faults == Array(repeating: .full, count: 10))
        #expect(try await database.tallies() == [])
        try await database.write { try $0.run("INSERT INTO tally VALUES (1, 1)") }
        #expect(try await database.tallies() == [1])
        await database.close()
    }

    @Test func `a write that does not fit fails alone`() async throws {
        let folder = try Folder()
        let database = try await folder.openTally()
        try await database.write { try $0.run("CREATE TABLE paper (body BLOB)") }
        try await database.writer.queue.writeWithoutTransaction { connection in
            try connection.execute(sql: "PRAGMA max_page_count = 8")
        }
        let answers = try await database.together(5) { id, connection in
            try connection.run("INSERT INTO tally VALUES (\(id), 1)")
            let body = Array(repeating: UInt8(1), count: id == 2 ? 1_000_000 : 10)
            try connection.run("INSERT INTO paper VALUES (\(body))")
        }
        #expect(answers.map { $0 as? SQLFault } == [nil, nil, .full, nil, nil])
        #expect(try await database.tallies() == [0, 1, 3, 4])
        await database.close()
    }

    /// Ten writes in one group, and what each met.
    private func faultsOfTen(_ database: SQLiteDatabase) async throws -> [SQLFault?] {
        try await database.together(10) { id, connection in
            try connection.run("INSERT INTO tally VALUES (\(id), 1)")
        }.map { $0 as? SQLFault }
    }
}
