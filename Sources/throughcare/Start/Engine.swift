import Foundation
import PostgresAccess
import SQLAccess
import SQLiteAccess

/// The database that a command works on, whichever engine keeps it.
enum Engine: Sendable {
    case sqlite(SQLiteDatabase)
    case postgres(PostgresDatabase)

    /// Opens what the options name.
    ///
    /// - Parameter mayMake: whether a file that is not there is made. A database on a server is made by whoever keeps the
    ///   server.
    static func open(_ options: DatabaseOptions, mayMake: Bool = false) async throws -> Engine {
        if options.isOnServer { return .postgres(try await PostgresDatabase.open(address: options.name)) }
        guard !options.name.contains("://") else {
            throw Ending(.usage, "The address of a database begins with postgres:// or postgresql://.")
        }
        if mayMake {
            try FileSafety.makeFolder(for: options.name)
        } else if !FileManager.default.fileExists(atPath: options.name) {
            throw Ending.unreadable("There is no database \(options.name).")
        }
        return .sqlite(try await SQLiteDatabase.open(path: options.name))
    }

    var base: any SQLDatabase {
        switch self {
        case .sqlite(let database): database
        case .postgres(let database): database
        }
    }
}
