import Domain
import HTTPTypes
import Testing

@testable import Web

struct NoticePageTests {
    @Test("The notice is one sheet with the letter and nothing else on paper")
    func sheet() async throws {
        let house = try await DiaryHouse()
        try await house.open("initial-assessment", "2024-03-25")
        let person = try await house.positive()
        try await house.book(person)
        let event = try await house.notice(of: person)
        try await house.visit(as: "custody") { visitor in
            let page = try await visitor.get("/people/\(person)/events/\(event)/notice")
            #expect(page.status == .ok)
            #expect(page.text.contains("When: Monday 25 March 2024, at 09:00"))
            #expect(
                !page.text.contains("OFFICIAL") && !page.text.contains("Test CUSTODY"), "nothing of the worker on paper"
            )
            try KeptPage("notice").check(page.text)
            house.house.clock.advance(minutes: 5)
            let next = try await house.notice(of: person)
            let old = try await visitor.get("/people/\(person)/events/\(event)/notice")
            #expect(old.text.contains("/people/\(person)/events/\(next)/notice"))
            try KeptPage("notice-later").check(old.text)
        }
    }

    @Test("Somebody unseen and nobody at all have the same page, byte for byte")
    func missing() async throws {
        let house = try await DiaryHouse()
        try await house.open("initial-assessment", "2024-03-25")
        let person = try await house.positive()
        let booking = try await house.book(person)
        let event = try await house.notice(of: person)
        let nobody = Reference.make(random: 77).compact
        try await house.visit(as: "housing") { visitor in
            let unknown = try await visitor.get("/people/\(nobody)/book")
            #expect(unknown.status == .notFound)
            for path in [
                "/people/\(person)/book", "/people/\(person)/events/\(event)/notice",
                "/people/\(person)/bookings/\(booking)", "/people/\(nobody)/bookings/\(booking)",
                "/people/\(nobody)/events/\(event)/notice",
            ] {
                let answer = try await visitor.get(path)
                #expect(answer.status == .notFound)
                #expect(answer.text == unknown.text, "\(path)")
            }
            let csrf = try await visitor.csrf()
            for reference in [person, nobody] {
                let answer = try await visitor.post(
                    "/people/\(reference)/book", [("slot", nobody), ("once", "one")], csrf: csrf)
                #expect(answer.status == .notFound)
                #expect(answer.text == unknown.text)
            }
        }
    }
}
