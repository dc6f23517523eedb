@testable import Casework
import Domain
import Store
import SQLAccess
import TestDatabases
import Testing

/// What pages cost the database: few statements, the same for a long record as for a short one, and none that reads a
/// table from end to end.
@Suite("The cost of a page", .enabled(if: TestDatabase.engine == .sqlite, "asks SQLite for its plans"))
struct PageCostTests {
    @Test("a person's page takes as many statements for fifty events as for five")
    func person() async throws {
        let trent = try await Trent()
        let short = try await trent.referredPerson()
        let long = try await trent.referredPerson()
        for number in 0..<50 { try await trent.record("note", ["text": .text("\(number)")], of: long) }
        var counts: [Int] = []
        for subject in [short, long] {
            let (world, now) = (trent.world, trent.clock.now)
            let (count, scans) = try await world.database.read { connection in
                let watched = WatchedConnection(connection)
                _ = try PersonReading(world, viewer: TrentWorker.drugs.viewer, now: now, on: watched).person(subject)
                return (watched.count, try watched.plans().filter { !$0.scans.isEmpty }.map(\.statement))
            }
            #expect(scans.isEmpty)
            counts.append(count)
        }
        #expect(counts == [13, 13])
    }

    @Test("today and sharing read no table from end to end")
    func scans() async throws {
        let trent = try await Trent()
        let subject = try await trent.referredPerson()
        let (world, now, viewer) = (trent.world, trent.clock.now, TrentWorker.drugs.viewer)
        let scans = try await world.database.read { connection in
            let watched = WatchedConnection(connection)
            _ = try TodayReading(world, viewer: viewer, now: now, on: watched).view()
            let reading = PersonReading(world, viewer: viewer, now: now, on: watched)
            if let found = try reading.person(subject) {
                _ = try AgencySightReading(reading, found, viewer: viewer).sights()
                _ = try LookReading(reading, found, viewer: viewer).looks(limit: 20)
                _ = try ConsentReading.consents(of: subject, rule: found.row, on: watched)
            }
            return try watched.plans().filter { !$0.scans.isEmpty }.map { "\($0.statement): \($0.steps)" }
        }
        #expect(scans.isEmpty, "\(scans)")
    }
}
