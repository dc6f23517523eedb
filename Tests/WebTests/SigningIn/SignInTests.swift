@testable import Casework
import Credentials
import Domain
import HTTPTypes
import Markup
import Store
import Testing

@testable import Web

@Suite struct SignInTests {
    @Test("The right name, password and code open a session, with one ledger entry")
    func opens() async throws {
        let house = try await House()
        let holder = try await house.add("ann")
        try await house.visit { (visitor) async throws in
            let answer = try await visitor.signIn(holder, code: house.code(of: holder))
            #expect(answer.status == .seeOther)
            #expect(answer.location == "/")
            #expect(try await visitor.get("/").location == "/today")
            let page = try await visitor.get("/today")
            #expect(page.status == .ok)
            #expect(page.text.contains("Test ANN"))
        }
        #expect(try await house.outcomes() == ["signed-in"])
    }

    @Test("Both cookies are for this host alone, Secure, out of reach of scripts, and SameSite=Lax")
    func cookies() async throws {
        let house = try await House()
        let holder = try await house.add("ann")
        try await house.visit { (visitor) async throws in
            let answer = try await visitor.signIn(holder, code: house.code(of: holder))
            let session = try #require(answer.setCookies.first { $0.hasPrefix("__Host-session=") })
            let device = try #require(answer.setCookies.first { $0.hasPrefix("__Host-device=") })
            for cookie in [session, device] {
                for part in ["; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax"] {
                    #expect(cookie.contains(part), "\(part)")
                }
                #expect(!cookie.contains("Domain"))
            }
            #expect(!session.contains("Max-Age"))
            #expect(device.contains("; Max-Age=31536000"))
        }
    }

