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
                "purposes": .choices(["treatment"]), "wording": .text("I agree."), "written": .yesNo(true),
            ], of: subject)
        try await staff.visit("drugs") { visitor in
            for (name, path) in [
                ("timeline", ""), ("timeline-filtered", "?what=core/note"), ("due", "/due"), ("sharing", "/sharing"),
                ("looks", "/sharing/looks"),
            ] {
                try PageGolden(name).check(try await visitor.get("/people/\(subject)\(path)"), about: subject)
            }
            try PageGolden("timeline-plain").check(try await visitor.get("/people/\(plain)"), about: plain)
        }
        try await staff.visit("housing") { visitor in
            try PageGolden("timeline-housing").check(try await visitor.get("/people/\(subject)"), about: subject)
            try PageGolden("sharing-housing").check(try await visitor.get("/people/\(subject)/sharing"), about: subject)
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
                "purposes": .choices(["treatment"]), "wording": .text("I agree."), "written": .yesNo(true),
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

/// The part of a page between its head and its foot, kept in `Goldens/<name>.html` with what is drawn at random named by
/// what it is.
///
/// To record: `RECORD_GOLDENS=1 swift test --filter WebTests`. A run that records fails, so that it cannot pass for a test.
struct PageGolden {
    private let name: String
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens")

    init(_ name: String) {
        self.name = name
    }

    func check(_ answer: Visitor.Answer, about subject: String? = nil) throws {
        let printed = plain(answer.text, subject: subject)
        let file = Self.folder.appending(path: "\(name).html")
        guard ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" else {
            let kept = try String(contentsOf: file, encoding: .utf8)
            #expect(printed == kept, "\(name)")
            return
        }
        try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
        try printed.write(to: file, atomically: true, encoding: .utf8)
        Issue.record("recorded \(name)")
    }

    private func plain(_ page: String, subject: String?) -> String {
        var text = page
        if let start = text.firstRange(of: "</header>"), let end = text.firstRange(of: "</main>") {
            text = String(text[start.upperBound..<end.lowerBound])
        }
        if let subject {
            text = text.replacing(subject, with: "PERSON")
            text = text.replacing(Reference(subject)?.text ?? subject, with: "PERSON")
        }
        return text.replacing(/value="[A-Za-z0-9_-]{43}"/, with: "value=\"TOKEN\"")
            .replacing(/\/events\/[0-9A-Z]{9}/, with: "/events/EVENT")
            .replacing(/value="[0-9A-HJKMNP-TV-Z]{9}"/, with: "value=\"REFERENCE\"")
            .replacing(/value="[0-9a-f]{64}"/, with: "value=\"DIGEST\"")
            .replacing(/\/people\/[0-9A-Z]{9}/, with: "/people/SOMEBODY")
            .replacing(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]/, with: "SOMEBODY")
    }
}
