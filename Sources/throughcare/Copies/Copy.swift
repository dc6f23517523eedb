import ArgumentParser
import Casework
import Foundation
import Ledger
import PostgresAccess
import SQLAccess
import SQLiteAccess
import Store

struct Copy: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "copy",
        abstract: "Copies a database into an empty one, such as from a file to a PostgreSQL server.",
        discussion: """
            Everything is copied as of one instant, with the ledger, and verified on the other side. The key file goes \
            with the copy: name it with --keys when serving it. Stop the server first if it is to go on from the copy.
            """)

    @Option(help: "The database to copy: a file, or an address on a server.")
    var from: String

    @Option(help: "An empty database on a server, or a file that is not there.")
    var to: String

    func run() async throws {
        let source = try await Engine.openForCopying(from, mayMake: false)
        let target = try await Engine.openForCopying(to, mayMake: true)
        let rows = try await DatabaseCopy(source: source.base, target: target.base)() {
            Say.progress("copied \($0) rows")
        }
        Say.progressDone()
        let (before, after) = (
            try await AuditVerify.verify(Database(source.base), []),
            try await AuditVerify.verify(Database(target.base), [])
        )
        await source.base.close()
        await target.base.close()
        guard after.isGreen else {
            throw Ending.refused((after.findings.map(\.line) + [after.line]).joined(separator: "\n"))
        }
        guard after.entryCount <= before.entryCount, after.eventCount <= before.eventCount else {
            throw Ending.refused("The copy holds more than the database did. It is not to be used.")
        }
        Say.out("copied \(rows) rows; \(after.line)")
    }
}

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
