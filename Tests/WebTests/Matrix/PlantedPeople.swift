@testable import Casework
import Domain
import Store
import Testing

@testable import Web

/// The people of the matrix: for each agency one of its own, a spare, one with a barred worker, one sealed; and three whom
/// agencies share.
struct PlantedPeople: Sendable {
    private(set) var own: [String: PlantedPerson] = [:]
    /// To whom an event may be moved.
    private(set) var spare: [String: PlantedPerson] = [:]
    private(set) var barred: [String: PlantedPerson] = [:]
    private(set) var sealed: [String: PlantedPerson] = [:]
    private(set) var referred = PlantedPerson(48)
    private(set) var detained = PlantedPerson(49)
    private(set) var consented = PlantedPerson(50)
    /// A time that anybody who books may book, and that no accepted form takes.
    let slot: Slot
    /// Whom nobody ever recorded.
    private(set) var nobody = PlantedPerson(51)

    init(_ house: House, workers: [String: String]) async throws {
        var planting = Planting(house: house, workers: workers)
        let slot = Slot(
            id: house.world.newReference(), agency: "cjit", venue: "office", purpose: "key-work",
            startsAt: house.clock.now.adding(hours: 24), minutes: 30)
        self.slot = slot
        try await house.world.database.write { try DiaryRows.add(slot, on: $0) }
        for planter in MatrixColumn.planters {
            own[planter.agency] = try await planting.person(by: planter)
            spare[planter.agency] = try await planting.person(by: planter)
            for isSealed in [true, false] {
                let person = try await planting.person(by: planter)
                let barredWorkers = MatrixColumn.acting.filter { $0.agency == planter.agency }
                    .compactMap { workers[$0.name] }
                try await house.write(subject: person.reference) { facts, now in
                    facts.isSealed = isSealed
                    if !isSealed { facts.bars = barredWorkers.map { ($0, now) } }
                }
                if isSealed { sealed[planter.agency] = person } else { barred[planter.agency] = person }
            }
        }
        nobody.reference = Reference.make(random: 4_242).compact
        nobody.events = [.details: Reference.make(random: 4_243).compact]
        referred = try await planting.referred(number: 48)
        detained = try await planting.detained(number: 49)
        consented = try await planting.consented(number: 50)
    }

    /// Everybody who exists.
    var all: [PlantedPerson] {
        [own, spare, barred, sealed].flatMap(\.values) + [referred, detained, consented]
    }

    /// Of an agency that shares nothing with this one.
    func elsewhere(than agency: String) -> PlantedPerson {
        own[agency == "framework" ? "family-service" : "framework"] ?? nobody
    }
}

/// Records people as their agencies would.
struct Planting {
    let house: House
    let workers: [String: String]
    private var next = 0

    init(house: House, workers: [String: String]) {
        self.house = house
        self.workers = workers
    }

    func viewer(_ name: String) throws -> Viewer {
        let column = try #require(MatrixColumn.acting.first { $0.name == name })
        return house.viewer(column, worker: workers[name] ?? "")
    }

    @discardableResult
    func record(
        _ type: String, _ answers: [String: Answer], of person: PlantedPerson, by name: String
    ) async throws -> String {
        var request = RecordRequest(subject: person.reference, type: "core/" + type, answers: answers)
        request.warningsRead = nil
        return try await RecordEvent(house.world)(request, by: try viewer(name)).event
    }

    /// A person of the planter's agency, with an appointment today and a note where the role keeps such.
    mutating func person(
        by planter: MatrixColumn, number: Int? = nil,
        also: [(type: String, answers: [String: Answer], occurred: Moment?)] = []
    ) async throws -> PlantedPerson {
        if number == nil { next += 1 }
        var person = PlantedPerson(number ?? next - 1, of: planter.agency)
        let role = house.world.definitions.roles.first { $0.id == planter.role }
        person.reference = try await RegisterPerson(house.world)(
            type: "core/person-details", answers: person.identity(asked: role?.categories ?? []), also: also,
            by: try viewer(planter.name))
        for event in try await events(of: person) {
            if event.type == "core/person-details" { person.events[.details] = event.id }
            if event.type == "core/detention" { person.events[.detention] = event.id }
        }
        if Sight.books.contains(planter.name) {
            person.events[.appointment] = try await record(
                "appointment",
                [
                    "at": .instant(house.clock.now.adding(hours: 3)), "purpose": .choice("key-work"),
                    "venue": .reference("office"),
                ], of: person, by: planter.name)
        }
        if Sight.keepsNotes.contains(planter.name) {
            person.events[.note] = try await record(
                "note", ["text": .text(person.canary("notes"))], of: person, by: planter.name)
        }
        if planter.agency == "cjit" { try await takeOn(&person) }
        return person
    }

