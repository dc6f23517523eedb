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

/// The shipped schemes on a database of their own, with made-up workers of the agencies that the schemes name.
final class DiaryTown: Sendable {
    private let folder: URL
    private let clock: MovedClock
    let world: World

    /// Thursday 2 May 2013, 22:30 by London's clocks, when no drugs worker is in the suite.
    static let night = at("2013-05-02", "22:30")

    let custody = DiaryTown.viewer("custody", "nottinghamshire-police", "custody-officer", for: "required-assessment")
    let drugs = DiaryTown.viewer("drugs", "cjit", "drugs-worker", for: "treatment")
    let desk = DiaryTown.viewer("desk", "cjit", "receptionist", for: "administration")
    let volunteer = DiaryTown.viewer("volunteer", "cjit", "volunteer", for: "administration")
    let housing = DiaryTown.viewer("housing", "housing-aid", "housing-officer", for: "referral")
    let administrator = DiaryTown.viewer("admin", "cjit", "administrator", for: "")

    init(at start: Instant = DiaryTown.night) async throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "throughcare-diary-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let database = Database(try await TestDatabase.open(path: folder.appending(path: "test.sqlite").path))
        try await database.migrate()
        let everybody = [custody, drugs, desk, housing, administrator]
        try await database.write { connection in
            for (id, title) in Self.agencies {
                try AgencyRows.save(Agency(id: id, title: title, kind: "test", phone: "01632 960000"), on: connection)
            }
            for place in ["office", "annexe"] {
                try AgencyRows.save(
                    Venue(id: place, agency: "cjit", title: "Test \(place)", address: "1 Example Street"),
                    on: connection)
            }
            for viewer in everybody {
                try AgencyRows.save(
                    Worker(id: viewer.worker, signInName: viewer.worker, name: viewer.name, phone: ""), on: connection)
                try AgencyRows.save(
                    WorkerRole(worker: viewer.worker, agency: viewer.agency, role: viewer.role), on: connection)
            }
        }
        let schemes = try Self.schemes()
        let rules = try await LoadRules(database: database) { _ in schemes }()
        let (clock, random) = (MovedClock(start), RandomSource.system)
        self.clock = clock
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

    private static let agencies = [
        ("nottinghamshire-police", "Test police"), ("cjit", "Test drugs team"), ("housing-aid", "Test housing aid"),
    ]

    private static func viewer(_ name: String, _ agency: String, _ role: String, for purpose: String) -> Viewer {
        Viewer(
            worker: "w-\(name)", name: "Test \(name.capitalized)", agency: agency, role: role, purpose: purpose,
            session: "session-\(name)")
    }

    /// The schemes as they ship, which must be free of mistakes.
    static func schemes() throws -> [Definitions.Published] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let loaded = SchemeReading.read(root.appending(path: "Schemes/nottingham").path) { LedgerHash(hashing: $0).hex }
        guard loaded.diagnostics.isEmpty else { throw Broken(diagnostics: "\(loaded.diagnostics)") }
        return loaded.schemes.map { Definitions.Published(scheme: $0) }
    }

    struct Broken: Error {
        let diagnostics: String
    }

    func move(to instant: Instant) { clock.move(to: instant) }

    /// A day and a time by London's clocks.
    static func at(_ day: String, _ time: String) -> Instant {
        guard let day = Day(day), let time = TimeOfDay(time) else { preconditionFailure("a real day and time") }
        return London.instant(day, time)
    }
}

/// A clock that stands still until it is moved.
final class MovedClock: Sendable {
    private let instant: Mutex<Instant>

    init(_ start: Instant) { instant = Mutex(start) }

    var now: Instant { instant.withLock { $0 } }
    func move(to next: Instant) { instant.withLock { $0 = next } }
}
