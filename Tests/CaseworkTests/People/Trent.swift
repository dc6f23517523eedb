import Casework
import Credentials
import Domain
import Foundation
import Ledger
import Logging
import SchemeFiles
import Store
import Synchronization
import TestDatabases

/// The made-up workers of the partnership.
enum TrentWorker: String, CaseIterable {
    case officer, drugs, colleague, manager, prescriber, housing, shelter, administrator

    var agency: String {
        switch self {
        case .officer: "nottinghamshire-police"
        case .drugs, .colleague, .manager, .administrator: "cjit"
        case .prescriber: "rat"
        case .housing: "housing-aid"
        case .shelter: "framework"
        }
    }

    var role: String {
        switch self {
        case .officer: "custody-officer"
        case .drugs, .colleague: "drugs-worker"
        case .manager: "drugs-team-manager"
        case .prescriber: "prescribing-worker"
        case .housing, .shelter: "housing-officer"
        case .administrator: "administrator"
        }
    }

    var purpose: String {
        switch self {
        case .officer: "required-assessment"
        case .drugs, .colleague, .manager, .prescriber: "treatment"
        case .housing, .shelter: "referral"
        case .administrator: ""
        }
    }

    var viewer: Viewer {
        Viewer(
            worker: rawValue, name: "Test \(rawValue)", agency: agency, role: role, purpose: purpose,
            session: "session-\(rawValue)")
    }
}

/// A clock that stands still until it is told otherwise.
final class TrentClock: Sendable {
    private let instant = Mutex(London.instant(Day(number: 15_866), .midnight).adding(hours: 9))

    var now: Instant { instant.withLock { $0 } }

    func advance(hours: Int = 0, minutes: Int = 0) {
        instant.withLock { $0 = $0.adding(hours: hours).adding(minutes: minutes) }
    }
}

/// A partnership under the shipped Nottingham rules, with made-up workers, on a database of its own. It is 9:00 on
/// Monday 10 June 2013 until told otherwise.
final class Trent: Sendable {
    let world: World
    let clock = TrentClock()
    private let folder: URL

    init(seed: UInt64 = 11) async throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "throughcare-people-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let database = Database(try await TestDatabase.open(path: folder.appending(path: "test.sqlite").path))
        try await database.migrate()
        let definitions = try Trent.shipped.get()
        let agencies = Set(definitions.agreements.flatMap(\.parties)).sorted().map {
            Agency(id: $0, title: $0.uppercased(), kind: "agency", phone: "0115 496 0000")
        }
        let workers = TrentWorker.allCases.map {
            Worker(id: $0.rawValue, signInName: $0.rawValue, name: "Test \($0.rawValue)", phone: "0115 496 0001")
        }
        let suite = Venue(id: "suite", agency: "cjit", title: "Test suite", address: "1 Example Street")
        let roles = TrentWorker.allCases.map { WorkerRole(worker: $0.rawValue, agency: $0.agency, role: $0.role) }
        try await database.write { connection in
            for agency in agencies { try AgencyRows.save(agency, on: connection) }
            try AgencyRows.save(suite, on: connection)
            for worker in workers { try AgencyRows.save(worker, on: connection) }
            for role in roles { try AgencyRows.save(role, on: connection) }
            for worker in TrentWorker.allCases where !worker.purpose.isEmpty {
                try Purpose.setUsual(worker.purpose, of: worker.role, on: connection)
            }
        }
        let draws = Mutex(TrentDraws(seed: seed))
        let random = RandomSource { draws.withLock { $0.next() } }
        let rules = RulesInForce.Snapshot(
            definitions: definitions, policy: AccessPolicy(definitions),
            directory: Directory(agencies: agencies, workers: workers, venues: [suite], roles: roles))
        let clock = clock
        world = World(
            database: database, rules: RulesInForce(rules), now: { clock.now }, random: random,
            keys: KeyRing.fresh(random), log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    deinit {
        do {
            try FileManager.default.removeItem(at: folder)
        } catch {
            // What is left behind is in the system's temporary folder, which empties itself.
        }
    }

    /// The shipped schemes, which must check clean; read once.
    static let shipped = Result { try definitions() }

    private static func definitions() throws -> Definitions {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Schemes/nottingham")
        let loaded = SchemeReading.read(folder.path) { LedgerHash(hashing: $0).hex }
        if let fault = loaded.diagnostics.first { throw NotClean(text: "\(fault)") }
        return loaded.definitions
    }

    struct NotClean: Error { let text: String }
}

/// SplitMix64: the same draws for the same seed.
struct TrentDraws: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var word = state
        word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
        word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
        return word ^ (word >> 31)
    }
}
