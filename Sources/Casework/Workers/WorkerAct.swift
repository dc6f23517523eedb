import Domain
import Ledger
import Store

/// Something an administrator does about a worker: the right to do it, the form's key, the change and its entry, in one
/// transaction. What this process knows of the partnership follows at once; other processes look every few seconds.
struct WorkerAct: Sendable {
    typealias Key = (name: String, bodyDigest: String)

    let world: World
    /// Whether it changes who is who; nobody need read that again after a new password.
    var changesDirectory = true

    /// - Parameters:
    ///   - outcome: what the entry says was done.
    ///   - change: what is done in the transaction; it returns what else the entry says.
    /// - Throws: `Missing` for whoever does not administer the partnership and where there is no such worker,
    ///   `SentBefore`, `WorkerRefusal`, or a fault.
    func callAsFunction(
        _ outcome: String, about id: String, key: Key?, by viewer: Viewer,
        change: @escaping @Sendable (Worker, Instant, Connection) throws -> [(String, CanonicalJSON)]
    ) async throws {
        try PartnershipRights(rules: world.rules.current).check(viewer)
        let (now, salt) = (world.now(), world.newSalt())
        let changesDirectory = changesDirectory
        try await world.database.write { connection in
            guard let worker = try AgencyRows.worker(id, on: connection) else { throw Missing() }
            try Self.use(key, about: id, by: viewer, at: now, on: connection)
            let content = try change(worker, now, connection)
            if changesDirectory { try RulesEdition.advance(on: connection) }
            try LedgerKeeping.append(
                AdministrationRegister.note(outcome, [("worker", .string(id))] + content), by: viewer, at: now,
                salt: salt, on: connection)
        }
        if changesDirectory { try await world.readDirectory() }
    }

    /// Uses up a form's key.
    static func use(_ key: Key?, about id: String, by viewer: Viewer, at now: Instant, on connection: Connection) throws
    {
        guard let key else { return }
        switch try WriteKeys.find(key.name, worker: viewer.worker, bodyDigest: key.bodyDigest, on: connection) {
        case .done(let result): throw SentBefore(worker: result)
        case .otherBody: throw WorkerRefusal.keyUsedForSomethingElse
        case .unused:
            try WriteKeys.keep(
                key.name, worker: viewer.worker, bodyDigest: key.bodyDigest, result: id, at: now, on: connection)
        }
    }
}

extension World {
    /// This process knows agencies, workers, roles and shifts as they now stand.
    func readDirectory() async throws {
        let directory = try await database.read { try LoadRules.directory(on: $0) }
        rules.replace(directory: directory)
    }
}
