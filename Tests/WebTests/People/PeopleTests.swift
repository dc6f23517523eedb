@testable import Casework
import Domain
import HTTPTypes
import Store
import Testing

@testable import Web

@Suite("Finding and adding people")
struct PeopleTests {
    @Test("searches by a form that leaves nothing in the address, and explains who was found")
    func search() async throws {
        let staff = try await Staff()
        let subject = try await staff.referredPerson()
        _ = try await staff.person("Exampel", "Robyn")
        try await staff.visit("drugs") { visitor in
            let empty = try await visitor.get("/people")
            try KeptPage("people").check(empty.text)
            let csrf = try #require(empty.hidden("csrf"))
            let found = try await visitor.post(
                "/people",
                [
                    ("family", "Example"), ("given", "Robin"), ("born-day", "2"), ("born-month", "5"),
                    ("born-year", "1985"), ("number", ""),
                ], csrf: csrf)
            #expect(found.status == .ok)
            #expect(found.location == nil)
            try KeptPage("people-found").check(found.text)
            let none = try await visitor.post("/people", [("family", "Nobody")], csrf: csrf)
            try KeptPage("people-none").check(none.text)
        }
        try await staff.visit("officer") { visitor in
            let csrf = try await visitor.csrf()
            let unseen = try await visitor.post("/people", [("family", "Example")], csrf: csrf).text
            let nobody = try await visitor.post("/people", [("family", "Example")], csrf: csrf).text
            #expect(!unseen.contains(subject))
            #expect(unseen.contains("Nobody you may see fits what you typed."))
            #expect(unseen.count == nobody.count)
        }
    }

    @Test("says what is wrong, beside the box, and keeps what was typed")
    func problems() async throws {
        let staff = try await Staff()
        try await staff.visit("drugs") { visitor in
            let csrf = try await visitor.csrf()
            let nothing = try await visitor.post("/people", [("family", " ")], csrf: csrf)
            #expect(nothing.status == .unprocessableContent)
            #expect(nothing.text.contains("Enter a name, a date of birth or a number"))
            let wrong = try await visitor.post(
                "/people",
                [("family", "O'Example"), ("born-day", "31"), ("born-month", "2"), ("born-year", "1985")], csrf: csrf)
            #expect(wrong.status == .unprocessableContent)
            #expect(wrong.text.contains("Enter a real date of birth"))
            #expect(wrong.text.contains("value=\"O&#39;Example\""))
            #expect(wrong.text.contains("value=\"31\""))
            let digits = String(repeating: "7", count: 501)
            let long = try await visitor.post("/people", [("number", digits)], csrf: csrf)
            #expect(long.status == .unprocessableContent)
            #expect(long.text.contains("Enter at most 500 letters."))
        }
    }

    @Test("makes a record only after a search, filled in with what was typed, and asks before making a second")
    func add() async throws {
        let staff = try await Staff()
        try await staff.visit("drugs") { visitor in
            #expect(try await visitor.get("/people/new").location == "/people")
            let csrf = try await visitor.csrf()
            #expect(try await visitor.post("/people/new", [], csrf: csrf).status == .unprocessableContent)
            let searched = [
                ("family", "Example"), ("given", "Robin"), ("born-day", "2"), ("born-month", "5"),
                ("born-year", "1985"), ("number", "2001/0000123Y"),
            ]
            let form = try await visitor.post("/people/new", searched, csrf: csrf)
            try KeptPage("people-new").check(form.text)
            var answers = [
                ("answered", "yes"), ("a-family-name", "Example"), ("a-given-name", "Robin"), ("a-birth-date-day", "2"),
                ("a-birth-date-month", "5"), ("a-birth-date-year", "1985"), ("once", try #require(form.hidden("once"))),
            ]
            let made = try await visitor.post("/people/new", answers, csrf: csrf)
            #expect(made.status == .seeOther)
            let first = try #require(made.location)
            #expect(try await visitor.post("/people/new", answers, csrf: csrf).location == first)

            answers[answers.count - 1].1 = "another-key"
            let alike = try await visitor.post("/people/new", answers, csrf: csrf)
            #expect(alike.status == .conflict)
            #expect(alike.text.contains("This may be the same person."))
            #expect(alike.text.contains(first))
            #expect(alike.text.contains("value=\"Example\""))
            answers.append(("seen", try #require(alike.hidden("seen"))))
            let second = try await visitor.post("/people/new", answers, csrf: csrf)
            #expect(second.status == .seeOther)
            #expect(second.location != first)
        }
    }
}
