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

@testable import Casework

/// The made-up county that pages are measured on is loaded in bulk. What is measured is only worth something when its rows
/// are those that workers would have left.
@Suite(.enabled(if: TestDatabase.engine == .sqlite, "reads its rows by functions of SQLite"))
struct BulkRecordTests {
    /// The county of the benchmark, small, with a few of each story.
    private static func county() throws -> DemoPlan {
        let folder = URL(filePath: DemoStage.folder).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Benchmarks/county").path(percentEncoded: false)
        var (plan, problems) = DemoReading.read(DemoStage.shipped.loaded, folder: SchemeFolder(reading: folder))
        try #require(problems.map(\.description) == [])
        plan.workers = plan.workers.filter { $0.signInName.hasSuffix("1") || $0.roles != ["drugs-worker"] }
        plan.rotas = plan.rotas.map { rota in
            var rota = rota
            rota.workers = rota.workers.filter { name in plan.workers.contains { $0.signInName == name } }
            return rota
        }
        plan.stories = plan.stories.map { story in
            var story = story
            if case .people = story.share { story.share = .people(2) } else { story.share = .weight(1) }
            return story
        }
        plan.people.count = 60
        return plan
    }

    /// What the policy is told of a person: worked out from the log, and kept beside it.
    private static func expectSameFacts(of subject: String, in world: World, now: Instant) async throws {
        let rules = world.rules.current
        let (kept, log) = try await world.database.read { connection in
            (
                try SubjectFactsReading.facts(of: subject, on: connection),
                try LogReading.log(of: subject, definitions: rules.definitions, on: connection)
            )
        }
        let fold = SubjectFold(try #require(log).events, subject: subject, definitions: rules.definitions, asOf: now)
        let made = Derivation(fold, definitions: rules.definitions, rota: rules.directory.rota, asOf: now).subjectFacts
        #expect(Set(made.enrolments) == Set(kept.enrolments), "\(subject)")
        #expect(Set(made.consents) == Set(kept.consents), "\(subject)")
        #expect(made.openReferrals == kept.openReferrals && made.barredWorkers == kept.barredWorkers, "\(subject)")
        #expect(made.admittedWorkers == kept.admittedWorkers, "\(subject)")
    }

    @Test("What is loaded in bulk is, row for row, what recording one event after another leaves")
    func same() async throws {
        let plan = try Self.county()
        let now = DemoStage.wednesday
        let clock = SetClock(now)
        let folder = FileManager.default.temporaryDirectory.appending(path: "bulk-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let bulk = try await Self.fill(plan, in: folder, "bulk", now: { now })
        var empty = plan
        empty.stories = []
        empty.people.count = 0
        let single = try await Self.fill(empty, in: folder, "single", now: { clock.now })
        let history = DemoHistory(plan, definitions: bulk.definitions, seed: 1, now: now)
        #expect(Set(history.subjects.flatMap(\.stories)).count == plan.stories.count)
        var ids: [String: String] = [:]
        for subject in history.subjects {
            let finished = FinishedSubject(subject.registered, definitions: bulk.definitions, now: now)
            #expect(finished.problems == [])
            try await Self.record(finished.subject, in: single, clock: clock, ids: &ids)
        }
        // The hours that have passed since somebody's last record are worked out, as the runner works them out.
        clock.now = now
        while try await RecomputeStandings(single)().count > 0 {}
        let (expected, found) = (
            try await Self.rows(of: single, renaming: ids), try await Self.rows(of: bulk, renaming: [:])
        )
        #expect(expected.keys.sorted() == found.keys.sorted())
        for (table, rows) in found {
            let wanted = expected[table] ?? []
            let difference = zip(rows, wanted).first { $0 != $1 }.map { "\($0) is not \($1)" }
            #expect(
                difference == nil && rows.count == wanted.count,
                "\(table), \(rows.count) and \(wanted.count) rows: \(difference ?? "")")
        }
        #expect((found["events"] ?? []).count > 500)
        #expect((found["ledger"] ?? []).count >= (found["events"] ?? []).count)
        for subject in history.subjects.map(\.id) { try await Self.expectSameFacts(of: subject, in: bulk, now: now) }
        for world in [bulk, single] {
            #expect(try await VerifyLedger(world.database)(keys: []).findings.isEmpty)
            await world.database.close()
        }
        try FileManager.default.removeItem(at: folder)
    }

    /// A database of its own, filled with a plan as the benchmark fills it.
    private static func fill(
        _ plan: DemoPlan, in folder: URL, _ name: String, now: @escaping @Sendable () -> Instant
    ) async throws -> World {
        let path = folder.appending(path: name + ".sqlite").path(percentEncoded: false)
        let database = Database(try await TestDatabase.open(path: path))
        try await database.migrate()
        let definitions = DemoStage.shipped.definitions
        let rules = RulesInForce.Snapshot(
            definitions: definitions, policy: AccessPolicy(definitions), directory: Directory())
        let world = World(
            database: database, rules: RulesInForce(rules), now: now, random: .system, keys: KeyRing.fresh(.system),
            log: Logger(label: "bulk") { _ in SwiftLogNoOpLogHandler() })
        _ = try await FillDemonstration(FrontDoor(world, cost: .cheapest))(
            plan, seed: 1, recording: RecordHistory(world, entriesEach: true, part: 25))
        return world
    }

    /// Records somebody's history through the use cases, each event by its worker at its time.
    ///
    /// - Parameter ids: by the reference that came of it, the one the history gives.
    private static func record(
        _ subject: DemoSubject, in world: World, clock: SetClock, ids: inout [String: String]
    ) async throws {
        let rules = world.rules.current
        var person = ""
        for event in subject.events {
            clock.now = event.recorded
            let role = try #require(rules.directory.roles.first { $0.worker == event.by }?.role)
            let viewer = Viewer(
                worker: event.by, name: rules.directory.workerName(event.by), agency: event.agency, role: role,
                purpose: rules.purpose(of: role, set: ""), session: "")
            let answers = event.answers.filter {
                !["outcome", "rule"].contains($0.key) || event.isAnswered($0.key, rules)
            }
            if person.isEmpty {
                person = try await RegisterPerson(world)(type: event.type, answers: answers, by: viewer)
                ids[person] = subject.id
                let log = try await world.database.read { [person] in
                    try LogReading.log(of: person, definitions: rules.definitions, on: $0)
                }
                ids[try #require(log?.events.first).id] = event.id
                continue
            }
            let receipt = try await RecordEvent(world)(
                RecordRequest(
                    subject: person, type: event.type, answers: answers, occurred: event.occurred, known: event.known),
                by: viewer)
            ids[receipt.event] = event.id
        }
    }
}

/// A clock that a test sets.
private final class SetClock: Sendable {
    private let instant: Mutex<Instant>

    init(_ instant: Instant) {
        self.instant = Mutex(instant)
    }

    var now: Instant {
        get { instant.withLock { $0 } }
        set { instant.withLock { $0 = newValue } }
    }
}

extension Event {
    /// Whether a field is one of the form's, not worked out beside it.
    fileprivate func isAnswered(_ field: String, _ rules: RulesInForce.Snapshot) -> Bool {
        rules.definitions.recordType(type)?.field(field) != nil
    }
}
