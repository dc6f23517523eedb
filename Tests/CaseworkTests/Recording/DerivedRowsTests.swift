import Domain
import SQLAccess
import Store
import Testing

@testable import Casework

@Suite("What is kept beside the log")
struct DerivedRowsTests {
    /// A write puts its event on top of what was folded before where it can; whatever came before, and in whatever order
    /// things are told, the rows must be those that the whole log gives.
    @Test("after any run of records and corrections the rows are those that the whole log gives", arguments: 1...12)
    func sameAsFromTheLog(seed: UInt64) async throws {
        let house = try await CaseHouse(seed: seed)
        let dice = TestDice(seed)
        let robin = try await house.arrive(occurred: .instant(house.clock.now.adding(hours: -100)))
        for step in 0..<12 {
            house.clock.pass(minutes: Int(dice.next() % 90))
            try await act(house, robin, dice)
            let kept = try await house.dump()
            try await deriveAgain(house, robin)
            let again = try await house.dump()
            for table in [
                "enrolments", "enrolment_values", "deadlines", "person_names", "person_births", "appointments",
                "record_parts",
            ] {
                #expect(kept[table] == again[table], "seed \(seed), step \(step), \(table)")
            }
            let (kinds, stored) = try await kindsOfRows(house, robin)
            #expect(kinds == stored, "seed \(seed), step \(step)")
        }
    }

    /// The kinds of rows that are kept of a person, and those that the sections of the events in force have.
    private func kindsOfRows(_ house: CaseHouse, _ person: String) async throws -> (
        kept: [RowFacts], stored: [RowFacts]
    ) {
        try await house.base.read { connection in
            let stored = try connection.all(
                """
                SELECT DISTINCT s.section, e.agency, e.type FROM events e JOIN event_sections s ON s.event_id = e.id
                WHERE e.subject = \(person) AND e.act <> 'withdraw'
                    AND NOT EXISTS (SELECT 1 FROM events x WHERE x.supersedes = e.id)
                ORDER BY s.section, e.agency, e.type
                """
            ) { row in RowFacts(category: try row.text(0), owner: try row.text(1), type: try row.text(2)) }
            return (try RowFactsReading.rows(of: person, on: connection), stored)
        }
    }

    private func act(_ house: CaseHouse, _ person: String, _ dice: TestDice) async throws {
        let occurred: Moment? =
            dice.next() % 2 == 0 ? nil : .instant(house.clock.now.adding(hours: -Int(dice.next() % 99)))
        switch dice.next() % 7 {
        case 0: try await house.record("t/visit", ["outcome": .choice("seen")], of: person, occurred: occurred)
        case 1: try await house.record("t/decide", ["asked": .yesNo(true)], of: person, occurred: occurred)
        case 2: try await house.record("t/lead", ["worker": .reference("jo")], of: person, occurred: occurred)
        case 3: try await house.record("t/left", [:], of: person, occurred: occurred)
        case 4: try await house.record("t/arrival", ["cell": .text("7")], of: person, occurred: occurred)
        default: try await correct(house, person, dice)
        }
    }

    /// Amends or withdraws one of the events in force.
    private func correct(_ house: CaseHouse, _ person: String, _ dice: TestDice) async throws {
        let events = try await house.events(of: person)
        let superseded = Set(events.compactMap(\.act.supersedes))
        let open = events.filter { !superseded.contains($0.id) && $0.act.word != "withdraw" && $0.type != "t/details" }
            .sorted { $0.id < $1.id }
        guard !open.isEmpty else { return }
        let target = open[Int(dice.next() % UInt64(open.count))]
        let isWithdrawn = dice.next() % 2 == 0
        try await house.record(
            target.type, target.answers, of: person,
            act: isWithdrawn ? .withdraw(target.id, reason: "mistake") : .amend(target.id, reason: "mended"))
    }

    private func deriveAgain(_ house: CaseHouse, _ person: String) async throws {
        let (definitions, now, rota) = (
            house.world.definitions, house.clock.now, house.world.rules.current.directory.rota
        )
        try await house.world.database.write { connection in
            guard let log = try LogReading.log(of: person, definitions: definitions, on: connection) else { return }
            let fold = SubjectFold(log.events, subject: person, definitions: definitions, asOf: now)
            try Derivation(fold, definitions: definitions, rota: rota, asOf: now)
                .store(subject: person, definitions: definitions, on: connection)
        }
    }
}
