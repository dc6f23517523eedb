import Casework
import Domain
import Ledger
import Store

/// Named states of people and of the diary.
extension DiaryTown {
    /// Somebody in the cells.
    func detained(_ family: String = "Example", _ given: String = "Robin") async throws -> String {
        let answers: [String: Answer] = [
            "family-name": .text(family), "given-name": .text(given), "birth-date": .day(Day(number: 5_600)),
        ]
        return try await RegisterPerson(world)(
            type: "core/person-details", answers: answers,
            also: [
                (
                    type: "core/detention",
                    answers: ["cell": .text("M1"), "offence": .text("Theft"), "suite": .reference("office")],
                    occurred: nil
                )
            ], by: custody)
    }

    /// Somebody who has just tested positive.
    func positive(_ family: String = "Example", _ given: String = "Robin", disputed: Bool = false) async throws
        -> String
    {
        let person = try await detained(family, given)
        try await record(
            "core/drug-test", of: person,
            [
                "route": .choice("arrest"), "offence-code": .text("TH68010"), "warned": .yesNo(true),
                "status": .choice("completed"),
                "found": .choices(["opiates"]), "disputed": .yesNo(disputed), "dt1": .yesNo(true),
            ], by: custody)
        return person
    }

    @discardableResult
    func record(
        _ type: String, of person: String, _ answers: [String: Answer], act: Event.Act = .record, by viewer: Viewer
    ) async throws -> String {
        var request = RecordRequest(subject: person, type: type, answers: answers, act: act)
        request.warningsRead = nil
        return try await RecordEvent(world)(request, by: viewer).event
    }

    /// The notice of an assessment at a time.
    @discardableResult
    func notice(of person: String, at instant: Instant, act: Event.Act = .record) async throws -> String {
        try await record(
            "core/assessment-notice", of: person,
            [
                "assessment": .choice("initial"), "version": .choice("first"), "at": .instant(instant),
                "place": .reference("office"), "given": .choice("handed"),
            ], act: act, by: custody)
    }

    /// Free times of an hour in the drugs team's diary.
    func open(
        _ purpose: String = "initial-assessment", times: [Instant], room: String = ""
    ) async throws {
        try await world.database.write { [world] connection in
            for time in times {
                try DiaryRows.add(
                    Slot(
                        id: world.newReference(), agency: "cjit", venue: "office", purpose: purpose, startsAt: time,
                        minutes: 60, room: room), on: connection)
            }
        }
    }

    /// Nine o'clock on each of these days.
    static func nines(_ days: String...) -> [Instant] { days.map { at($0, "09:00") } }

    func standing(of person: String) async throws -> Standing {
        let (definitions, now) = (world.definitions, world.now())
        let log = try await world.database.read { connection in
            try LogReading.log(of: person, definitions: definitions, on: connection)
        }
        return SubjectFold(log?.events ?? [], subject: person, definitions: definitions, asOf: now)
            .standing(asOf: now, rota: world.rules.current.directory.rota)
    }

    /// The ledger's entries, by kind and outcome.
    func entries() async throws -> [String] {
        try await world.database.read { connection in
            var found: [String] = []
            try LedgerRowReading.eachEntry(from: 0, limit: 100_000, on: connection) { row in
                let entry = CanonicalObject(canonical: Array(row.line.utf8))
                guard case .string(let kind)? = entry?["kind"], case .string(let outcome)? = entry?["outcome"] else {
                    return
                }
                found.append("\(kind) \(outcome)")
            }
            return found
        }
    }
}
