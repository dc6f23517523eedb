@testable import Casework
import Credentials
import Domain
import Foundation
import HummingbirdTesting
import Ledger
import SchemeFiles
import Store
import Testing

@testable import Web

/// Workers of several agencies under the shipped Nottingham rules, over the server.
final class Staff: Sendable {
    let house: House
    let holders: [String: KeyHolder]

    /// Sign-in name, role, agency, and what their looking is usually for.
    static let all: [House.Post] = [
        ("drugs", "drugs-worker", "cjit", "treatment"), ("colleague", "drugs-worker", "cjit", "treatment"),
        ("manager", "drugs-team-manager", "cjit", "treatment"),
        ("officer", "custody-officer", "nottinghamshire-police", "required-assessment"),
        ("housing", "housing-officer", "housing-aid", "referral"),
        ("shelter", "housing-officer", "framework", "referral"),
    ]

    init() async throws {
        house = try await House()
        let definitions = try ShippedRules.definitions.get()
        let agencies = Set(definitions.agreements.flatMap(\.parties)).sorted().map {
            Agency(id: $0, title: $0.uppercased(), kind: "agency", phone: "0115 496 0000")
        }
        let suite = Venue(id: "suite", agency: "cjit", title: "Test suite", address: "1 Example Street")
        holders = try await house.fill(agencies: agencies, venue: suite, posts: Staff.all)
        try await house.putShippedRulesInForce(agencies: agencies, venue: suite)
    }

    /// The reference of a worker.
    func id(_ name: String) -> String { holders[name]?.id ?? "" }

    /// The viewer that a session of theirs has.
    func viewer(_ name: String) throws -> Viewer {
        let worker = try #require(Staff.all.first { $0.name == name })
        return Viewer(
            worker: id(name), name: "Test \(name.uppercased())", agency: worker.agency, role: worker.role,
            purpose: worker.purpose, session: "test")
    }

    /// Records one thing, a minute after the last.
    @discardableResult
    func record(
        _ type: String, _ answers: [String: Answer] = [:], of subject: String, by name: String = "drugs"
    ) async throws -> RecordReceipt {
        // No two events at one instant, whose order would be that of their random references.
        house.clock.advance(minutes: 1)
        var request = RecordRequest(subject: subject, type: "core/" + type, answers: answers)
        request.warningsRead = nil
        return try await RecordEvent(house.world)(request, by: try viewer(name))
    }

    func person(
        _ family: String = "Example", _ given: String = "Robin", more: [String: Answer] = [:], by name: String = "drugs"
    ) async throws -> String {
        var answers: [String: Answer] = [
            "family-name": .text(family), "given-name": .text(given), "birth-date": .day(Day(number: 5_600)),
        ]
        answers.merge(more) { _, new in new }
        return try await RegisterPerson(house.world)(
            type: "core/person-details", answers: answers, by: try viewer(name))
    }

    /// Somebody the drugs team has taken on and referred to housing.
    func referredPerson() async throws -> String {
        let subject = try await person(
            more: [
                "known-as": .text("Rob"), "phone": .text("0115 496 0999"), "safe-contact": .choices(["text"]),
                "contact-note": .text("Only after six.\nNever leave a message."),
                "concern": .text("Sleeping <out> since Friday."), "children": .text("Two, aged 3 and 5."),
            ])
        try await record(
            "taken-on", ["worker": .reference(id("drugs")), "came-by": .choice(try code("contact-events"))], of: subject
        )
        try await record("note", ["text": .text("A note of the drugs team alone.")], of: subject)
        try await refer(subject)
        return subject
    }

    func refer(_ subject: String) async throws {
        try await record(
            "referral",
            [
                "to-agency": .reference("housing-aid"), "service": .choice(try code("referral-services")),
                "agreed": .yesNo(true),
            ], of: subject)
    }

    func code(_ list: String) throws -> String {
        let today = London.day(of: house.clock.now)
        let found = house.world.definitions.codeList("core/" + list)
        return try #require(found?.options(on: today).first?.code)
    }

    /// Runs a test with a browser in which this worker has signed in.
    func visit(_ name: String, _ test: @Sendable (Visitor) async throws -> Void) async throws {
        let server = try await house.server(
            features: [PeopleRoutes(), PersonRoutes(), SharingRoutes(), TodayRoutes()])
        let holder = try #require(holders[name])
        house.clock.advance(minutes: 1)
        try await server.service().test(.router) { client in
            let visitor = Visitor(client)
            try await visitor.signIn(holder, code: house.code(of: holder))
            try await test(visitor)
        }
    }

    /// The kinds and outcomes of the entries that `act` leaves, sign-ins apart.
    func entries(of act: () async throws -> Void) async throws -> [String] {
        let before = try await entries()
        try await act()
        return Array(try await entries().dropFirst(before.count)).filter { !$0.hasPrefix("sign-in") }
    }

    private func entries() async throws -> [String] {
        try await house.world.database.read { connection in
            var entries: [String] = []
            try LedgerRowReading.eachEntry(from: 0, limit: 100_000, on: connection) { row in
                guard let entry = LedgerEntry(canonical: Array(row.line.utf8)) else { return }
                entries.append("\(entry.kind.rawValue) \(entry.outcome)")
            }
            return entries
        }
    }
}
