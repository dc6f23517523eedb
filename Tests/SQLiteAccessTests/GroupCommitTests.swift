import SQLAccess
import Synchronization
import Testing

@testable import SQLiteAccess

struct GroupCommitTests {
    @Test func `writes that wait together share one commit`() async throws {
        let folder = try Folder()
        let database = try await folder.openTally()
        let before = database.figures
        let answers = try await database.together(64) { try $1.run("INSERT INTO tally VALUES (\($0), 1)") }
        #expect(answers.allSatisfy { $0 == nil })
        #expect(database.figures.commits - before.commits == 1)
        #expect(database.figures.writes - before.writes == 64)
        #expect(try await database.tallies() == Array(0..<64))
        await database.close()
    }

    @Test func `a group is bounded`() async throws {
        let folder = try Folder()
        let database = try await folder.openTally()
        let before = database.figures
        let answers = try await database.together(300) { try $1.run("INSERT INTO tally VALUES (\($0), 1)") }
        #expect(answers.allSatisfy { $0 == nil })
        #expect(database.figures.commits - before.commits == 2)
        #expect(database.figures.largestGroup == 256)
        await database.close()
    }

    @Test func `writes begin in order of arrival`() async throws {
        let folder = try Folder()
        let database = try await folder.openTally()
        let begun = Mutex<[Int]>([])
        _ = try await database.together(40) { id, _ in begun.withLock { $0.append(id) } }
        #expect(begun.withLock { $0 } == Array(0..<40))
        await database.close()
    }

    @Test func `one that fails leaves nothing, and its neighbours are kept in the same commit`() async throws {
        let folder = try Folder()
        let database = try await folder.openTally()
        let before = database.figures
        let answers = try await database.together(10) { id, connection in
            try connection.run("INSERT INTO tally VALUES (\(id), 1)")
            if id == 4 { try connection.run("INSERT INTO tally VALUES (\(id), 2)") }
        }
        for (id, answer) in answers.enumerated() {
            #expect(answer as? SQLFault == (id == 4 ? .constraint(kind: .unique, name: "tally_pkey") : nil))
        }
        #expect(try await database.tallies() == [0, 1, 2, 3, 5, 6, 7, 8, 9])
        #expect(database.figures.commits - before.commits == 1)
        #expect(database.figures.writes - before.writes == 9)
        await database.close()
    }

    @Test func `a group in which all fail makes no trip to the disk`() async throws {
        let folder = try Folder()
        let database = try await folder.openTally()
        let before = database.figures
        await #expect(throws: SQLFault.self) {
            try await database.write { try $0.run("INSERT INTO nowhere VALUES (1)") }
        }
        #expect(database.figures == before)
        await database.close()
    }

    @Test func `a write cancelled while it waits is not run, and the others are`() async throws {
        let folder = try Folder()
        let database = try await folder.openTally()
        let tasks = try await database.holdingWriter {
            let tasks = (0..<10).map { id in
                Task { try await database.write { try $0.run("INSERT INTO tally VALUES (\(id), 1)") } }
            }
            await database.untilWaiting(10)
            tasks[3].cancel()
            await #expect(throws: CancellationError.self) { try await tasks[3].value }
            return tasks
        }
        for (id, task) in tasks.enumerated() where id != 3 {
            let changed = try await task.value
            #expect(changed == 1)
        }
        #expect(try await database.tallies() == [0, 1, 2, 4, 5, 6, 7, 8, 9])
        await database.close()
    }

    @Test func `a statement that rolls everything back fails alone, and its neighbours are run again`() async throws {
        let folder = try Folder()
        let database = try await folder.openTally()
        let answers = try await database.together(4) { id, connection in
            try connection.run("INSERT INTO tally VALUES (\(id), 1)")
            if id == 1 { try connection.run("INSERT OR ROLLBACK INTO tally VALUES (\(id), 2)") }
        }
        let fault = SQLFault.constraint(kind: .unique, name: "tally_pkey")
        #expect(answers.map { $0 as? SQLFault } == [nil, fault, nil, nil])
        #expect(try await database.tallies() == [0, 2, 3])
        await database.close()
    }
}
