import SQLContract
import Testing

@testable import SQLiteAccess

struct SQLiteContractTests {
    @Test("SQLite keeps every promise of a database", arguments: SQLContract.rules)
    func keeps(_ rule: SQLContract.Rule) async throws {
        let folder = try Folder()
        let database = try await folder.open()
        try await rule.check(database)
        await database.close()
    }

    @Test func `one reader is enough to keep every promise`() async throws {
        var folders: [Folder] = []
        try await SQLContract.check {
            let folder = try Folder()
            folders.append(folder)
            return try await folder.open(.init(readers: 1))
        }
        #expect(folders.count == SQLContract.rules.count)
    }
}
