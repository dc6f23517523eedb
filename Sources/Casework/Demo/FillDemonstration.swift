import Credentials
package import Domain
import Ledger
import Store

/// Fills an empty database, whose schemes are published, with a made-up partnership: agencies, workers who can sign in,
/// rotas, diary, and everybody's history.
package struct FillDemonstration: Sendable {
    let door: FrontDoor
    private var world: World { door.world }

    package init(_ door: FrontDoor) {
        self.door = door
    }

    /// How far it has come.
    package enum Progress: Sendable, Hashable {
        case workers(done: Int, of: Int)
        case people(done: Int, of: Int)
    }

    /// What was made.
    package struct Filled: Sendable {
        /// In the order of the plan, each with the password and the key they are given.
        package var workers: [(worker: DemoWorker, issued: AddWorker.Issued)]
        package var people: Int
        package var events: Int
        /// Deadlines that somebody still has to meet.
        package var deadlines: Int
        /// What forms would have refused; none, where the stories are right.
        package var problems: [String]
    }

    /// Who did it, in every entry of the ledger.
    static let viewer = Viewer.system("demo")

    /// - Parameter recording: how the people's histories are recorded.
    /// - Throws: a fault. What had been written by then stays.
    package func callAsFunction(
        _ plan: DemoPlan, seed: UInt64, recording: RecordHistory? = nil,
        progress: @escaping @Sendable (Progress) -> Void = { _ in }
    ) async throws -> Filled {
        let now = world.now()
        let definitions = world.definitions
        // The stories are told while the workers' passwords are hashed.
        async let telling = DemoHistory.tell(plan, definitions: definitions, seed: seed, now: now)
        try await keep(plan)
        let history = await telling
        let issued = try await add(history.workers, progress: progress)
        try await keep(history)
        putInForce(plan, history)
        let recorded = try await (recording ?? RecordHistory(world))(history) {
            progress(.people(done: $0, of: history.subjects.count))
        }
        _ = try await WriteCheckpoint(world)()
        return Filled(
            workers: issued, people: history.subjects.count, events: recorded.events,
            deadlines: recorded.deadlines, problems: recorded.problems)
    }

    private func keep(_ plan: DemoPlan) async throws {
        let (now, salt) = (world.now(), world.newSalt())
        let note = LedgerKeeping.Note(
            kind: .policyChange, outcome: "demonstration",
            content: [("agencies", .array(plan.agencies.map { .string($0.id) }))], subjects: [])
        try await world.database.write { connection in
            try AgencyRows.set("partnership", plan.title, on: connection)
            try AgencyRows.set("demo", "yes", on: connection)
            for agency in plan.agencies { try AgencyRows.save(agency.row, on: connection) }
            for venue in plan.venues { try AgencyRows.save(venue.row, on: connection) }
            try LedgerKeeping.append(note, by: Self.viewer, at: now, salt: salt, on: connection)
        }
    }

    /// Adds the workers, two at a time: that is how many passwords are hashed at once.
    private func add(
        _ workers: [(worker: DemoWorker, id: String)], progress: @Sendable (Progress) -> Void
    ) async throws -> [(worker: DemoWorker, issued: AddWorker.Issued)] {
        let adding = AddWorker(door)
        var added: [Int: AddWorker.Issued] = [:]
        try await withThrowingTaskGroup(of: (Int, AddWorker.Issued).self) { group in
            for (place, new) in workers.enumerated() {
                if place >= 2, let (done, issued) = try await group.next() { added[done] = issued }
                progress(.workers(done: place, of: workers.count))
                group.addTask {
                    (place, try await adding(new.worker.asNew(id: new.id), by: Self.viewer))
                }
            }
            for try await (done, issued) in group { added[done] = issued }
        }
        return workers.enumerated().compactMap { place, new in added[place].map { (new.worker, $0) } }
    }

    private func keep(_ history: DemoHistory) async throws {
        let (now, salt) = (world.now(), world.newSalt())
        let note = LedgerKeeping.Note(
            kind: .policyChange, outcome: "demonstration",
            content: [
                ("shifts", .integer(Int64(history.shifts.count))), ("times", .integer(Int64(history.slots.count))),
            ], subjects: [])
        try await world.database.write { connection in
            for shift in history.shifts {
                try DiaryRows.add(shift.shift, id: shift.id, agency: shift.agency, on: connection)
            }
            for slot in history.slots { try DiaryRows.add(slot, on: connection) }
            try RulesEdition.advance(on: connection)
            try LedgerKeeping.append(note, by: Self.viewer, at: now, salt: salt, on: connection)
        }
    }

    /// The rules in force know the new partnership at once: leads on duty are read from its rotas.
    private func putInForce(_ plan: DemoPlan, _ history: DemoHistory) {
        let current = world.rules.current
        let directory = Directory(
            agencies: plan.agencies.map(\.row),
            workers: history.workers.map { worker, id in
                Worker(id: id, signInName: worker.signInName, name: worker.name, phone: worker.phone)
            },
            venues: plan.venues.map(\.row), roles: history.workers.flatMap { $0.worker.roles(id: $0.id) },
            rota: Rota(history.shifts.map(\.shift)))
        world.rules.replace(
            RulesInForce.Snapshot(definitions: current.definitions, policy: current.policy, directory: directory))
    }
}

extension DemoHistory {
    fileprivate static func tell(
        _ plan: DemoPlan, definitions: Definitions, seed: UInt64, now: Instant
    ) async -> DemoHistory {
        DemoHistory(plan, definitions: definitions, seed: seed, now: now)
    }
}

extension DemoAgency {
    fileprivate var row: Agency { Agency(id: id, title: title, kind: kind, phone: phone) }
}

extension DemoVenue {
    fileprivate var row: Venue { Venue(id: id, agency: agency, title: title, address: address) }
}

extension DemoWorker {
    fileprivate func roles(id: String) -> [WorkerRole] {
        roles.map { WorkerRole(worker: id, agency: agency, role: $0, team: team, venue: venue) }
    }

    fileprivate func asNew(id: String) -> AddWorker.NewWorker {
        AddWorker.NewWorker(id: id, signInName: signInName, name: name, phone: phone, roles: roles(id: id))
    }
}
