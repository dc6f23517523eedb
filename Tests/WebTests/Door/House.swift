import Casework
import Credentials
import Domain
import Foundation
import Hummingbird
import HummingbirdTesting
import Logging
import Store
import Synchronization
import TestDatabases

@testable import Web

/// A clock that stands still until it is told otherwise.
final class StandingClock: Sendable {
    private let instant = Mutex(London.instant(Day(number: 19_800), .midnight).adding(hours: 9))

    var now: Instant { instant.withLock { $0 } }

    func advance(minutes: Int = 0, milliseconds: Int64 = 0) {
        instant.withLock { $0 = $0.adding(minutes: minutes).adding(milliseconds: milliseconds) }
    }
}

/// Lines a log has written.
final class WrittenLines: Sendable {
    private let lines = Mutex<[String]>([])
    var all: [String] { lines.withLock { $0 } }
    func add(_ line: String) { lines.withLock { $0.append(line) } }
}

/// SplitMix64: the same draws for the same seed.
final class SeededWords: Sendable {
    private let state: Mutex<UInt64>

    init(seed: UInt64) { state = Mutex(seed) }

    func next() -> UInt64 {
        state.withLock { state in
            state &+= 0x9e37_79b9_7f4a_7c15
            var word = state
            word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
            word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
            return word ^ (word >> 31)
        }
    }
}

/// A partnership of made-up workers on a database of its own, and a server over it.
final class House: Sendable {
    let folder: URL
    let clock = StandingClock()
    let lines = WrittenLines()
    let world: World
    let door: FrontDoor
    private let seed: UInt64

    init(seed: UInt64 = 7, cost: PasswordCost = .cheapest) async throws {
        self.seed = seed
        folder = FileManager.default.temporaryDirectory.appending(path: "throughcare-web-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder.appending(path: "assets/images"), withIntermediateDirectories: true)
        for name in ["app.css", "app.js", "govuk-moj.css", "govuk-moj.js", "icon.svg", "js-enabled.js"] {
            try Data("/* \(name) */".utf8).write(to: folder.appending(path: "assets/" + name))
        }
        try Data("<svg/>".utf8).write(to: folder.appending(path: "assets/images/icon-search-black.svg"))
        let database = Database(try await TestDatabase.open(path: folder.appending(path: "test.sqlite").path))
        try await database.migrate()
        let words = SeededWords(seed: seed)
        let random = RandomSource { words.next() }
        let (clock, lines) = (clock, lines)
        let log = Logger(label: "test") { label in
            JSONLogHandler(label: label, level: .trace, now: { clock.now.milliseconds }, write: { lines.add($0) })
        }
        world = World(
            database: database, rules: RulesInForce(House.rules), now: { clock.now }, random: random,
            keys: KeyRing.fresh(random), log: log)
        door = FrontDoor(world, cost: cost)
        try await database.write { connection in
            try AgencyRows.save(
                Agency(id: "police", title: "Trent Police", kind: "police", phone: ""), on: connection)
            try AgencyRows.save(
                Agency(id: "drugs", title: "Clifton Recovery", kind: "treatment", phone: ""), on: connection)
            try AgencyRows.set("partnership", "Trentshire partnership", on: connection)
        }
    }

    deinit {
        do {
            try FileManager.default.removeItem(at: folder)
        } catch {
            // What is left behind is in the system's temporary folder, which empties itself.
        }
    }

    private static var rules: RulesInForce.Snapshot {
        var scheme = Scheme(id: "core", title: "Core")
        scheme.roles = [
            Scheme.Role(id: "custody-officer", title: "Custody officer", categories: []),
            Scheme.Role(id: "drugs-worker", title: "Drugs worker", categories: []),
            Scheme.Role(id: "administrator", title: "Administrator", categories: [], mayAdminister: true),
        ]
        let definitions = Definitions([Definitions.Published(scheme: scheme)])
        let agencies = [
            Agency(id: "police", title: "Trent Police", kind: "police", phone: ""),
            Agency(id: "drugs", title: "Clifton Recovery", kind: "treatment", phone: ""),
        ]
        return RulesInForce.Snapshot(
            definitions: definitions, policy: AccessPolicy(definitions), directory: Directory(agencies: agencies))
    }

    func server(
        features: [any Feature] = [Probe()], change: (inout WebOptions) -> Void = { _ in }
    ) async throws -> WebServer {
        var options = WebOptions(port: 0, assetsFolder: folder.appending(path: "assets").path)
        change(&options)
        return try WebServer(
            door, partnership: try await PartnershipFacts.read(world), features: features, options: options)
    }

    /// Runs a test against the router, with no socket between.
    func visit(_ test: @Sendable (Visitor) async throws -> Void) async throws {
        let app = try await server().service()
        try await app.test(.router) { client in try await test(Visitor(client)) }
    }
}
