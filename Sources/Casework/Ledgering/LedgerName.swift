import Domain
import Store

/// What the ledger of this database is called, in every checkpoint and by whoever keeps its key: chosen at random when
/// it first speaks, and the same for ever.
enum LedgerName {
    static let setting = "ledger-name"

    /// The name; made when there is none yet.
    static func obtain(_ world: World) async throws -> String {
        if let name = try await read(world.database) { return name }
        let fresh = "throughcare-" + world.newReference().lowercased()
        return try await world.database.write { connection in
            if let name = try AgencyRows.setting(setting, on: connection) { return name }
            try AgencyRows.set(setting, fresh, on: connection)
            return fresh
        }
    }

    static func read(_ database: Database) async throws -> String? {
        try await database.read { try AgencyRows.setting(setting, on: $0) }
    }
}
