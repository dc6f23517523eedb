import Casework
import Credentials
import Domain
import Foundation
import Logging
import SQLAccess
import Store

/// A database opened, brought up to date and ready to work on.
struct Startup: Sendable {
    let world: World
    let engine: Engine
    let load: LoadRules
    /// As it was before the rules in the world were read.
    let edition: RulesEdition

    /// What a command needs.
    enum Need: Sendable, Equatable {
        /// The database may be new: it is made, with its keys, and migrated. Rules are read.
        case newOrOld
        /// The database is there, and migrated. Rules are read.
        case rules
        /// The database is there, and migrated. Rules are not read.
        case record
    }

    static func open(
        _ options: DatabaseOptions, need: Need,
        log: Logger = Logger(label: "throughcare") { _ in SwiftLogNoOpLogHandler() }
    ) async throws -> Startup {
        let engine = try await Engine.open(options, mayMake: need == .newOrOld)
        let database = Database(engine.base)
        if need == .newOrOld {
            try await database.migrate()
        } else if try await !Schema.runner.pending(in: engine.base).isEmpty {
            throw Ending.refused("The database is of an earlier version. Start the server once to bring it up to date.")
        }
        let keys = try await keys(options, database, mayMake: need == .newOrOld)
        let load = LoadRules(database: database, reader: PublishedFiles.read)
        let edition = try await database.read { try RulesEdition(on: $0) }
        let none = Definitions([])
        let rules =
            need == .record
            ? RulesInForce.Snapshot(definitions: none, policy: AccessPolicy(none), directory: Directory())
            : try await load()
        let world = World(
            database: database, rules: RulesInForce(rules), now: SystemClock.now, random: .system, keys: keys, log: log)
        return Startup(world: world, engine: engine, load: load, edition: edition)
    }

    /// Reads the key file; makes one only for a database that never had any.
    private static func keys(_ options: DatabaseOptions, _ database: Database, mayMake: Bool) async throws -> KeyRing {
        let store = KeyFileStore(path: options.keyFile)
        if store.exists { return try store.read() }
        guard mayMake, try await !database.read({ try RecordCounts.needsOldKeys(on: $0) }) else {
            throw Ending.unreadable(
                "There is no key file \(store.path). Name the one that belongs to this database with --keys.")
        }
        try FileSafety.makeFolder(for: store.path)
        let ring = try store.make()
        Say.problem("Made the key file \(store.path). Keep a copy of it apart from the backups.")
        return ring
    }

    /// Who acts where the command changes something: whoever has the account it runs in.
    static let viewer = Viewer.system("command")
}

extension Startup {
    func close() async { await world.database.close() }
}
