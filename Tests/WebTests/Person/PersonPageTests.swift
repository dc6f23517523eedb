@testable import Casework
import Domain
import Foundation
import HTTPTypes
import HummingbirdTesting
import Store
import Testing

@testable import Web

@Suite("A person's pages")
struct PersonPageTests {
    @Test("print what their golden files hold")
    func goldens() async throws {
        let staff = try await Staff()
        let subject = try await staff.referredPerson()
        let plain = try await staff.person("Sample", "Alex")
        try await staff.record(
            "consent",
            [
                "recipient": .reference("rat"), "categories": .choices(["notes", "plan"]),
                "purposes": .choices(["treatment"]), "wording": .choice("sharing-1-en"), "how": .choice("written"),
            ], of: subject)
        try await staff.visit("drugs") { visitor in
            for (name, path) in [
                ("timeline", ""), ("timeline-filtered", "?what=core/note"), ("due", "/due"), ("sharing", "/sharing"),
                ("looks", "/sharing/looks"),
            ] {
                try KeptPage(name).check(try await visitor.get("/people/\(subject)\(path)").text)
            }
            try KeptPage("timeline-plain").check(try await visitor.get("/people/\(plain)").text)
        }
        try await staff.visit("housing") { visitor in
            try KeptPage("timeline-housing").check(try await visitor.get("/people/\(subject)").text)
            try KeptPage("sharing-housing").check(try await visitor.get("/people/\(subject)/sharing").text)
        }
    }

    @Test("escape what people have typed, and keep its lines")
    func escaping() async throws {
        let staff = try await Staff()
        let subject = try await staff.referredPerson()
        try await staff.visit("drugs") { visitor in
            let page = try await visitor.get("/people/\(subject)").text
            #expect(page.contains("Sleeping &lt;out&gt; since Friday."))
            #expect(page.contains("Only after six.<br>Never leave a message."))
        }
    }

    @Test("go back through the record by its dates")
    func pages() async throws {
        let staff = try await Staff()
        let subject = try await staff.person()
        for number in 0..<60 {
            staff.house.clock.advance(minutes: 1)
            try await staff.record("note", ["text": .text("Note number \(number)")], of: subject)
        }
        try await staff.visit("drugs") { visitor in
            let first = try await visitor.get("/people/\(subject)").text
            #expect(first.contains("Note number 59"))
            #expect(!first.contains("Note number 9<"))
            let href = try #require(first.firstMatch(of: /href="([^"]*before=[^"]*)"/)).1
            let second = try await visitor.get(String(href).replacing("&amp;", with: "&")).text
            #expect(second.contains("Note number 9<"))
            #expect(second.contains("Note number 0<"))
            #expect(!second.contains("before="))
        }
    }

    @Test("take a consent back in one press, and say so")
    func withdraw() async throws {
        let staff = try await Staff()
        let subject = try await staff.referredPerson()
        try await staff.record(
            "consent",
            [
                "recipient": .reference("rat"), "categories": .choices(["notes"]),
                "purposes": .choices(["treatment"]), "wording": .choice("sharing-1-en"), "how": .choice("written"),
            ], of: subject)
        staff.house.clock.advance(minutes: 1)
        try await staff.visit("drugs") { visitor in
            let page = try await visitor.get("/people/\(subject)/sharing")
            let fields = [
                ("consent", try #require(page.hidden("consent"))), ("recipient", "rat"),
                ("once", try #require(page.hidden("once"))),
            ]
            let done = try await visitor.post(
                "/people/\(subject)/sharing/withdrawals", fields, csrf: page.hidden("csrf"))
            #expect(done.status == .seeOther)
            let after = try await visitor.get(try #require(done.location)).text
            #expect(after.contains("Nothing is shared on the strength of it any more."))
            #expect(after.contains("Taken back"))
            #expect(!after.contains("action=\"/people/\(subject)/sharing/withdrawals\""))
        }
    }

    @Test("are not for administrators")
    func administrators() async throws {
        let staff = try await Staff()
        let subject = try await staff.person()
        _ = try await staff.house.add("admin", roles: [("administrator", "cjit")])
        let holder = try await staff.house.add("admin2", roles: [("administrator", "cjit")])
        let server = try await staff.house.server(features: [PersonRoutes(), TodayRoutes(), PeopleRoutes()])
        staff.house.clock.advance(minutes: 1)
        try await server.service().test(.router) { client in
            let visitor = Visitor(client)
            try await visitor.signIn(holder, code: staff.house.code(of: holder))
            for path in ["/people/\(subject)", "/people", "/today"] {
                #expect(try await visitor.get(path).status == .forbidden)
            }
        }
    }
}
