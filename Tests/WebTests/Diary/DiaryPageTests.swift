import HTTPTypes
import Testing

@testable import Web

struct DiaryPageTests {
    @Test("A day lists who is booked and what is free, with what can be done")
    func day() async throws {
        let house = try await DiaryHouse()
        try await house.open("initial-assessment", "2024-03-25", "2024-03-26")
        try await house.open("key-work", "2024-03-25", time: "11:00")
        try await house.book(try await house.positive())
        try await house.visit(as: "drugs") { visitor in
            let page = try await visitor.get("/diary?day=2024-03-25")
            #expect(page.status == .ok)
            #expect(page.text.contains("Example, Robin"))
            try KeptPage("diary-day").check(page.text)
            try KeptPage("diary-empty").check(try await visitor.get("/diary?day=2024-03-24").text)
        }
        try await house.visit(as: "desk") { visitor in
            let page = try await visitor.get("/diary?day-day=25&day-month=3&day-year=2024")
            #expect(!page.text.contains("Example"))
            #expect(page.text.contains("Taken"))
        }
    }

    @Test("One press in the row records who came")
    func attended() async throws {
        let house = try await DiaryHouse()
        try await house.open("initial-assessment", "2024-03-25")
        try await house.open("key-work", "2024-03-19")
        let person = try await house.positive()
        try await house.visit(as: "drugs") { visitor in
            let offer = try await visitor.get("/people/\(person)/book?purpose=key-work")
            let csrf = try #require(offer.hidden("csrf"))
            let slot = try #require(offer.text.firstMatch(of: /name="slot" type="radio" value="([^"]*)"/)).1
            let booked = try await visitor.post(
                "/people/\(person)/book", [("slot", String(slot)), ("purpose", "key-work"), ("once", "one")], csrf: csrf
            )
            let event = try #require(booked.location?.split(separator: "/").last?.split(separator: "?").first)
            let fields = [
                ("act", "attended"), ("appointment", String(event)), ("person", person), ("day", "2024-03-19"),
                ("once", "two"),
            ]
            let early = try await visitor.post("/diary/acts", fields, csrf: csrf)
            #expect(early.status == .conflict)
            house.house.clock.advance(minutes: 10 * 60)
            let done = try await visitor.signInAgain(house, "drugs").post(
                "/diary/acts", fields, csrf: try await visitor.csrf())
            #expect(done.location == "/diary?day=2024-03-19&done=recorded")
            let page = try await visitor.get("/diary?day=2024-03-19&done=recorded")
            #expect(page.text.contains("Attended"))
            try KeptPage("diary-recorded").check(page.text)
        }
    }

    @Test("One press takes a free time away, and says when somebody was quicker")
    func takeAway() async throws {
        let house = try await DiaryHouse()
        try await house.open("initial-assessment", "2024-03-25", "2024-03-26")
        try await house.visit(as: "desk") { visitor in
            let page = try await visitor.get("/diary?day=2024-03-25")
            let csrf = try #require(page.hidden("csrf"))
            let slot = try #require(page.hidden("slot"))
            let done = try await visitor.post(
                "/diary/times/taken-away", [("slot", slot), ("day", "2024-03-25"), ("once", "five")], csrf: csrf)
            #expect(done.location == "/diary?day=2024-03-25&done=taken-away")
            let after = try await visitor.get(try #require(done.location))
            #expect(after.text.contains("The time has been taken out of the diary"))
            #expect(after.text.contains("There are no appointments and no free times on this day."))
            let next = try #require(try await visitor.get("/diary?day=2024-03-26").hidden("slot"))
            try await house.book(try await house.positive())
            let late = try await visitor.post(
                "/diary/times/taken-away", [("slot", next), ("day", "2024-03-26"), ("once", "six")], csrf: csrf)
            #expect(late.status == .conflict)
            #expect(late.text.contains("That time stays: it has begun, or somebody has booked it"))
        }
    }

    @Test("Times are added in a weekly series, and what is wrong is said beside each question")
    func times() async throws {
        let house = try await DiaryHouse()
        try await house.visit(as: "drugs") { visitor in
            let form = try await visitor.get("/diary/times?day=2024-03-20")
            try KeptPage("times-form").check(form.text)
            let csrf = try #require(form.hidden("csrf"))
            let wrong = try await visitor.post(
                "/diary/times", [("times", "9.30"), ("minutes", "long"), ("weeks", "4"), ("once", "three")], csrf: csrf)
            #expect(wrong.status == .unprocessableContent)
            try KeptPage("times-form-wrong").check(wrong.text)
            let right = [
                ("purpose", "key-work"), ("venue", "office"), ("weekdays", "3"), ("weekdays", "5"),
                ("times", "9:30, 14:00"), ("minutes", "45"), ("from-day", "20"), ("from-month", "3"),
                ("from-year", "2024"), ("weeks", "2"), ("once", "four"),
            ]
            let done = try await visitor.post("/diary/times", right, csrf: csrf)
            // Wednesdays 20 and 27 March and Friday 22; Good Friday, the 29th, is left out.
            #expect(done.location == "/diary?day=2024-03-20&done=added&count=6&there=0")
            let again = try await visitor.post("/diary/times", right, csrf: csrf)
            #expect(again.location == "/diary?day=2024-03-20&done=added&count=6&there=0")
            let day = try await visitor.get("/diary?day=2024-03-22")
            #expect(day.text.matches(of: /Free<\/strong>/).count == 2)
        }
    }
}

extension Visitor {
    /// The session has ended meanwhile; the worker signs in again.
    func signInAgain(_ house: DiaryHouse, _ name: String) async throws -> Visitor {
        try await signIn(house.holder(name), code: house.house.code(of: house.holder(name)))
        return self
    }
}
