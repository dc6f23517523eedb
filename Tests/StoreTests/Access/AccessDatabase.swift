import Domain
import Foundation
import SQLAccess
import Store
import TestDatabases

/// A database of the product's own schema in a folder of its own, and what writes the policy's facts into it.
enum AccessDatabase {
    static func withNew<T>(_ body: (any SQLDatabase) async throws -> T) async throws -> T {
        let folder = FileManager.default.temporaryDirectory.appending(path: "access-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let database = try await TestDatabase.open(path: folder.appending(path: "test.sqlite").path)
        try await Schema.runner.migrate(database)
        let value: T
        do {
            value = try await body(database)
        } catch {
            await database.close()
            throw error
        }
        await database.close()
        return value
    }

    static func fill(
        _ database: any SQLDatabase, subjects: [(id: String, facts: SubjectFacts)], rows: [AccessWorld.Row],
        noise: inout AccessSeed
    ) async throws {
        let random = noise
        try await database.write { connection in
            var noise = random
            var facts = FactWriting(connection)
            try facts.begin()
            for subject in subjects {
                try facts.write(subject.facts, of: subject.id)
                try facts.writeWhatDoesNotCount(of: subject.id, &noise)
            }
            try connection.run("CREATE TABLE probe (id BIGINT, subject TEXT, category TEXT, owner TEXT, type TEXT)")
            for row in rows {
                try connection.run(
                    """
                    INSERT INTO probe VALUES (\(row.id), \(subjects[row.subject].id), \(row.category), \(row.owner),
                        \(row.type))
                    """)
            }
        }
    }
}
