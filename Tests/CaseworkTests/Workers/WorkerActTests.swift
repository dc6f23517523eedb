import Credentials
import Domain
import Store
import Testing

@testable import Casework

struct WorkerActTests {
    private static let treatment = RoleRequest(agency: "cjit", role: "drugs-team-manager", team: "East")

    @Test("Only those who administer the partnership see workers or change anything about them")
    func administratorsOnly() async throws {
        let town = try await DiaryTown()
        let (world, door) = (town.world, FrontDoor(town.world, cost: .cheapest))
        for viewer in [town.custody, town.drugs, town.desk, town.housing] {
            await #expect(throws: Missing.self) { try await OpenWorkers(door)(by: viewer) }
            await #expect(throws: Missing.self) { try await OpenWorker(door)("w-drugs", by: viewer) }
            await #expect(throws: Missing.self) { try await OpenAdministration(world)(by: viewer) }
            await #expect(throws: Missing.self) { try await AddRole(world)(Self.treatment, to: "w-drugs", by: viewer) }
            await #expect(throws: Missing.self) {
                try await EndRole(world)(of: "w-drugs", agency: "cjit", role: "drugs-worker", by: viewer)
            }
            await #expect(throws: Missing.self) { try await RecordLeaving(world)(of: "w-drugs", by: viewer) }
            await #expect(throws: Missing.self) { try await EndSessions(world)(of: "w-drugs", by: viewer) }
            await #expect(throws: Missing.self) { try await GiveAccess(door)(.both, to: "w-drugs", by: viewer) }
            await #expect(throws: Missing.self) {
                try await AddWorker(door)(AddWorker.NewWorker(signInName: "kim", name: "Kim"), by: viewer)
            }
            await #expect(throws: Missing.self) { try await EndShift(world)("no-shift", by: viewer) }
        }
        #expect(try await town.entries().isEmpty)
    }

    @Test("A role added is known at once, and other processes are told to read again")
    func added() async throws {
        let town = try await DiaryTown()
        let before = try await town.world.database.read { try RulesEdition(on: $0) }
        try await AddRole(town.world)(Self.treatment, to: "w-drugs", by: town.administrator)
        #expect(try await town.world.database.read { try RulesEdition(on: $0) } != before)
        let held = town.world.rules.current.directory.roles.filter { $0.worker == "w-drugs" }
        #expect(held.map(\.role) == ["drugs-team-manager", "drugs-worker"])
        #expect(held.first?.team == "East")
        #expect(try await town.entries() == ["policy-change role-added"])
    }

    @Test("A role that cannot be given is refused by the rule it breaks")
    func refused() async throws {
        let town = try await DiaryTown()
        let (today, add) = (try #require(Day("2013-05-02")), AddRole(town.world))
        let cases: [(RoleRequest, WorkerRefusal)] = [
            (RoleRequest(agency: "cjit", role: "no-role"), .noSuchRole("no-role")),
            (RoleRequest(agency: "nowhere", role: "volunteer"), .noSuchAgency("nowhere")),
            (RoleRequest(agency: "housing-aid", role: "volunteer", venue: "no-place"), .noSuchPlace("no-place")),
            (
                RoleRequest(agency: "cjit", role: "volunteer", from: today.adding(days: 3), until: today),
                .endsBeforeItBegins
            ),
            (
                RoleRequest(agency: "cjit", role: "volunteer", until: today.adding(days: -1)),
                .dayHasPassed(today.adding(days: -1))
            ),
            (RoleRequest(agency: "cjit", role: "drugs-worker"), .heldAlready),
        ]
        for (request, refusal) in cases {
            await #expect(throws: refusal) { try await add(request, to: "w-drugs", by: town.administrator) }
        }
        await #expect(throws: Missing.self) { try await add(Self.treatment, to: "nobody", by: town.administrator) }
        #expect(try await town.entries().isEmpty)
    }

    @Test("A role ended on a day runs to the end of it, and its last day can be moved on")
    func onADay() async throws {
        let town = try await DiaryTown()
        let (today, end) = (try #require(Day("2013-05-02")), EndRole(town.world))
        try await end(of: "w-drugs", agency: "cjit", role: "drugs-worker", on: today, by: town.administrator)
        let held = { town.world.rules.current.directory.roles.first { $0.worker == "w-drugs" } }
        #expect(held()?.isInForce(on: today) == true)
        #expect(held()?.isInForce(on: today.adding(days: 1)) == false)
        let longer = RoleRequest(agency: "cjit", role: "drugs-worker", until: today.adding(days: 30))
        try await AddRole(town.world)(longer, to: "w-drugs", by: town.administrator)
        #expect(held()?.until == today.adding(days: 30))
        try await end(of: "w-drugs", agency: "cjit", role: "drugs-worker", by: town.administrator)
        #expect(held()?.isInForce(on: today) == false)
        await #expect(throws: WorkerRefusal.notHeld) {
            try await end(of: "w-drugs", agency: "cjit", role: "drugs-worker", by: town.administrator)
        }
    }

    @Test("Somebody always administers the partnership, and without a last day")
    func lastAdministrator() async throws {
        let town = try await DiaryTown()
        let (world, admin) = (town.world, town.administrator)
        let (end, leave) = (EndRole(world), RecordLeaving(world))
        await #expect(throws: WorkerRefusal.lastAdministrator) {
            try await end(of: "w-admin", agency: "cjit", role: "administrator", by: admin)
        }
        await #expect(throws: WorkerRefusal.lastAdministrator) { try await leave(of: "w-admin", by: admin) }
        let until = try #require(Day("2013-06-01"))
        try await AddRole(world)(
            RoleRequest(agency: "cjit", role: "administrator", until: until), to: "w-desk", by: admin)
        await #expect(throws: WorkerRefusal.lastAdministrator) { try await leave(of: "w-admin", by: admin) }
        #expect(try await OpenWorker(FrontDoor(world))("w-admin", by: admin).worker.isFormer == false)
        try await AddRole(world)(RoleRequest(agency: "cjit", role: "administrator"), to: "w-desk", by: admin)
        try await leave(of: "w-admin", by: admin)
        let act = try #require(try await OpenAdministration(world)(by: .system("command")).acts.first)
        #expect(act.outcome == "worker-left")
        #expect(act.isAboutThemselves)
        #expect(act.roles == ["Administrator, Test drugs team"])
    }

    @Test("Whoever leaves is on no rota any more: the shift that runs ends, those to come are gone")
    func shifts() async throws {
        let town = try await DiaryTown()
        let add = AddShift(town.world)
        for (from, until) in [("22:00", "23:00"), ("23:30", "23:45")] {
            try await add(
                ShiftRequest(
                    rota: "custody-duty", worker: "w-drugs", start: DiaryTown.at("2013-05-02", from),
                    end: DiaryTown.at("2013-05-02", until)), by: town.administrator)
        }
        let shifts = {
            try await OpenDutyRota(town.world)(by: town.administrator).rotas.flatMap(\.shifts)
        }
        #expect(try await shifts().count == 2)
        try await RecordLeaving(town.world)(of: "w-drugs", by: town.administrator)
        #expect(try await shifts().isEmpty)
        let night = DiaryTown.at("2013-05-02", "22:15")
        #expect(town.world.rules.current.directory.rota.duty("custody-duty", at: night)?.worker == "w-drugs")
        #expect(town.world.rules.current.directory.rota.duty("custody-duty", at: town.world.now()) == nil)
    }

    @Test("A role that ends on a day takes the duty shifts after that day with it, and no others")
    func shiftsAfter() async throws {
        let town = try await DiaryTown()
        for day in ["2013-05-03", "2013-05-04"] {
            try await AddShift(town.world)(
                ShiftRequest(
                    rota: "custody-duty", worker: "w-drugs", start: DiaryTown.at(day, "08:00"),
                    end: DiaryTown.at(day, "20:00")), by: town.administrator)
        }
        try await EndRole(town.world)(
            of: "w-drugs", agency: "cjit", role: "drugs-worker", on: Day("2013-05-03"),
            by: town.administrator)
        let shifts = try await OpenDutyRota(town.world)(by: town.administrator).rotas.flatMap(\.shifts)
        #expect(shifts.map(\.start) == [DiaryTown.at("2013-05-03", "08:00")])
    }

    @Test("A form sent twice acts once")
    func once() async throws {
        let town = try await DiaryTown()
        let door = FrontDoor(town.world, cost: .cheapest)
        let new = AddWorker.NewWorker(
            signInName: "kim", name: "Kim Test", phone: "", role: RoleRequest(agency: "cjit", role: "volunteer"))
        let key = (name: "key", bodyDigest: "digest")
        let issued = try await AddWorker(door)(new, key: key, by: town.administrator)
        await #expect(throws: SentBefore(worker: issued.worker)) {
            try await AddWorker(door)(new, key: key, by: town.administrator)
        }
        let reset = (name: "reset", bodyDigest: "digest")
        let given = try await GiveAccess(door)(.both, to: issued.worker, key: reset, by: town.administrator)
        #expect(given.password != issued.password)
        await #expect(throws: SentBefore(worker: issued.worker)) {
            try await GiveAccess(door)(.both, to: issued.worker, key: reset, by: town.administrator)
        }
        #expect(try await town.entries() == ["policy-change worker-added", "policy-change access-given"])
        let list = try await OpenWorkers(door)(name: "KIM", by: town.administrator)
        #expect(list.workers.map(\.secondFactor) == [.given])
        #expect(list.workers.first?.roles.map(\.roleTitle) == ["Volunteer"])
    }

    @Test("Workers are found by agency and by part of a name, those who left apart")
    func found() async throws {
        let town = try await DiaryTown()
        let door = FrontDoor(town.world)
        let open = OpenWorkers(door)
        #expect(
            try await open(agency: "cjit", by: town.administrator).workers.map(\.name) == [
                "Test Admin", "Test Desk", "Test Drugs",
            ])
        #expect(try await open(name: "hous", by: town.administrator).workers.map(\.name) == ["Test Housing"])
        try await RecordLeaving(town.world)(of: "w-housing", by: town.administrator)
        let view = try await open(name: "hous", by: town.administrator)
        #expect(view.workers.isEmpty)
        #expect(view.former.map(\.name) == ["Test Housing"])
        try await AddRole(town.world)(
            RoleRequest(agency: "housing-aid", role: "housing-officer"), to: "w-housing", by: town.administrator)
        #expect(try await open(name: "hous", by: town.administrator).workers.count == 1)
    }
}
