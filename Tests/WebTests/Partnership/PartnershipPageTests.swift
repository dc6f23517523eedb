import Domain
import HTTPTypes
import Testing

@testable import Casework
@testable import Web

struct PartnershipPageTests {
    private static let pages = [
        "/partnership", "/partnership/rules", "/partnership/rules/core/drug-test",
        "/partnership/rules/nottingham/required-assessment", "/partnership/agreements", "/partnership/duty-rota",
    ]

    @Test("An administrator reads how the partnership is set up, and no person's name on any page")
    func noPerson() async throws {
        let house = try await DiaryHouse()
        try await house.open("initial-assessment", "2024-03-25")
        let person = try await house.positive()
        let booking = try await house.book(person)
        let event = try await house.notice(of: person)
        try await house.visit(as: "admin") { visitor in
            for path in Self.pages {
                let page = try await visitor.get(path)
                #expect(page.status == .ok, "\(path)")
                #expect(!page.text.contains("Example,") && !page.text.contains("Robin") && !page.text.contains(person))
                try PageChecks.check(page.text)
            }
            for path in [
                "/diary", "/diary?day=2024-03-25", "/diary/times", "/referrals", "/people/\(person)/book",
                "/people/\(person)/bookings/\(booking)", "/people/\(person)/events/\(event)/notice",
            ] {
                let page = try await visitor.get(path)
                #expect(page.status == .forbidden, "\(path)")
                #expect(!page.text.contains("Robin") && !page.text.contains(person))
            }
            try KeptPage("partnership").check(try await visitor.get("/partnership").text)
            try KeptPage("rule-brief").check(
                try await visitor.get("/partnership/rules/nottingham/required-assessment").text)
            #expect(try await visitor.get("/partnership/rules/core/no-such-rule").status == .notFound)
        }
        try await house.visit(as: "drugs") { visitor in
            for path in Self.pages {
                let page = try await visitor.get(path)
                #expect(page.status == .forbidden, "\(path)")
            }
        }
    }

    @Test("A shift is added with a worker, a day and two times")
    func shift() async throws {
        let house = try await DiaryHouse()
        let worker = try house.holder("drugs").id
        try await house.visit(as: "admin") { visitor in
            let empty = try await visitor.get("/partnership/duty-rota")
            try KeptPage("duty-rota-empty").check(empty.text)
            let csrf = try #require(empty.hidden("csrf"))
            let wrong = try await visitor.post(
                "/partnership/duty-rota", [("rota", "custody-duty"), ("from", "8"), ("once", "one")], csrf: csrf)
            #expect(wrong.status == .unprocessableContent)
            try KeptPage("duty-rota-wrong").check(wrong.text)
            let done = try await visitor.post(
                "/partnership/duty-rota",
                [
                    ("rota", "custody-duty"), ("worker", worker), ("day-day", "19"), ("day-month", "3"),
                    ("day-year", "2024"), ("from", "20:00"), ("until", "08:00"), ("once", "two"),
                ], csrf: csrf)
            #expect(done.location == "/partnership/duty-rota?done=added")
            let page = try await visitor.get("/partnership/duty-rota?done=added")
            #expect(page.text.contains("20:00 to 08:00 the next day"))
            try KeptPage("duty-rota").check(page.text)
        }
    }
}
