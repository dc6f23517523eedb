import Domain
import Store
import Testing

@testable import Casework

struct PartnershipTests {
    @Test("Only those who administer the partnership look at how it is set up")
    func administratorsOnly() async throws {
        let town = try await DiaryTown()
        for viewer in [town.custody, town.drugs, town.desk, town.housing] {
            await #expect(throws: Missing.self) { try await OpenPartnership(town.world)(by: viewer) }
            await #expect(throws: Missing.self) { try await OpenRules(town.world)(by: viewer) }
            await #expect(throws: Missing.self) { try await OpenAgreements(town.world)(by: viewer) }
            await #expect(throws: Missing.self) { try await OpenDutyRota(town.world)(by: viewer) }
            await #expect(throws: Missing.self) {
                try await AddShift(town.world)(shift(town, "08:00", "20:00"), by: viewer)
            }
        }
        let view = try await OpenPartnership(town.world)(by: town.administrator)
        #expect(view.agencies.map(\.title) == ["Test drugs team", "Test housing aid", "Test police"])
        #expect(view.agencies.first?.places.count == 2)
        #expect(view.agencies.first?.workers.map(\.role).contains("Drugs worker") == true)
        #expect(try await town.entries() == ["consultation shown"])
    }

    @Test("Each rule can be read in plain words, with its source")
    func rules() async throws {
        let town = try await DiaryTown()
        let view = try await OpenRules(town.world)(by: town.administrator)
        #expect(view.schemes.map(\.id) == ["core", "nottingham"])
        for rule in view.schemes.flatMap(\.groups).flatMap(\.rules) {
            let passages = try await OpenRules(town.world)
                .passages(rule.id, explain: Definitions.briefly, by: town.administrator)
            #expect(passages.first?.heading == rule.title)
        }
        let clocks = try await OpenRules(town.world)
            .passages("nottingham/required-assessment", explain: Definitions.briefly, by: town.administrator)
        let clock = try #require(clocks.first { $0.heading == "Assessment after an out-of-hours positive" })
        #expect(clock.lines.contains("Limit: from 5 working days to 8 working days."))
        #expect(clock.lines.contains { $0.contains("D-003") })
    }

    @Test("A permission is read as who, what, whose, when, why and by what power")
    func agreements() async throws {
        let town = try await DiaryTown()
        let agreement = try #require(try await OpenAgreements(town.world)(by: town.administrator).first)
        let diary = try #require(agreement.permissions.first)
        #expect(diary.who == "Custody officer, Custody inspector at Test police")
        #expect(diary.what == "Appointments and contacts: only Appointment, Change of an appointment")
        #expect(diary.whose == "Test drugs team")
        #expect(diary.when.count == 1)
        #expect(diary.gateway.contains("Crime and Disorder Act 1998"))
    }

    private func shift(_ town: DiaryTown, _ from: String, _ until: String) -> ShiftRequest {
        ShiftRequest(
            rota: "custody-duty", worker: town.drugs.worker, start: DiaryTown.at("2013-05-03", from),
            end: DiaryTown.at("2013-05-03", until))
    }

    @Test("A shift added gives those without a lead worker the worker on duty, once worked out again")
    func addShift() async throws {
        let town = try await DiaryTown()
        let person = try await town.positive()
        #expect(try await leads(town, person) == ["none"])
        try await AddShift(town.world)(shift(town, "08:00", "20:00"), by: town.administrator)
        #expect(try await town.entries().last == "policy-change shift-added")
        let due = try await town.world.database.read { [now = town.world.now()] connection in
            try WaitingStandings.due(by: now, limit: 10, on: connection)
        }
        #expect(due == [person])
        _ = try await RecomputeStandings(town.world)()
        #expect(try await leads(town, person) == ["on-duty"])
        let view = try await OpenDutyRota(town.world)(by: town.administrator)
        #expect(view.rotas.map(\.shifts.count) == [1])
        #expect(view.rotas.first?.workers.map(\.title) == ["Test Desk", "Test Drugs"])
    }

    private func leads(_ town: DiaryTown, _ person: String) async throws -> [String] {
        let now = town.world.now()
        let rule = town.world.rules.current.policy.rule(for: town.drugs, today: London.day(of: now))
        return try await town.world.database.read { connection in
            guard let row = try PersonInView.row(person, rule: rule, on: connection) else { return [] }
            return try StandingRows.enrolments(of: person, rule: row, on: connection)
                .filter { $0.programme == "nottingham/required-assessment" }.map(\.leadKind)
        }
    }

    @Test("A shift that cannot be is refused, and one sent twice is added once")
    func refused() async throws {
        let town = try await DiaryTown()
        let add = AddShift(town.world)
        let wrong = ShiftRequest(
            rota: "no-rota", worker: "nobody", start: DiaryTown.at("2013-05-03", "20:00"),
            end: DiaryTown.at("2013-05-03", "08:00"))
        await #expect(throws: RecordRefusal.self) { try await add(wrong, by: town.administrator) }
        let key = (name: "key-3", bodyDigest: "digest")
        try await add(shift(town, "08:00", "20:00"), key: key, by: town.administrator)
        try await add(shift(town, "08:00", "20:00"), key: key, by: town.administrator)
        do {
            try await add(shift(town, "12:00", "16:00"), by: town.administrator)
            Issue.record("nobody is on duty twice at once")
        } catch RecordRefusal.problems(let problems) {
            #expect(problems.map(\.field) == ["worker"])
        }
        #expect(try await OpenDutyRota(town.world)(by: town.administrator).rotas.first?.shifts.count == 1)
    }
}
