import Domain
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Casework
@testable import Web

/// A form that was sent when its session was over.
@Suite("A form whose session lapsed")
struct LapsedFormTests {
    private let type = "core/drug-test"
    private let typed = "  two words & a <tag>\n\"quoted\" 'so' "

    /// Somebody in custody, a form half filled in, and a session that is over.
    private func lapsed(
        minutes: Int = 21, roles: [(role: String, agency: String)] = [],
        _ test: @Sendable (NightShift, Visitor, _ address: String, _ sent: Visitor.Answer) async throws -> Void
    ) async throws {
        let night = try await NightShift()
        let robin = try await night.detain()
        let address = "/people/\(robin)/record/\(type)"
        let officer = try night.holder("officer")
        for role in roles {
            try await night.house.alsoHolds(officer, role: role.role, agency: role.agency)
        }
        try await night.visit("officer") { visitor in
            if !roles.isEmpty {
                _ = try await visitor.post("/choose-role", [("role", "1")], csrf: visitor.csrf())
            }
            let form = try await visitor.get(address).form(holding: "a-status")
            night.house.clock.advance(minutes: minutes)
            let sent = try await visitor.post(
                address,
                form + [
                    ("a-status", "refused"), ("a-refusal-reason", self.typed), ("a-offence-code", "TH68010"),
                    ("earlier", "yes"), ("earlier-day", "31"), ("do", "record"),
                ])
            try await test(night, visitor, address, sent)
        }
        #expect(try await night.events(of: robin, type).isEmpty, "nothing is recorded by itself")
    }

    private func again(_ sent: Visitor.Answer, _ holder: KeyHolder, code: String) throws -> [(String, String)] {
        try sent.form(holding: "again-password").map { ($0.0, $0.1.unescaped) } + [
            ("again-name", holder.signInName), ("again-password", holder.password), ("again-code", code),
        ]
    }

    @Test("is kept in the page that asks to sign in, and comes back as it was typed, recorded by nobody")
    func comesBack() async throws {
        try await lapsed { night, visitor, address, sent in
            #expect(sent.status == .forbidden)
            #expect(sent.text.contains("You have been signed out"))
            #expect(sent.text.contains("Nothing was recorded"))
            #expect(sent.text.contains("action=\"\(address)\""))
            #expect(sent.hidden("csrf") == nil && sent.hidden("once") == nil && sent.hidden("do") == nil)
            let officer = try night.holder("officer")
            let back = try await visitor.post(address, try again(sent, officer, code: night.house.code(of: officer)))
            #expect(back.status == .ok)
            #expect(back.text.contains("  two words &amp; a &lt;tag&gt;\n&quot;quoted&quot; &#39;so&#39; </textarea>"))
            #expect(back.text.contains("value=\"31\""))
            #expect(back.text.contains("You are signed in again"))
            #expect(!back.text.contains(officer.password))
            #expect(!back.text.contains("again-password"))
            #expect(back.hidden("csrf") == (try await visitor.csrf()))
            #expect(try await visitor.get("/boards").status == .seeOther)
        }
    }

    @Test("stays in the page when the code is wrong, and the password does not")
    func wrongCode() async throws {
        try await lapsed { night, visitor, address, sent in
            let officer = try night.holder("officer")
            let wrong = try await visitor.post(address, try again(sent, officer, code: "000000"))
            #expect(wrong.status == .forbidden)
            #expect(wrong.text.contains("do not go together"))
            #expect(wrong.text.contains("two words &amp; a &lt;tag&gt;"))
            #expect(!wrong.text.contains(officer.password))
            let none = try await visitor.post(address, [("again-sent", ""), ("a-refusal-reason", typed)])
            #expect(none.status == .unprocessableContent)
            #expect(none.text.contains("Enter your password"))
            #expect(none.text.contains("two words &amp; a &lt;tag&gt;"))
            let right = try await visitor.post(address, try again(wrong, officer, code: night.house.code(of: officer)))
            #expect(right.text.contains("two words &amp; a &lt;tag&gt;"))
        }
    }

    @Test("is shown to nobody but the worker who typed it")
    func somebodyElse() async throws {
        try await lapsed { night, visitor, address, sent in
            let sergeant = try night.holder("sergeant")
            let back = try await visitor.post(address, try again(sent, sergeant, code: night.house.code(of: sergeant)))
            #expect(back.status == .seeOther)
            #expect(back.location == address)
            #expect(!back.text.contains("two words"))
            #expect(try await visitor.get(address).status == .ok, "the other worker is signed in")
        }
    }

    @Test("goes on in the role that its worker acted in, without asking")
    func role() async throws {
        try await lapsed(roles: [("drugs-worker", "cjit")]) { night, visitor, address, sent in
            let officer = try night.holder("officer")
            let acted = try await visitor.post(address, try again(sent, officer, code: night.house.code(of: officer)))
            #expect(acted.status == .ok)
            #expect(acted.text.contains("two words &amp; a &lt;tag&gt;"))
            #expect(!acted.text.contains("In which role are you working now?"))
        }
    }

