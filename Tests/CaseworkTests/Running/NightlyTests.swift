import Domain
import SQLAccess
import Store
import TestDatabases
import Testing

@testable import Casework

@Suite("Every night the record is held against the ledger")
struct NightlyTests {
    @Test("at three, and what does not fit is kept for whoever watches")
    func night() async throws {
        let partnership = try await SmallPartnership()
        _ = try await partnership.positiveAtNight()
        let runner = Runner(partnership.world, duties: Duty.nightly)
        try await runner.prepare()
        try await partnership.run(runner)
        func health() async throws -> LedgerHealth? {
            try await partnership.world.database.read { try LedgerHealth.last(on: $0) }
        }
        #expect(try await health() == nil)
        partnership.clock.advance(hours: 24)
        try await partnership.run(runner)
        let first = try #require(try await health())
        #expect(first.findings == 0)
        try await partnership.base.write { connection in
            try Guards.takeAway(on: connection)
            try connection.run("UPDATE event_sections SET answers = replace(answers, 'opiates', 'cocaine')")
        }
        partnership.clock.advance(hours: 24)
        try await partnership.run(runner)
        let second = try #require(try await health())
        #expect(second.findings > 0 && second.at > first.at)
        let figures = try await ServiceFigures(partnership.world)
        #expect(figures.ledgerHealth == second)
    }
}