    /// On the caseload of the drugs team, with something missed that its manager must answer for.
    private func takeOn(_ person: inout PlantedPerson) async throws {
        try await record(
            "taken-on",
            ["worker": .reference(workers["drugs"] ?? ""), "came-by": .choice(try code("contact-events"))], of: person,
            by: "drugs")
        let (subject, now) = (person.reference, house.clock.now)
        let rule = house.world.rules.current.policy.rule(for: .system("test"), today: London.day(of: now))
        person.alert = try await house.world.database.write { connection in
            let row = rule.given(try SubjectFactsReading.facts(of: subject, on: connection))
            var enrolments = try StandingRows.enrolments(of: subject, rule: row, on: connection)
            try StandingRows.fill(&enrolments, rule: rule, on: connection)
            let missed = try #require(enrolments.flatMap(\.deadlines).first { $0.clock == "weekly-contact" })
            let key = EscalationKey(
                openedBy: missed.openedBy, programme: missed.programme, clock: missed.clock, number: missed.number,
                role: "drugs-team-manager")
            _ = try EscalationRows.raise(key, subject: subject, agency: "cjit", at: now, on: connection)
            return key
        }
    }

    mutating func referred(number: Int) async throws -> PlantedPerson {
        let person = try await person(by: try column("drugs"), number: number)
        for agency in ["smt", "rat", "probation", "housing-aid", "employment-service", "family-service"] {
            try await record(
                "referral",
                [
                    "to-agency": .reference(agency), "service": .choice(try code("referral-services")),
                    "agreed": .yesNo(true), "details": .text(person.canary("referral")),
                ], of: person, by: "drugs")
        }
        return person
    }

    mutating func detained(number: Int) async throws -> PlantedPerson {
        let officer = try column("officer")
        var person = PlantedPerson(number)
        let offence: [String: Answer] = [
            "cell": .text("M1"), "offence": .text(person.canary("custody")), "suite": .reference("office"),
        ]
        person = try await self.person(
            by: officer, number: number, also: [(type: "core/detention", answers: offence, occurred: nil)])
        person.events[.test] = try await record(
            "drug-test",
            [
                "route": .choice("arrest"), "offence-code": .text("TH68010"), "warned": .yesNo(true),
                "status": .choice("completed"),
                "found": .choices(["opiates"]), "disputed": .yesNo(false), "dt1": .yesNo(true),
            ], of: person, by: "officer")
        person.events[.notice] = try await record(
            "assessment-notice",
            [
                "assessment": .choice("initial"), "version": .choice("first"),
                "at": .instant(house.clock.now.adding(hours: 48)), "place": .reference("office"),
                "given": .choice("handed"),
            ], of: person, by: "officer")
        try await record("person-details", ["known-as": .text("Rob")], of: person, by: "drugs")
        return person
    }

    mutating func consented(number: Int) async throws -> PlantedPerson {
        var person = try await person(by: try column("drugs"), number: number)
        person.events[.appointment] = nil
        // The last is the one that may be taken back: nothing that anybody of the matrix sees rests on it.
        for agency in ["smt", "rat", "employment-service"] {
            person.events[.consent] = try await record(
                "consent",
                [
                    "recipient": .reference(agency), "categories": .choices(["notes"]),
                    "purposes": .choices(["treatment"]), "wording": .choice("sharing-1-en"), "how": .choice("written"),
                ], of: person, by: "drugs")
        }
        return person
    }

    private func column(_ name: String) throws -> MatrixColumn {
        try #require(MatrixColumn.acting.first { $0.name == name })
    }

    private func code(_ list: String) throws -> String {
        let found = house.world.definitions.codeList("core/" + list)
        return try #require(found?.options(on: London.day(of: house.clock.now)).first?.code)
    }

    private func events(of person: PlantedPerson) async throws -> [Event] {
        try await house.world.database.read { [world = house.world] connection in
            try LogReading.log(of: person.reference, definitions: world.definitions, on: connection)?.events ?? []
        }
    }
}
