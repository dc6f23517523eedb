import Credentials
import Domain
import Foundation
import Logging
import SQLAccess
import Store
import Synchronization
import TestDatabases

@testable import Casework

/// A partnership of two agencies in a database of its own, with a clock and a generator that a test sets.
final class CaseHouse: Sendable {
    let world: World
    let base: FailingDatabase
    let clock: TestClock
    private let folder: String

    init(_ definitions: Definitions = TinyScheme.definitions, seed: UInt64 = 1) async throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "case-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        base = FailingDatabase(try await TestDatabase.open(path: folder + "/test.sqlite"))
        let (database, clock, dice) = (Database(base), TestClock(), TestDice(seed))
        self.clock = clock
        try await database.migrate()
        let directory = Self.directory
        try await database.write { connection in
            for agency in directory.agencies.values { try AgencyRows.save(agency, on: connection) }
            for venue in directory.venues.values { try AgencyRows.save(venue, on: connection) }
            for worker in directory.workers.values { try AgencyRows.save(worker, on: connection) }
            for role in directory.roles { try AgencyRows.save(role, on: connection) }
        }
        let random = RandomSource { dice.next() }
        let snapshot = RulesInForce.Snapshot(
            definitions: definitions, policy: AccessPolicy(definitions), directory: directory)
        world = World(
            database: database, rules: RulesInForce(snapshot), now: { clock.now }, random: random,
            keys: KeyRing.fresh(random), log: Logger(label: "test"))
    }

    deinit {
        // What is left behind is in the system's temporary folder, which empties itself.
        try? FileManager.default.removeItem(atPath: folder)
    }

    private static var directory: Directory {
        let names = ["pat", "sam", "jo", "cleo", "ada"]
        return Directory(
            agencies: [
                Agency(id: "police", title: "Police", kind: "police", phone: ""),
                Agency(id: "team", title: "Drugs team", kind: "treatment", phone: ""),
            ],
            workers: names.map { Worker(id: $0, signInName: $0, name: $0.capitalized + " Example", phone: "") },
            venues: [Venue(id: "office", agency: "team", title: "Office", address: "1 Example Street")],
            roles: [
                WorkerRole(worker: "pat", agency: "police", role: "officer"),
                WorkerRole(worker: "sam", agency: "team", role: "worker"),
                WorkerRole(worker: "jo", agency: "police", role: "officer"),
                WorkerRole(worker: "cleo", agency: "police", role: "clerk"),
                WorkerRole(worker: "ada", agency: "police", role: "administrator"),
            ])
    }

    /// A custody officer of the police.
    let pat = CaseHouse.viewer("pat", "police", "officer")
    /// Another.
    let jo = CaseHouse.viewer("jo", "police", "officer")
    /// A drugs worker of the team, who sees what the agreement shares.
    let sam = CaseHouse.viewer("sam", "team", "worker")
    /// Somebody who holds one category only.
    let cleo = CaseHouse.viewer("cleo", "police", "clerk")
    let ada = CaseHouse.viewer("ada", "police", "administrator")

    private static func viewer(_ id: String, _ agency: String, _ role: String) -> Viewer {
        Viewer(
            worker: id, name: id.capitalized, agency: agency, role: role, purpose: "custody", session: "session")
    }
}

/// A clock that stands until it is moved.
final class TestClock: Sendable {
    /// 9 May 2013, 02:00 in London.
    private let instant = Mutex(Instant(milliseconds: 1_368_061_200_000))

    var now: Instant { instant.withLock { $0 } }

    func pass(minutes: Int) { instant.withLock { $0 = $0.adding(milliseconds: Int64(minutes) * 60_000) } }
}

/// SplitMix64: the same seed draws the same numbers.
final class TestDice: Sendable {
    private let state: Mutex<UInt64>

    init(_ seed: UInt64) { state = Mutex(seed) }

    func next() -> UInt64 {
        state.withLock { state in
            state &+= 0x9E37_79B9_7F4A_7C15
            var word = state
            word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
            word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
            return word ^ (word >> 31)
        }
    }
}
