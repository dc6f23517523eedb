import Domain
import Store
import Testing

@testable import Casework

struct DutyShiftTests {
    private func add(_ town: DiaryTown, _ worker: String, _ from: String, _ until: String) async throws {
        try await AddShift(town.world)(
            ShiftRequest(
                rota: "custody-duty", worker: worker, start: DiaryTown.at("2013-05-02", from),
                end: DiaryTown.at("2013-05-02", until)), by: town.administrator)
    }

    private func shifts(_ town: DiaryTown) async throws -> [DutyRotaView.Shift] {
        try await OpenDutyRota(town.world)(by: town.administrator).rotas.flatMap(\.shifts)
    }

    @Test("Two people are not on one rota at one time: the refusal names who is, and when")
    func overlap() async throws {
        let town = try await DiaryTown()
        try await add(town, "w-drugs", "22:00", "23:00")
        do {
            try await add(town, "w-desk", "22:59", "23:30")
            Issue.record("one person leads at a time")
        } catch RecordRefusal.problems(let problems) {
            #expect(problems.map(\.field) == ["from"])
            #expect(
                problems.first?.message.contains("Test Drugs is on duty then, from 22:00 on 2 May 2013 to 23:00")
                    == true)
        }
        try await add(town, "w-desk", "23:00", "23:30")
        #expect(try await shifts(town).map(\.worker) == ["Test Drugs", "Test Desk"])
    }

    @Test("A shift that has not begun is removed; one that runs ends now, and the lead is worked out again")
    func end() async throws {
        let town = try await DiaryTown()
        try await add(town, "w-drugs", "22:00", "23:00")
        try await add(town, "w-desk", "23:00", "23:30")
        let person = try await town.positive()
        let ids = try await shifts(town).map(\.id)
        let end = EndShift(town.world)
        #expect(try await end(try #require(ids.last), by: town.administrator) == .removed)
        #expect(try await shifts(town).map(\.worker) == ["Test Drugs"])
        #expect(try await end(try #require(ids.first), by: town.administrator) == .ended)
        #expect(try await shifts(town).isEmpty)
        #expect(try await town.entries().suffix(2) == ["policy-change shift-ended", "consultation shown"])
        let due = try await town.world.database.read { [now = town.world.now()] connection in
            try WaitingStandings.due(by: now, limit: 10, on: connection)
        }
        #expect(due == [person])
        await #expect(throws: Missing.self) { try await end(try #require(ids.first), by: town.administrator) }
        try await add(town, "w-desk", "22:30", "23:30")
    }
}
