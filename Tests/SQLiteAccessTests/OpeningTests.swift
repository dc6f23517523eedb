import Foundation
import GRDB
import SQLAccess
import Testing

@testable import SQLiteAccess

struct OpeningTests {
    @Test func `the writer works as the promises need, read back from it`() async throws {
        let folder = try Folder()
        let database = try await folder.open(.init(readers: 3, journalLimitBytes: 1 << 20))
        let settings = try await database.settings()
        #expect(settings.journalMode == "wal")
        #expect(settings.synchronous == 2)
        #expect(settings.foreignKeys)
        #expect(!settings.trustsSchema)
        #expect(settings.overwritesDeleted)
        #expect(settings.encoding == "UTF-8")
        #expect(settings.busyMilliseconds == 5_000)
        #expect(settings.journalLimitBytes == 1 << 20)
        #expect(settings.cacheKiB == 32 << 10)
        #expect(settings.mappedBytes == 0)
        #expect(settings.readers == 3)
        await database.close()
    }

    @Test func `every reader works as the promises need, read back from it`() async throws {
        let folder = try Folder()
        let database = try await folder.open()
        let found = try await database.read { connection in
            try connection.first(
                """
                SELECT (SELECT query_only FROM pragma_query_only), (SELECT foreign_keys FROM pragma_foreign_keys),
                    (SELECT trusted_schema FROM pragma_trusted_schema), (SELECT cache_size FROM pragma_cache_size),
                    (SELECT timeout FROM pragma_busy_timeout)
                """
            ) { row in try (0..<5).map { try row.int($0) } }
        }
        #expect(found == [1, 1, 0, -(8 << 10), 5_000])
        await database.close()
    }

    @Test func `a settled writer stays settled after it has worked`() async throws {
        let folder = try Folder()
        let database = try await folder.openTally()
        let before = try await database.settings()
        for id in 0..<20 { try await database.write { try $0.run("INSERT INTO tally VALUES (\(id), 1)") } }
        try await database.checkpoint()
        #expect(try await database.settings() == before)
        await database.close()
    }

    @Test func `a database without a write-ahead log is refused`() async throws {
        await #expect(throws: SQLiteRefusal.setting(name: "journal_mode", expected: "wal", found: "memory")) {
            try await SQLiteDatabase.open(path: ":memory:")
        }
    }

    @Test func `a setting that is not as it must be is refused by its name`() async throws {
        let folder = try Folder()
        let queue = try DatabaseQueue(path: folder.database)
        try await queue.writeWithoutTransaction { database in
            let options = SQLiteOptions()
            try database.becomeWriterExceptFor { error in
                #expect(error == .setting(name: "trusted_schema", expected: "false", found: "true"))
            }
            try database.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA synchronous = NORMAL")
            #expect(throws: SQLiteRefusal.setting(name: "synchronous", expected: "2", found: "1")) {
                try SQLiteSettings(of: database, readers: 1).check(against: options)
            }
            try database.execute(sql: "PRAGMA synchronous = FULL; PRAGMA foreign_keys = OFF")
            #expect(throws: SQLiteRefusal.setting(name: "foreign_keys", expected: "true", found: "false")) {
                try SQLiteSettings(of: database, readers: 1).check(against: options)
            }
        }
    }

    @Test func `a file that is no database is refused as corrupt, and left alone`() async throws {
        let folder = try Folder()
        let picture = Data(repeating: 0x5A, count: 8_192)
        try picture.write(to: URL(filePath: folder.database))
        await #expect(throws: SQLFault.corrupt) { try await folder.open() }
        #expect(try folder.bytes(of: "test.sqlite") == picture)
    }

    @Test func `a folder that is not there is refused`() async throws {
        let folder = try Folder()
        await #expect(throws: SQLFault.other(code: "14", message: "unable to open database file")) {
            try await SQLiteDatabase.open(path: folder.path + "/absent/test.sqlite")
        }
    }

    @Test func `what was written is there when it is opened again`() async throws {
        let folder = try Folder()
        let first = try await folder.openTally()
        try await first.write { try $0.run("INSERT INTO tally VALUES (7, 1)") }
        await first.close()
        let second = try await folder.openTally()
        #expect(try await second.tallies() == [7])
        #expect(try await second.integrityCheck().isEmpty)
        await second.close()
    }
}

extension Database {
    /// Makes a plain connection the writer, and hands over the refusal that it must meet.
    fileprivate func becomeWriterExceptFor(_ refusal: (SQLiteRefusal) -> Void) throws {
        do {
            try becomeWriter(SQLiteOptions())
            Issue.record("it was not refused")
        } catch let error as SQLiteRefusal {
            refusal(error)
        }
    }
}
