@testable import Casework
import Credentials
import Domain
import Foundation
import HTTPTypes
import HummingbirdTesting
import Ledger
import NIOCore
import SchemeFiles
import Store
import Testing

@testable import Web

/// A night in custody under the shipped Nottingham rules, over the server: boards and recording.
final class NightShift: Sendable {
    let house: House
    private let holders: [String: KeyHolder]

    /// Sign-in name, role, agency, and what their looking is usually for.
    private static let workers: [House.Post] = [
        ("officer", "custody-officer", "nottinghamshire-police", "custody-testing"),
        ("sergeant", "custody-officer", "nottinghamshire-police", "custody-testing"),
        ("drugs", "drugs-worker", "cjit", "treatment"), ("desk", "receptionist", "cjit", "administration"),
        ("commissioner", "commissioner", "cjit", "administration"), ("admin", "administrator", "cjit", ""),
        ("prosecutor", "prosecutor", "cps", "bail-decision"),
        ("clerk", "court-clerk", "magistrates-court", "bail-decision"),
    ]

    init() async throws {
        house = try await House()
        // 18 March 2024, 02:14 in London.
        house.clock.advance(minutes: -(6 * 60 + 46))
        let definitions = try ShippedRules.definitions.get()
        let agencies = Set(definitions.agreements.flatMap(\.parties)).sorted().map {
            Agency(id: $0, title: "Test " + $0, kind: "test", phone: "0115 496 0000")
        }
        let suite = Venue(
            id: "suite", agency: "nottinghamshire-police", title: "Test suite", address: "1 Example Street")
        holders = try await house.fill(agencies: agencies, venue: suite, posts: Self.workers)
        try await house.putShippedRulesInForce(agencies: agencies, venue: suite)
    }

    func holder(_ name: String) throws -> KeyHolder { try #require(holders[name]) }

    func viewer(_ name: String) throws -> Viewer {
        let worker = try #require(Self.workers.first { $0.name == name })
        return Viewer(
            worker: try holder(name).id, name: "Test \(name.uppercased())", agency: worker.agency, role: worker.role,
            purpose: worker.purpose, session: "test")
    }

    /// Runs a test with a browser in which this worker has signed in.
    func visit(_ name: String, _ test: @Sendable (Visitor) async throws -> Void) async throws {
        let holder = try holder(name)
        house.clock.advance(minutes: 1)
        let server = try await house.server(features: [
            BoardsFeature(), RecordingFeature(), PersonRoutes(), TodayRoutes(),
        ])
        try await server.service().test(.router) { client in
            let visitor = Visitor(client)
            try await visitor.signIn(holder, code: self.house.code(of: holder))
            try await test(visitor)
        }
    }

    /// Somebody brought in, at so many minutes before now.
    func detain(
        _ given: String = "Robin", _ family: String = "Example", cell: String = "M4", offence: String = "TH68010",
        minutesAgo: Int = 0
    ) async throws -> String {
        let arrived = house.clock.now.adding(milliseconds: -Int64(minutesAgo) * 60_000)
        return try await RegisterPerson(house.world)(
            type: "core/person-details",
            answers: [
                "family-name": .text(family), "given-name": .text(given), "birth-date": .day(Day(number: 5_600)),
            ],
            also: [
                (
                    type: "core/detention",
                    answers: [
                        "cell": .text(cell), "offence-code": .text(offence), "offence": .text("Theft from a shop"),
                        "suite": .reference("suite"),
                    ],
                    occurred: .instant(arrived)
                )
            ], by: try viewer("officer"))
    }

    func events(of person: String, _ type: String) async throws -> [Event] {
        try await house.world.database.read { [world = house.world] connection in
            try LogReading.log(of: person, definitions: world.definitions, on: connection)?.events ?? []
        }.filter { $0.type == type }.sorted {
            ($0.recorded, $0.act.word == "record" ? 0 : 1) < ($1.recorded, $1.act.word == "record" ? 0 : 1)
        }
    }

    @discardableResult
    func record(
        _ type: String, _ answers: [String: Answer] = [:], of person: String, by name: String = "officer"
    ) async throws -> String {
        var request = RecordRequest(subject: person, type: type, answers: answers)
        request.warningsRead = nil
        return try await RecordEvent(house.world)(request, by: try viewer(name)).event
    }
}

extension Visitor.Answer {
    /// The addresses of the page's links whose words hold these.
    func links(_ words: String) -> [String] {
        text.matches(of: /<a[^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/.dotMatchesNewlines())
            .filter { String($0.2).replacing(/<[^>]*>/, with: "").contains(words) }
            .map { String($0.1).replacing("&amp;", with: "&") }
    }

    /// The hidden values of the form that holds these words, and of which the press is one button.
    func form(holding words: String) throws -> [(String, String)] {
        let forms = text.matches(of: /<form[^>]*>(.*?)<\/form>/.dotMatchesNewlines()).map { String($0.1) }
        let form = try #require(forms.first { $0.contains(words) })
        return form.matches(of: /<input type="hidden" name="([^"]*)" value="([^"]*)">/).map {
            (String($0.1), String($0.2))
        }
    }
}

extension Visitor {
    /// Presses a button in a row of a board, as a browser would send it.
    func press(_ act: String, rowOf person: String, on page: Answer) async throws -> Answer {
        try await post("/boards/act", try page.form(holding: "value=\"\(person)\"") + [("act", act)])
    }

    /// Sends a form with a file, as a browser would.
    func upload(
        _ path: String, _ fields: [(String, String)], file: (name: String, text: String)? = nil,
        site: String? = "same-origin", extra: HTTPFields = [:]
    ) async throws -> Answer {
        var body = ""
        for (name, value) in fields {
            body += "--edge\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }
        if let file {
            body +=
                "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(file.name)\"\r\n"
                + "Content-Type: text/csv\r\n\r\n\(file.text)\r\n"
        }
        body += "--edge--\r\n"
        var headers = extra
        headers[.contentType] = "multipart/form-data; boundary=edge"
        if let site { headers[try #require(HTTPField.Name("Sec-Fetch-Site"))] = site }
        return try await send(path, method: .post, headers: headers, body: ByteBuffer(string: body))
    }
}
