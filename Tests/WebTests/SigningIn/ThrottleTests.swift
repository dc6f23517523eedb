import Casework
import Domain
import HTTPTypes
import Testing

@testable import Web

@Suite struct ThrottleTests {
    private let wrong = [("password", "not the password"), ("code", "000000")]

    @Test("After five failures a stranger must wait, is told how long, and nothing more is entered")
    func waits() async throws {
        let house = try await House()
        _ = try await house.add("ann")
        try await house.visit { (visitor) async throws in
            for _ in 0..<5 {
                #expect(try await visitor.post("/sign-in", [("name", "ann")] + wrong).status == .forbidden)
            }
            let answer = try await visitor.post("/sign-in", [("name", "ann")] + wrong)
            #expect(answer.status == .tooManyRequests)
            #expect(answer.header("Retry-After") == "1")
            #expect(answer.text.contains("Wait 1 second, then try again."))
        }
        #expect(try await house.outcomes().count == 5)
    }

    @Test("A name that nobody has waits as an account does")
    func unknownNames() async throws {
        let house = try await House()
        _ = try await house.add("ann")
        try await house.visit { (visitor) async throws in
            for name in ["ann", "nobody"] {
                var statuses: [Int] = []
                for _ in 0..<7 {
                    statuses.append(try await visitor.post("/sign-in", [("name", name)] + wrong).status.code)
                }
                #expect(statuses == [403, 403, 403, 403, 403, 429, 429], "\(name)")
            }
        }
    }

    @Test("However hard strangers try, somebody on a device they have used before signs in at once")
    func knownDevice() async throws {
        let house = try await House()
        let holder = try await house.add("ann")
        try await house.visit { (visitor) async throws in
            try await visitor.signIn(holder, code: house.code(of: holder))
            let known = visitor.cookies["__Host-device"]
            for minute in 0..<40 {
                visitor.forget("__Host-session")
                visitor.forget("__Host-device")
                _ = try await visitor.post("/sign-in", [("name", "ann")] + wrong)
                _ = try await visitor.post("/sign-in", [("name", "other\(minute)")] + wrong)
                house.clock.advance(minutes: 1)
            }
            let stranger = try await visitor.signIn(holder, code: house.code(of: holder))
            #expect(stranger.status == .tooManyRequests)
            visitor.plant("__Host-device", try #require(known))
            let owner = try await visitor.signIn(holder, code: house.code(of: holder))
            #expect(owner.status == .seeOther)
        }
    }

    @Test("Strangers get at most ten guesses at an account in an hour, from however many devices")
    func cap() async throws {
        let house = try await House()
        _ = try await house.add("ann")
        try await house.visit { (visitor) async throws in
            for _ in 0..<240 {
                _ = try await visitor.post("/sign-in", [("name", "ann")] + wrong)
                visitor.forget("__Host-device")
                house.clock.advance(milliseconds: 15_000)
            }
        }
        #expect(try await house.outcomes().count <= 10)
    }

    @Test("Several workers may share a browser, and it is known to each")
    func sharedDesk() async throws {
        let house = try await House()
        let (ann, ben) = (try await house.add("ann"), try await house.add("ben"))
        try await house.visit { (visitor) async throws in
            for holder in [ann, ben] { try await visitor.signIn(holder, code: house.code(of: holder)) }
            let device = try #require(visitor.cookies["__Host-device"])
            for holder in [ann, ben] {
                visitor.forget("__Host-device")
                for _ in 0..<8 { _ = try await visitor.post("/sign-in", [("name", holder.signInName)] + wrong) }
            }
            house.clock.advance(minutes: 1)
            for holder in [ann, ben] {
                visitor.plant("__Host-device", device)
                let answer = try await visitor.signIn(holder, code: house.code(of: holder))
                #expect(answer.status == .seeOther, "\(holder.signInName)")
            }
        }
    }

    @Test(
        "A wait is told in whole seconds or minutes, never shorter than it is",
        arguments: [(1, "1 second"), (59, "59 seconds"), (60, "1 minute"), (61, "2 minutes"), (900, "15 minutes")])
    func words(seconds: Int, text: String) {
        #expect(SignInWords.wait(seconds) == text)
    }
}
