@testable import Casework
import Credentials
import Domain
import Foundation
import HTTPTypes
import HummingbirdTesting
import Ledger
import SchemeFiles
import Store
import Testing

@testable import Web

/// The shipped rules over the server, with the pages of the diary, of booking, notices, referrals and the partnership.
final class DiaryHouse: Sendable {
    let house: House
    private let holders: [String: KeyHolder]

    static let features: [any Feature] = [
        DiaryRoutes(), BookingRoutes(), NoticeRoutes(), ReferralRoutes(), PartnershipRoutes(), WorkerRoutes(),
    ]

    private static let workers: [House.Post] = [
        ("custody", "custody-officer", "nottinghamshire-police", "required-assessment"),
        ("drugs", "drugs-worker", "cjit", "treatment"), ("desk", "receptionist", "cjit", "administration"),
        ("housing", "housing-officer", "housing-aid", "referral"), ("prosecutor", "prosecutor", "cps", "bail-decision"),
        ("admin", "administrator", "cjit", ""),
    ]

    init() async throws {
        house = try await House()
        // Monday 18 March 2024, 22:30: the out-of-hours window then lies over Good Friday and Easter Monday.
        house.clock.advance(minutes: 13 * 60 + 30)
        let (agencies, venue) = (
            [
                ("cjit", "Test drugs team"), ("cps", "Test prosecution"), ("housing-aid", "Test housing aid"),
                ("nottinghamshire-police", "Test police"),
            ].map {
                Agency(id: $0.0, title: $0.1, kind: "test", phone: "0115 496 0000")
            },
            Venue(id: "office", agency: "cjit", title: "Test office", address: "1 Example Street")
        )
        holders = try await house.fill(agencies: agencies, venue: venue, posts: Self.workers)
        try await house.putShippedRulesInForce(agencies: agencies, venue: venue)
    }

    func viewer(_ name: String) throws -> Viewer {
        let worker = try #require(Self.workers.first { $0.name == name })
        return Viewer(
            worker: try holder(name).id, name: "Test \(name.capitalized)", agency: worker.agency, role: worker.role,
            purpose: worker.purpose, session: "test")
    }

    func holder(_ name: String) throws -> KeyHolder { try #require(holders[name]) }

    /// Runs a test as a worker who has signed in.
    func visit(as name: String, _ test: @Sendable (Visitor) async throws -> Void) async throws {
        let holder = try holder(name)
        // A code opens one session only.
        house.clock.advance(minutes: 1)
        let code = house.code(of: holder)
        let app = try await house.server(features: Self.features).service()
        try await app.test(.router) { client in
            let visitor = Visitor(client)
            let answer = try await visitor.signIn(holder, code: code)
            #expect(answer.status == .seeOther)
            try await test(visitor)
        }
    }

    @discardableResult
    func record(
        _ type: String, of person: String, _ answers: [String: Answer], by name: String
    ) async throws -> String {
        var request = RecordRequest(subject: person, type: "core/" + type, answers: answers)
        request.warningsRead = nil
        return try await RecordEvent(house.world)(request, by: try viewer(name)).event
    }

    /// Somebody who has tested positive tonight.
    func positive(_ family: String = "Example") async throws -> String {
        let person = try await RegisterPerson(house.world)(
            type: "core/person-details",
            answers: [
                "family-name": .text(family), "given-name": .text("Robin"), "birth-date": .day(Day(number: 5_600)),
            ],
            also: [
                (
                    type: "core/detention",
                    answers: ["cell": .text("M1"), "offence": .text("Theft"), "suite": .reference("office")],
                    occurred: nil
                )
            ],
            by: try viewer("custody"))
        try await record(
            "drug-test", of: person,
            [
                "route": .choice("arrest"), "offence-code": .text("TH68010"), "warned": .yesNo(true),
                "status": .choice("completed"),
                "found": .choices(["opiates"]), "disputed": .yesNo(false), "dt1": .yesNo(true),
            ], by: "custody")
        return person
    }

    /// Free times at nine on these days of March and April 2024.
    func open(_ purpose: String = "initial-assessment", _ days: String..., time: String = "09:00") async throws {
        let times = try days.map { London.instant(try #require(Day($0)), try #require(TimeOfDay(time))) }
        try await house.world.database.write { [world = house.world] connection in
            for time in times {
                try DiaryRows.add(
                    Slot(
                        id: world.newReference(), agency: "cjit", venue: "office", purpose: purpose, startsAt: time,
                        minutes: 60), on: connection)
            }
        }
    }

    /// Books the first time offered.
    @discardableResult
    func book(_ person: String, by name: String = "custody") async throws -> String {
        let offered = try await OfferTimes(house.world)(person, purpose: "initial-assessment", by: try viewer(name))
        let slot = try #require(offered.first?.slot)
        return try await BookTime(house.world)(person, slot: slot, key: nil, by: try viewer(name)).event
    }

    func notice(of person: String) async throws -> String {
        try await record(
            "assessment-notice", of: person,
            [
                "assessment": .choice("initial"), "version": .choice("first"),
                "at": .instant(London.instant(try #require(Day("2024-03-25")), try #require(TimeOfDay("09:00")))),
                "place": .reference("office"), "given": .choice("handed"),
            ], by: "custody")
    }
}
