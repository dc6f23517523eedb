@testable import Casework
import Domain
import HTTPTypes
import Store
import Testing

@testable import Web

@Suite struct SessionTests {
    /// Runs a test with a worker who has just signed in.
    private func signedIn(
        roles: [(role: String, agency: String)] = [("custody-officer", "police")],
        _ test: @Sendable (House, Visitor, KeyHolder) async throws -> Void
    ) async throws {
        let house = try await House()
        let holder = try await house.add("ann", roles: roles)
        try await house.visit { (visitor) async throws in
            #expect(try await visitor.signIn(holder, code: house.code(of: holder)).status == .seeOther)
            try await test(house, visitor, holder)
        }
    }

    private func isIn(_ visitor: Visitor) async throws -> Bool {
        try await visitor.get("/today").status == .ok
    }

    @Test("A session ends after 20 minutes without a request, and not before")
    func idle() async throws {
        try await signedIn { (house, visitor, _) async throws in
            house.clock.advance(minutes: 19)
            #expect(try await isIn(visitor))
            house.clock.advance(minutes: 19)
            #expect(try await isIn(visitor))
            house.clock.advance(minutes: 20)
            #expect(try await isIn(visitor) == false)
        }
    }

    @Test("A session ends 12 hours after sign-in, however busy")
    func absolute() async throws {
        try await signedIn { (house, visitor, _) async throws in
            for _ in 0..<71 {
                house.clock.advance(minutes: 10)
                #expect(try await isIn(visitor))
            }
            house.clock.advance(minutes: 10)
            #expect(try await isIn(visitor) == false)
        }
    }

    @Test("When a session was last seen is written at most once a minute")
    func touch() async throws {
        try await signedIn { (house, visitor, _) async throws in
            let seen = { () async throws -> Int64 in
                let cookie = try #require(visitor.cookies["__Host-session"])
                let session = try await ResumeSession(house.door)(cookie)
                return try #require(session).lastSeenAt
            }
            let opened = house.clock.now.milliseconds
            house.clock.advance(milliseconds: 59_000)
            #expect(try await isIn(visitor))
            #expect(try await seen() == opened)
            house.clock.advance(milliseconds: 1_000)
            #expect(try await isIn(visitor))
            #expect(try await seen() == opened + 60_000)
        }
    }

    @Test("Signing out ends the session on the server, takes the cookie away, and is entered")
    func signOut() async throws {
        try await signedIn { (house, visitor, _) async throws in
            let cookie = try #require(visitor.cookies["__Host-session"])
            let csrf = try await visitor.csrf()
            let answer = try await visitor.post("/sign-out", [], csrf: csrf)
            #expect(answer.location == "/sign-in?done=signed-out")
            #expect(answer.setCookies.contains { $0.hasPrefix("__Host-session=;") && $0.contains("Max-Age=0") })
            #expect(try await visitor.get("/sign-in?done=signed-out").text.contains("You have signed out"))
            visitor.plant("__Host-session", cookie)
            #expect(try await isIn(visitor) == false)
            #expect(try await house.outcomes() == ["signed-in", "signed-out"])
        }
    }

    @Test("A form sent after the session ended says that nothing was changed")
    func formAfterwards() async throws {
        try await signedIn { (house, visitor, _) async throws in
            let csrf = try await visitor.csrf()
            house.clock.advance(minutes: 21)
            let answer = try await visitor.post("/echo", [("note", "long")], csrf: csrf)
            #expect(answer.status == .forbidden)
            #expect(answer.text.contains("You have been signed out"))
            #expect(answer.text.contains("Nothing was recorded"))
            #expect(answer.hidden("next") == "/", "no page stands above its address")
        }
    }

    @Test("A cookie planted before sign-in is worth nothing after it, and the session it named ends")
    func fixation() async throws {
        try await signedIn { (house, visitor, holder) async throws in
            let old = try #require(visitor.cookies["__Host-session"])
            house.clock.advance(minutes: 1)
            try await visitor.signIn(holder, code: house.code(of: holder))
            let new = try #require(visitor.cookies["__Host-session"])
            #expect(old != new)
            visitor.plant("__Host-session", old)
            #expect(try await isIn(visitor) == false)
            visitor.plant("__Host-session", String(repeating: "A", count: 43))
            #expect(try await isIn(visitor) == false)
        }
    }

    @Test("A leaver is out at the first request after their last day")
    func leaver() async throws {
        try await signedIn { (house, visitor, holder) async throws in
            let today = London.day(of: house.clock.now)
            for (day, isIn) in [(today, true), (today.adding(days: -1), false)] {
                try await house.world.database.write { connection in
                    try AgencyRows.save(
                        Worker(id: holder.id, signInName: "ann", name: "Test ANN", phone: "", leavesOn: day),
                        on: connection)
                }
                #expect(try await self.isIn(visitor) == isIn)
            }
        }
    }

    @Test("A role that is over is over at the next request")
    func roleOver() async throws {
        try await signedIn { (house, visitor, holder) async throws in
            try await house.world.database.write { connection in
                try AgencyRows.save(
                    WorkerRole(
                        worker: holder.id, agency: "police", role: "custody-officer", until: Day(number: 19_799)),
                    on: connection)
            }
            #expect(try await isIn(visitor) == false)
        }
    }

    @Test("Ending somebody's sessions ends them all and makes their devices strangers'")
    func ended() async throws {
        try await signedIn { (house, visitor, holder) async throws in
            try await EndSessions(house.world)(of: holder.id, by: .system("command"))
            #expect(try await isIn(visitor) == false)
            let acts = try await OpenAdministration(house.world)(by: .system("command")).acts
            #expect(acts.first?.outcome == "sessions-ended")
            await #expect(throws: Missing.self) {
                try await EndSessions(house.world)(of: "nobody", by: .system("command"))
            }
        }
    }

    @Test("A new password ends every other session, needs the old one, and follows the rules")
    func password() async throws {
        try await signedIn { (house, visitor, holder) async throws in
            let other = try #require(visitor.cookies["__Host-session"])
            visitor.forget("__Host-session")
            house.clock.advance(minutes: 1)
            try await visitor.signIn(holder, code: house.code(of: holder))
            let csrf = try await visitor.csrf()
            let change = { (current: String, new: String) in
                try await visitor.post("/password", [("current", current), ("new", new)], csrf: csrf)
            }
            #expect(try await change("not it at all", "walnut harbour kettle").text.contains("is not right"))
            #expect(try await change(holder.password, "short").text.contains("at least 12 characters"))
            let done = try await change(holder.password, "walnut harbour kettle")
            #expect(done.location == "/password?done=changed")
            #expect(try await isIn(visitor))
            visitor.plant("__Host-session", other)
            #expect(try await isIn(visitor) == false)
            house.clock.advance(minutes: 1)
            let again = try await visitor.signIn(holder, code: house.code(of: holder))
            #expect(again.status == .forbidden)
            let new = try await visitor.signIn(
                holder, code: house.code(of: holder), password: "walnut harbour kettle")
            #expect(new.status == .seeOther)
        }
    }
}
