import Foundation
import PostgresAccess
import SQLiteAccess

extension Engine {
    /// Opens a database for one long transaction.
    static func openForCopying(_ name: String, mayMake: Bool) async throws -> Engine {
        var options = DatabaseOptions()
        options.database = name
        options.keys = nil
        guard options.isOnServer else {
            if mayMake, FileManager.default.fileExists(atPath: name) {
                throw Ending.refused("\(name) is there already, and is never overwritten.")
            }
            return try await Engine.open(options, mayMake: mayMake)
        }
        let patient = PostgresOptions(readers: 2, writers: 2, statementMilliseconds: 0, idleMilliseconds: 0)
        return .postgres(try await PostgresDatabase.open(address: name, options: patient))
    }

    /// Writes a copy of the database as of one instant into a file that is not there yet, while the service goes on.
    func copy(to file: String) async throws {
        switch self {
        case .sqlite(let database): try await database.backup(to: file)
        case .postgres:
            let target = try await SQLiteDatabase.open(path: file)
            _ = try await DatabaseCopy(source: base, target: target)()
            await target.close()
        }
    }
}
