import Credentials
import Domain
import Foundation
import Logging
import Store
import TestDatabases

@testable import Casework

/// A demonstration in a database of its own, filled as the command fills it but for the cost of its passwords.
struct DemoDatabase: Sendable {
    let world: World
    let door: FrontDoor
    let filled: FillDemonstration.Filled
    private let folder: URL

    init(
        _ plan: DemoPlan, seed: UInt64 = 1, now: Instant = DemoStage.wednesday,
        progress: @escaping @Sendable (FillDemonstration.Progress) -> Void = { _ in }
    ) async throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "demo-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = folder.appending(path: "demo.sqlite").path(percentEncoded: false)
        let database = Database(try await TestDatabase.open(path: path))
        try await database.migrate()
        let definitions = DemoStage.shipped.definitions
        let rules = RulesInForce.Snapshot(
            definitions: definitions, policy: AccessPolicy(definitions), directory: Directory())
        world = World(
            database: database, rules: RulesInForce(rules), now: { now }, random: .system, keys: KeyRing.fresh(.system),
            log: Logger(label: "demo") { _ in SwiftLogNoOpLogHandler() })
        door = FrontDoor(world, cost: .cheapest)
        filled = try await FillDemonstration(door)(plan, seed: seed, progress: progress)
    }

    func close() async throws {
        await world.database.close()
        try FileManager.default.removeItem(at: folder)
    }

    /// Somebody of a role, for what their looking is usually for.
    func viewer(_ role: String) -> Viewer? {
        let purpose = world.rules.current.purpose(of: role, set: "")
        return filled.workers.first { $0.worker.roles.contains(role) }.map { worker, issued in
            Viewer(
                worker: issued.worker, name: worker.name, agency: worker.agency, role: role, purpose: purpose,
                session: "S1")
        }
    }
}