    /// One way of not getting in.
    struct Failure: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let outcome: String
        var name: String?
        var password: String?
        var code: String?
        var leavesOn: Day?
        var hasNoRole = false
        var isCodeUsed = false
    }

    private static let failures = [
        Failure(testDescription: "nobody has that name", outcome: "unknown-name", name: "nobody"),
        Failure(testDescription: "the password is wrong", outcome: "wrong-password", password: "not the password"),
        Failure(testDescription: "the code is wrong", outcome: "wrong-code", code: "000000"),
        Failure(testDescription: "the code is not a code", outcome: "wrong-code", code: "abc"),
        Failure(testDescription: "the code was used", outcome: "wrong-code", isCodeUsed: true),
        Failure(testDescription: "the worker has left", outcome: "left", leavesOn: Day(number: 19_799)),
        Failure(testDescription: "no role is in force", outcome: "no-role", hasNoRole: true),
    ]

    @Test("Each way of failing gives the same page and leaves one ledger entry that says which", arguments: failures)
    func fails(_ failure: Failure) async throws {
        let house = try await House()
        let holder = try await house.add("ann", roles: failure.hasNoRole ? [] : [("custody-officer", "police")])
        if let day = failure.leavesOn {
            try await house.world.database.write { connection in
                try AgencyRows.save(
                    Worker(id: holder.id, signInName: "ann", name: "Test ANN", phone: "", leavesOn: day),
                    on: connection)
            }
        }
        try await house.visit { (visitor) async throws in
            let code = failure.code ?? house.code(of: holder)
            if failure.isCodeUsed { try await visitor.signIn(holder, code: code) }
            let before = try await house.outcomes().count
            let answer = try await visitor.signIn(
                holder, code: code, password: failure.password, name: failure.name)
            #expect(answer.status == .forbidden)
            #expect(answer.setCookies.isEmpty)
            let expected = SignInPage(
                form: SignInForm(try FormFields(query: "name=\(failure.name ?? "ann")&password=x&code=x")),
                problems: [
                    .init(
                        boxID: "name",
                        message: "The name, password and code do not go together. Check each of them and try again.")
                ])
            #expect(answer.text == expected.html(try await house.server().site).text)
            let after = try await house.outcomes()
            #expect(Array(after.dropFirst(before)) == [failure.outcome])
        }
    }

    @Test("A box left empty is pointed at, and nothing is tried")
    func empty() async throws {
        let house = try await House()
        try await house.visit { (visitor) async throws in
            let answer = try await visitor.post("/sign-in", [("name", " "), ("password", ""), ("code", "")])
            #expect(answer.status == .unprocessableContent)
            for words in ["Enter your sign-in name", "Enter your password", "Enter the code"] {
                #expect(answer.text.contains(words))
            }
            #expect(answer.text.contains("<title>Error: Sign in"))
        }
        #expect(try await house.outcomes().isEmpty)
    }

    @Test("A name longer than anybody's is refused before it is looked for")
    func longName() async throws {
        let house = try await House()
        try await house.visit { (visitor) async throws in
            let name = String(repeating: "a", count: 501)
            let answer = try await visitor.post("/sign-in", [("name", name), ("password", "x"), ("code", "123456")])
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("Your answer is too long. Enter at most 500 letters."))
            let huge = String(repeating: "a", count: 9_000)
            let refused = try await visitor.post("/sign-in", [("name", huge), ("password", "x"), ("code", "123456")])
            #expect(refused.status == .contentTooLarge)
        }
        #expect(try await house.outcomes().isEmpty)
    }

    @Test("Password and code are never sent back, and neither stands in the ledger or the log")
    func nothingKept() async throws {
        let house = try await House()
        try await house.visit { (visitor) async throws in
            let answer = try await visitor.post(
                "/sign-in", [("name", "ann"), ("password", "spilt-password"), ("code", "135790")])
            #expect(!answer.text.contains("spilt-password") && !answer.text.contains("135790"))
        }
        let contents = try await house.world.database.read { connection in
            var contents: [String] = []
            try LedgerRowReading.eachEntry(from: 0, limit: 100, on: connection) {
                contents.append($0.line + ($0.content ?? ""))
            }
            return contents
        }
        #expect(!(contents + house.lines.all).contains { $0.contains("spilt") || $0.contains("135790") })
    }

    @Test("Another site cannot sign a visitor in")
    func otherSite() async throws {
        let house = try await House()
        let holder = try await house.add("ann")
        try await house.visit { (visitor) async throws in
            let fields = [("name", "ann"), ("password", holder.password), ("code", house.code(of: holder))]
            #expect(try await visitor.post("/sign-in", fields, site: "cross-site").status == .forbidden)
            #expect(try await visitor.post("/sign-in", fields, site: nil).status == .forbidden)
        }
        #expect(try await house.outcomes().isEmpty)
    }

    @Test("A password is the same however its accents were typed")
    func normalForm() async throws {
        let house = try await House()
        let holder = try await house.add("ann")
        let hash = try await house.door.gate.hash("caf\u{E9}-cr\u{E8}me-walnut", lane: .stranger)
        try await house.world.database.write { connection in
            guard var credential = try SessionRows.credential(of: holder.id, on: connection) else { throw Missing() }
            credential.passwordHash = hash.encoded
            try SessionRows.save(credential, of: holder.id, at: Instant(milliseconds: 0), on: connection)
        }
        try await house.visit { (visitor) async throws in
            let answer = try await visitor.signIn(
                holder, code: house.code(of: holder), password: "cafe\u{301}-cre\u{300}me-walnut", name: " ANN ")
            #expect(answer.status == .seeOther)
        }
    }

    @Test("A hash made at another cost is made anew at the next sign-in")
    func rehash() async throws {
        let house = try await House()
        let holder = try await house.add("ann")
        let dearer = try #require(PasswordCost(memoryKiB: 16, passes: 1, lanes: 1))
        let door = FrontDoor(house.world, cost: dearer)
        _ = try await SignIn(door)(
            SignInAttempt(name: "ann", password: holder.password, code: house.code(of: holder), source: "192.0.2.1"))
        let kept = try await house.world.database.read { try SessionRows.credential(of: holder.id, on: $0) }
        let hash = try PasswordHash(encoded: try #require(kept).passwordHash)
        #expect(!hash.needsRehash(to: dearer))
        #expect(try hash.verify(holder.password))
    }

    @Test("After signing in the worker goes where they wanted, unless that is another site")
    func next() async throws {
        let house = try await House()
        let holder = try await house.add("ann")
        try await house.visit { (visitor) async throws in
            let turnedAway = try await visitor.get("/today?a=1")
            #expect(turnedAway.location == "/sign-in?next=%2Ftoday%3Fa%3D1")
            let page = try await visitor.get(try #require(turnedAway.location))
            #expect(page.hidden("next") == "/today?a=1")
            let answer = try await visitor.signIn(holder, code: house.code(of: holder), next: "/today?a=1")
            #expect(answer.location == "/today?a=1")
            for evil in ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"] {
                house.clock.advance(minutes: 1)
                let answer = try await visitor.signIn(holder, code: house.code(of: holder), next: evil)
                #expect(answer.location == "/", "\(evil)")
            }
        }
    }
}