    @Test("asks for the role where nothing says which it was, and then comes back")
    func roleAsked() async throws {
        try await lapsed(roles: [("drugs-worker", "cjit")]) { night, visitor, address, sent in
            visitor.forget("__Host-session")
            let officer = try night.holder("officer")
            let asked = try await visitor.post(address, try again(sent, officer, code: night.house.code(of: officer)))
            #expect(asked.text.contains("In which role are you working now?"))
            #expect(asked.text.contains("two words &amp; a &lt;tag&gt;"))
            let boxes = try asked.form(holding: "again-role").map { ($0.0, $0.1.unescaped) }
            let index = try #require(
                asked.text.firstMatch(of: /value="(\d)"[^>]*>\s*<label[^>]*>\s*Custody officer/)?.1)
            let forged = try await visitor.post(
                address, boxes.filter { $0.0 != "csrf" } + [("again-role", String(index))])
            #expect(forged.text.contains("In which role are you working now?"), "a role is taken with its token alone")
            let back = try await visitor.post(address, boxes + [("again-role", String(index))])
            #expect(back.text.contains("two words &amp; a &lt;tag&gt;"))
            #expect(back.text.contains("You are signed in again"))
        }
    }

    @Test("comes back too where its worker has signed in in another window meanwhile")
    func otherWindow() async throws {
        try await lapsed { night, visitor, address, sent in
            let officer = try night.holder("officer")
            try await visitor.signIn(officer, code: night.house.code(of: officer))
            let back = try await visitor.post(address, try again(sent, officer, code: "000000"))
            #expect(back.status == .ok)
            #expect(back.text.contains("two words &amp; a &lt;tag&gt;"))
        }
    }

    @Test("is no way to have a signed-in browser post: another site is refused, and no button but showing counts")
    func notForOthers() async throws {
        try await lapsed { night, visitor, address, sent in
            let officer = try night.holder("officer")
            let boxes = try again(sent, officer, code: night.house.code(of: officer))
            for site in ["cross-site", "same-site", "none"] {
                let refused = try await visitor.post(address, boxes, site: site)
                #expect(refused.status == .forbidden)
                #expect(!refused.text.contains("two words"), "\(site)")
            }
            try await visitor.signIn(officer, code: night.house.code(of: officer))
            let complete = [
                ("again-sent", ""), ("do", "record"), ("a-route", "arrest"), ("a-warned", "yes"),
                ("a-status", "refused"), ("a-refusal-reason", "words"),
            ]
            #expect(try await visitor.post(address, complete, site: "cross-site").status == .forbidden)
            let shown = try await visitor.post(address, complete)
            #expect(shown.status == .ok)
            #expect(shown.text.contains("words</textarea>"))
            #expect(try await visitor.post(address, complete.filter { $0.0 != "again-sent" }).status == .forbidden)
        }
    }

    @Test("keeps to the size of its form")
    func size() async throws {
        try await lapsed { _, visitor, address, _ in
            let large = String(repeating: "x", count: 257 << 10)
            let answer = try await visitor.post(address, [("a-refusal-reason", large)])
            #expect(answer.status == .contentTooLarge)
            #expect(!answer.text.contains("xxxx"))
        }
    }

    @Test("of one press says that nothing was recorded, carries nothing, and leads back to its board")
    func onePress() async throws {
        let night = try await NightShift()
        let robin = try await night.detain()
        try await night.visit("officer") { visitor in
            let board = try await visitor.get("/boards/nottingham/cells")
            let row = try board.form(holding: "value=\"\(robin)\"")
            night.house.clock.advance(minutes: 21)
            let sent = try await visitor.post("/boards/act", row + [("act", "seen")])
            #expect(sent.status == .forbidden)
            #expect(sent.text.contains("Nothing was recorded"))
            #expect(!sent.text.contains(robin))
            #expect(sent.hidden("next") == "/boards/nottingham/cells")
            let officer = try night.holder("officer")
            let back = try await visitor.signIn(
                officer, code: night.house.code(of: officer), next: sent.hidden("next"))
            #expect(back.location == "/boards/nottingham/cells")
        }
    }

    @Test("that is a password's leads back to its page, and carries nothing")
    func password() async throws {
        let night = try await NightShift()
        try await night.visit("officer") { visitor in
            night.house.clock.advance(minutes: 21)
            let sent = try await visitor.post(
                "/password", [("current", "old secret words"), ("new", "new secret words")])
            #expect(sent.status == .forbidden)
            #expect(!sent.text.contains("secret words"))
            #expect(sent.hidden("next") == "/password")
        }
    }
}

extension String {
    /// What a browser reads in an attribute.
    fileprivate var unescaped: String {
        replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }
}
