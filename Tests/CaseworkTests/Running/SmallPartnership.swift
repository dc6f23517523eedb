@testable import Casework
import Credentials
import Domain
import Foundation
import Ledger
import Logging
import SQLAccess
import SchemeFiles
import Store
import Synchronization
import TestDatabases
import Testing

/// SplitMix64: the same draws for the same seed.
struct SeededDice: RandomNumberGenerator {
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

/// A clock that stands still until it is told otherwise.
final class StandingClock: Sendable {
    private let instant: Mutex<Instant>

    init(_ start: Instant) { instant = Mutex(start) }

    var now: Instant { instant.withLock { $0 } }

    func advance(hours: Int = 0, minutes: Int = 0) {
        instant.withLock { $0 = $0.adding(hours: hours).adding(minutes: minutes) }
    }
}

/// Three made-up workers under the shipped Nottingham rules, on a database of their own, for what happens behind the
/// pages. It is 9:00 on Monday 10 June 2013 until told otherwise.
final class SmallPartnership: Sendable {
    let world: World
    let base: any SQLDatabase
    let clock: StandingClock
    private let folder: URL

    static let officer = viewer("officer", "nottinghamshire-police", "custody-officer", "required-assessment")
    static let drugs = viewer("drugs", "cjit", "drugs-worker", "treatment")
    static let manager = viewer("manager", "cjit", "drugs-team-manager", "treatment")

    private static func viewer(_ name: String, _ agency: String, _ role: String, _ purpose: String) -> Viewer {
        Viewer(
            worker: name, name: "Test \(name)", agency: agency, role: role, purpose: purpose, session: "s-" + name)
    }

    init(seed: UInt64 = 7) async throws {
        guard let monday = Day("2013-06-10") else { preconditionFailure("a day") }
        let clock = StandingClock(London.instant(monday, .midnight).adding(hours: 9))
        folder = FileManager.default.temporaryDirectory.appending(path: "throughcare-small-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        base = try await TestDatabase.open(path: folder.appending(path: "small.sqlite").path)
        let database = Database(base)
        try await database.migrate()
        let definitions = try Self.definitions.get()
        let viewers = [Self.officer, Self.drugs, Self.manager]
        let agencies = Set(definitions.agreements.flatMap(\.parties)).sorted().map {
            Agency(id: $0, title: $0, kind: "agency", phone: "")
        }
        let workers = viewers.map { Worker(id: $0.worker, signInName: $0.worker, name: $0.name, phone: "") }
        let suite = Venue(
            id: "suite", agency: Self.officer.agency, title: "Test suite", address: "1 Example Street")
        try await database.write { connection in
            for agency in agencies { try AgencyRows.save(agency, on: connection) }
            try AgencyRows.save(suite, on: connection)
            for worker in workers { try AgencyRows.save(worker, on: connection) }
        }
        let dice = Mutex(SeededDice(seed: seed))
        let random = RandomSource { dice.withLock { $0.next() } }
        let rules = RulesInForce.Snapshot(
            definitions: definitions, policy: AccessPolicy(definitions),
            directory: Directory(agencies: agencies, workers: workers, venues: [suite]))
        self.clock = clock
        world = World(
            database: database, rules: RulesInForce(rules), now: { clock.now }, random: random,
            keys: KeyRing.fresh(random), log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    deinit {
        do {
            try FileManager.default.removeItem(at: folder)
        } catch {
            // What stays lies in the system's folder of temporary files.
        }
    }

    /// The shipped schemes, read once.
    private static let definitions: Result<Definitions, NotClean> = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let loaded = SchemeReading.read(root.appending(path: "Schemes/nottingham").path) { LedgerHash(hashing: $0).hex }
        if let error = loaded.diagnostics.first(where: { $0.severity == .error }) {
            return .failure(NotClean(text: "\(error)"))
        }
        return .success(loaded.definitions)
    }()

    struct NotClean: Error { let text: String }
}

extension SmallPartnership {
    func person(_ family: String, _ given: String, by viewer: Viewer = drugs) async throws -> String {
        let answers: [String: Answer] = [
            "family-name": .text(family), "given-name": .text(given),
            "birth-date": .day(try #require(Day("1985-05-02"))),
        ]
        return try await RegisterPerson(world)(type: "core/person-details", answers: answers, by: viewer)
    }

    @discardableResult
    func record(
        _ type: String, _ answers: [String: Answer], of subject: String, by viewer: Viewer
    ) async throws -> RecordReceipt {
        var request = RecordRequest(subject: subject, type: "core/" + type, answers: answers)
        request.warningsRead = nil
        return try await RecordEvent(world)(request, by: viewer)
    }

    /// Every entry of the ledger, in order.
    func entries() async throws -> [(kind: LedgerKind, outcome: String, content: CanonicalObject?)] {
        try await world.database.read { connection in
            var entries: [(kind: LedgerKind, outcome: String, content: CanonicalObject?)] = []
            try LedgerRowReading.eachEntry(from: 0, limit: 100_000, on: connection) { row in
                guard let entry = LedgerEntry(canonical: Array(row.line.utf8)) else { return }
                let content = row.content.flatMap { CanonicalObject(canonical: Array($0.utf8)) }
                entries.append((entry.kind, entry.outcome, content))
            }
            return entries
        }
    }
}
