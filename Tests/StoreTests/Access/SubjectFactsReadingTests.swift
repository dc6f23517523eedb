import Domain
import SQLAccess
import Testing

@testable import Store

@Suite("The policy's facts are read back as they were written")
struct SubjectFactsReadingTests {
    @Test("One subject and many in one go give the same facts, without what is over")
    func factsComeBack() async throws {
        var random = AccessSeed(stream: 20)
        try await AccessWorld.withNew(subjects: 700, rows: 0, &random) { world in
            let ids = world.subjects.map(\.id)
            let many = try await world.database.read { try SubjectFactsReading.facts(of: ids, on: $0) }
            let one = try await world.database.read { connection in
                try ids.map { try SubjectFactsReading.facts(of: $0, on: connection) }
            }
            let seed: Comment = "seed \(AccessSeed.ofThisRun)"
            #expect(many.count == ids.count)
            for (number, subject) in world.subjects.enumerated() {
                #expect(alike(one[number], subject.facts), seed)
                #expect(alike(many[number], subject.facts), seed)
            }
        }
    }

    @Test("A subject that is not there is as one that is sealed, in the order asked, and asking twice is no harm")
    func unknownSubjects() async throws {
        var random = AccessSeed(stream: 21)
        try await AccessWorld.withNew(subjects: 12, rows: 0, &random) { world in
            let facts = try await world.database.read { connection in
                try SubjectFactsReading.facts(of: ["nobody", "police", "nobody", "police"], on: connection)
            }
            #expect(facts[0] == .unknown && facts[2] == .unknown)
            #expect(facts[1] == facts[3])
            let police = try #require(world.subjects.first { $0.id == "police" })
            #expect(alike(facts[1], police.facts))
            let none = try await world.database.read { try SubjectFactsReading.facts(of: [], on: $0) }
            #expect(none.isEmpty)
        }
    }

    @Test("A consent whose last day is not a day is a fault, and opens nothing")
    func damagedDay() async throws {
        var random = AccessSeed(stream: 22)
        try await AccessWorld.withNew(subjects: 12, rows: 0, &random) { world in
            try await world.database.write { connection in
                try connection.run("UPDATE consents SET until_on = '2099-13-40' WHERE withdrawn_at IS NULL")
                try connection.run(
                    """
                    INSERT INTO consents (event_id, subject, recipient, category, purpose, is_written, from_at, until_on)
                    SELECT event_id, subject, 'a', 'b', 'c', 0, 0, '2099-13-40' FROM referrals WHERE subject = 'police'
                    """)
            }
            await #expect(throws: SQLFault.unreadable(column: 5)) {
                try await world.database.read { try SubjectFactsReading.facts(of: "police", on: $0) }
            }
        }
    }

    /// Equal but for the order of the rows, which is the database's.
    private func alike(_ left: SubjectFacts, _ right: SubjectFacts) -> Bool {
        Set(left.enrolments) == Set(right.enrolments) && left.enrolments.count == right.enrolments.count
            && Set(left.consents) == Set(right.consents) && left.openReferrals == right.openReferrals
            && left.barredWorkers == right.barredWorkers && left.admittedWorkers == right.admittedWorkers
            && left.toldAgencies == right.toldAgencies
            && left.openedFor == right.openedFor && left.isSealed == right.isSealed
    }
}
