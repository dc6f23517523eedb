import Casework
import Domain
import HTTPTypes
import Store
import Testing

@testable import Web

@Suite struct RoleTests {
    private let two: [(role: String, agency: String)] = [("custody-officer", "police"), ("drugs-worker", "drugs")]

    @Test("A worker with several roles chooses one before anything else, and may change it")
    func chooses() async throws {
        let house = try await House()
        let holder = try await house.add("ann", roles: two)
        try await house.visit { (visitor) async throws in
            #expect(try await visitor.signIn(holder, code: house.code(of: holder)).location == "/choose-role")
            #expect(try await visitor.get("/today").location == "/choose-role")
            let page = try await visitor.get("/choose-role")
            #expect(page.text.contains("Drugs worker, Clifton Recovery"))
            let csrf = try #require(page.hidden("csrf"))
            #expect(try await visitor.post("/choose-role", [], csrf: csrf).status == .unprocessableContent)
            for (index, role) in [("0", "drugs-worker"), ("1", "custody-officer")] {
                let chosen = try await visitor.post("/choose-role", [("role", index)], csrf: csrf)
                #expect(chosen.location == "/")
                let today = try await visitor.get("/today").text
                #expect(today.contains("<h1>\(role)</h1>"))
                #expect(today.contains("Change role"))
            }
            #expect(try await visitor.post("/choose-role", [("role", "7")], csrf: csrf).status == .unprocessableContent)
        }
        #expect(try await house.outcomes() == ["signed-in", "role-chosen", "role-chosen"])
    }

    @Test("Choosing a role leads on to the page that was asked for, and never to another site")
    func leadsOn() async throws {
        let house = try await House()
        let holder = try await house.add("ann", roles: two)
        try await house.visit { (visitor) async throws in
            let answer = try await visitor.signIn(holder, code: house.code(of: holder), next: "/people/1?a=b&c=d")
            let page = try await visitor.get(try #require(answer.location))
            #expect(page.hidden("next") == "/people/1?a=b&amp;c=d")
            let csrf = try #require(page.hidden("csrf"))
            let wrong = try await visitor.post("/choose-role", [("next", "/people/1")], csrf: csrf)
            #expect(wrong.hidden("next") == "/people/1")
            for (next, place) in [("/people/1?a=b&c=d", "/people/1?a=b&c=d"), ("//evil.example/", "/"), ("", "/")] {
                let chosen = try await visitor.post("/choose-role", [("role", "0"), ("next", next)], csrf: csrf)
                #expect(chosen.location == place)
            }
        }
    }

    @Test("A role that the worker does not hold cannot be taken")
    func notHeld() async throws {
        let house = try await House()
        let holder = try await house.add("ann", roles: two)
        let opened = try await SignIn(house.door)(
            SignInAttempt(name: "ann", password: holder.password, code: house.code(of: holder), source: "192.0.2.1"))
        let session = try #require(try await ResumeSession(house.door)(opened.session))
        #expect(session.viewer.role.isEmpty && session.viewer.agency.isEmpty)
        await #expect(throws: Missing.self) {
            try await ChooseRole(house.door)(agency: "police", role: "administrator", in: session)
        }
        await #expect(throws: Missing.self) {
            try await ChooseRole(house.door)(agency: "drugs", role: "custody-officer", in: session)
        }
    }

    @Test("What a role's looking is usually for is part of who looks")
    func purpose() async throws {
        let house = try await House()
        let holder = try await house.add("ann")
        try await house.world.database.write { connection in
            try Purpose.setUsual("custody-testing", of: "custody-officer", on: connection)
        }
        let opened = try await SignIn(house.door)(
            SignInAttempt(name: "ann", password: holder.password, code: house.code(of: holder), source: "192.0.2.1"))
        let session = try #require(try await ResumeSession(house.door)(opened.session))
        #expect(session.viewer.purpose == "custody-testing")
    }
}
