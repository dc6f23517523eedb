import Dispatch
import SQLAccess
import SQLDriver
import Testing

@testable import SQLiteAccess

struct ReadingTests {
    @Test func `a damaged row is an error, never a guess`() async throws {
        let folder = try Folder()
        let database = try await folder.openTally()
        try await database.write { connection in
            try connection.run("CREATE TABLE damaged (n BIGINT, t TEXT, flag BIGINT)")
            try connection.run("INSERT INTO damaged VALUES ('not a number', CAST(x'C328' AS TEXT), 2)")
        }
        try await database.read { connection in
            try connection.each("SELECT n, t, flag, 1.5 FROM damaged") { row in
                #expect(throws: SQLFault.unreadable(column: 0)) { try row.integer(0) }
                #expect(throws: SQLFault.unreadable(column: 1)) { try row.text(1) }
                #expect(throws: SQLFault.unreadable(column: 2)) { try row.flag(2) }
                #expect(throws: SQLFault.unreadable(column: 3)) { try row.int(3) }
                #expect(throws: SQLFault.unreadable(column: 4)) { try row.textOrNull(4) }
                let bytes = try row.withUTF8(1) { Array($0) }
                #expect(bytes == [0xC3, 0x28])
            }
        }
        await database.close()
    }

    @Test func `a connection or a row kept too long is of no use`() async throws {
        let folder = try Folder()
        let database = try await folder.open()
        let connection = Smuggled<any SQLConnection>()
        let row = Smuggled<any SQLRow>()
        try await database.read { inside in
            connection.value = inside
            try inside.each("SELECT 5") { row.value = $0 }
            #expect(throws: SQLFault.unreadable(column: 0)) { try row.value?.integer(0) }
        }
        #expect(throws: SQLFault.closed) { try connection.value?.count("SELECT 1") }
        #expect(throws: SQLFault.unreadable(column: 0)) { try row.value?.textOrNull(0) }
        await database.close()
    }

    @Test func `a read that waits for a reader takes its turn, or leaves when it is cancelled`() async throws {
        let folder = try Folder()
        let database = try await folder.open(.init(readers: 1))
        let held = try await database.readers.borrow()
        let second = Task { try await database.read { try $0.count("SELECT 2") } }
        let third = Task { try await database.read { try $0.count("SELECT 3") } }
        while database.readers.waiting < 2 { await Task.yield() }
        second.cancel()
        await #expect(throws: CancellationError.self) { try await second.value }
        database.readers.giveBack(held)
        #expect(try await third.value == 3)
        #expect(database.readers.waiting == 0)
        await database.close()
    }

    @Test func `a read does not wait for a write, nor see it before it is committed`() async throws {
        let folder = try Folder()
        let database = try await folder.openTally()
        let gate = DispatchSemaphore(value: 0)
        let (written, write) = AsyncStream<Void>.makeStream()
        let writing = Task {
            try await database.write { connection in
                try connection.run("INSERT INTO tally VALUES (1, 1)")
                write.yield()
                gate.wait()
            }
        }
        for await _ in written { break }
        #expect(try await database.tallies() == [])
        gate.signal()
        try await writing.value
        #expect(try await database.tallies() == [1])
        await database.close()
    }

    @Test func `more texts than are kept ready all run, and one in use is not dropped`() async throws {
        let folder = try Folder()
        let database = try await folder.open()
        try await database.read { connection in
            try connection.each("SELECT 1 UNION ALL SELECT 2") { row in
                for count in 1...600 {
                    let list = Array(repeating: Int64(1), count: count)
                    let found = try connection.count("SELECT 1 IN \(list: list)")
                    #expect(found == 1)
                }
                let outer = try row.int(0)
                #expect(outer > 0)
            }
        }
        await database.close()
    }

    @Test func `a schema that changes under a prepared statement is followed`() async throws {
        let folder = try Folder()
        let database = try await folder.openTally()
        func widths() async throws -> [Bool] {
            try await database.read { connection in
                try connection.all("SELECT * FROM tally") { row in
                    do {
                        return try row.textOrNull(2) == "new"
                    } catch SQLFault.unreadable(column: 2) {
                        return false
                    }
                }
            }
        }
        try await database.write { try $0.run("INSERT INTO tally VALUES (1, 1)") }
        #expect(try await widths() == [false])
        try await database.write { try $0.run("ALTER TABLE tally ADD COLUMN note TEXT DEFAULT 'new'") }
        #expect(try await widths() == [true])
        await database.close()
    }
}
