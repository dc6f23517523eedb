import Dispatch
import Foundation
import SQLAccess
import Synchronization

@testable import SQLiteAccess

/// A folder of its own for one test's files; gone when the test is.
final class Folder: Sendable {
    let path: String

    init() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "throughcare-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
    }

    deinit {
        // What is left behind is in the system's temporary folder, which empties itself.
        try? FileManager.default.removeItem(atPath: path)
    }

    var database: String { path + "/test.sqlite" }

    func bytes(of name: String) throws -> Data { try Data(contentsOf: URL(filePath: path + "/" + name)) }

    func open(_ options: SQLiteOptions = SQLiteOptions()) async throws -> SQLiteDatabase {
        try await SQLiteDatabase.open(path: database, options: options)
    }

    /// A database with an empty table `tally (id, amount)`.
    func openTally(_ options: SQLiteOptions = SQLiteOptions()) async throws -> SQLiteDatabase {
        let database = try await open(options)
        try await database.write {
            try $0.run("CREATE TABLE IF NOT EXISTS tally (id INTEGER NOT NULL PRIMARY KEY, amount BIGINT)")
        }
        return database
    }
}

extension SQLiteDatabase {
    /// Keeps the writer's thread busy while `body` runs, so that writes gather.
    func holdingWriter<T: Sendable>(_ body: () async throws -> T) async throws -> T {
        let gate = DispatchSemaphore(value: 0)
        writer.useLater { _, _ in gate.wait() }
        defer { gate.signal() }
        return try await body()
    }

    /// Returns once this many writes wait.
    func untilWaiting(_ count: Int) async {
        while figures.waiting != count { await Task.yield() }
    }

    /// Lets `count` writes gather, in order, and then go together. Returns what each met: nil for a write that was kept.
    func together(
        _ count: Int, _ body: @escaping @Sendable (Int, any SQLConnection) throws -> Void
    ) async throws -> [(any Error)?] {
        let writes = try await holdingWriter {
            var writes: [Task<Void, any Error>] = []
            for id in 0..<count {
                writes.append(Task { try await self.write { try body(id, $0) } })
                await untilWaiting(id + 1)
            }
            return writes
        }
        var answers: [(any Error)?] = []
        for write in writes {
            switch await write.result {
            case .success: answers.append(nil)
            case .failure(let error): answers.append(error)
            }
        }
        return answers
    }

    func tallies() async throws -> [Int] {
        try await read { try $0.all("SELECT id FROM tally ORDER BY id") { try $0.int(0) } }
    }
}

/// Lets a test carry a thing out of where the compiler would keep it, to see that it is of no use there.
final class Smuggled<T>: @unchecked Sendable {
    var value: T?
}
