import Domain
import HTTPTypes
import Testing

@testable import Casework
@testable import Web

struct BookingPageTests {
    @Test("From a board it takes two presses: the first lawful time is chosen already")
    func twoPresses() async throws {
        let house = try await DiaryHouse()
        // Good Friday was 29 March and Easter Monday 1 April: five working days on is 25 March, eight is 28 March.
        try await house.open("initial-assessment", "2024-03-20", "2024-03-25", "2024-03-28", "2024-04-02")
        let person = try await house.positive()
        try await house.visit(as: "custody") { visitor in
            let page = try await visitor.get("/people/\(person)/book")
            #expect(page.status == .ok)
            try KeptPage("book").check(page.text)
            #expect(page.text.contains("25 to 28 March 2024"))
            let chosen = page.text.matches(of: /value="([^"]*)" checked/).map { String($0.1) }
            #expect(chosen.count == 1, "one time is chosen, and nothing has to be typed")
            #expect(!page.text.contains("type=\"text\""))
            let csrf = try #require(page.hidden("csrf"))
            let booked = try await visitor.post(
                "/people/\(person)/book",
                [("purpose", "initial-assessment"), ("slot", try #require(chosen.first)), ("once", "one")], csrf: csrf)
            #expect(booked.status == .seeOther)
            let receipt = try await visitor.get(try #require(booked.location))
            #expect(receipt.text.contains("Monday 25 March 2024"))
            #expect(receipt.text.contains("Give the written notice"))
            try KeptPage("booked").check(receipt.text)
            try KeptPage("book-again").check(try await visitor.get("/people/\(person)/book").text)
        }
    }

    @Test("A time taken meanwhile brings the page again with the next times")
    func taken() async throws {
        let house = try await DiaryHouse()
        try await house.open("initial-assessment", "2024-03-25", "2024-03-26")
        let (person, other) = (try await house.positive(), try await house.positive("Second"))
        try await house.visit(as: "custody") { visitor in
            let page = try await visitor.get("/people/\(person)/book")
            let slot = try #require(page.text.firstMatch(of: /value="([^"]*)" checked/)).1
            try await house.book(other)
            let fields = [("purpose", "initial-assessment"), ("slot", String(slot)), ("once", "one")]
            let answer = try await visitor.post(
                "/people/\(person)/book", fields, csrf: page.hidden("csrf"))
            #expect(answer.status == .conflict)
            #expect(answer.text.contains("Somebody else has just booked that time."))
            let next = try #require(answer.text.firstMatch(of: /value="([^"]*)" checked/)).1
            #expect(next != slot)
            try KeptPage("book-taken").check(answer.text)
        }
    }

    @Test("Nothing chosen, no free time, and no purpose due each have a page that says what to do")
    func states() async throws {
        let house = try await DiaryHouse()
        let person = try await house.positive()
        try await house.visit(as: "custody") { visitor in
            let none = try await visitor.get("/people/\(person)/book")
            try KeptPage("book-no-time").check(none.text)
            try await house.open("initial-assessment", "2024-04-08")
            let outside = try await visitor.get("/people/\(person)/book")
            #expect(outside.text.contains("Next free time"))
            try KeptPage("book-outside").check(outside.text)
            let empty = try await visitor.post(
                "/people/\(person)/book", [("purpose", "initial-assessment"), ("once", "one")],
                csrf: outside.hidden("csrf"))
            #expect(empty.status == .unprocessableContent)
            try PageChecks.check(empty.text)
        }
        let calm = try await RegisterPerson(house.house.world)(
            type: "core/person-details", answers: ["family-name": .text("Calm")], by: try house.viewer("drugs"))
        try await house.visit(as: "drugs") { visitor in
            try KeptPage("book-purpose").check(try await visitor.get("/people/\(calm)/book").text)
        }
    }

    @Test("A role that does not book is told so")
    func notToBook() async throws {
        let house = try await DiaryHouse()
        let person = try await house.positive()
        try await house.visit(as: "prosecutor") { visitor in
            let page = try await visitor.get("/people/\(person)/book")
            #expect(page.status == .forbidden)
            #expect(!page.text.contains("Example"))
            try PageChecks.check(page.text)
        }
    }
}
