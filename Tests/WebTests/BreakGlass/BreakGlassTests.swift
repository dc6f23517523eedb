@testable import Casework
import Domain
import HTTPTypes
import HummingbirdTesting
import Store
import Testing

@testable import Web

@Suite("Breaking the glass")
struct BreakGlassTests {
    /// Somebody of the drugs team whom the custody officer does not see, with a note that no custody officer reads.
    private func hidden(_ staff: Staff) async throws -> String {
        let subject = try await staff.person()
        try await staff.record("note", ["text": .text("A note of the drugs team alone.")], of: subject)
        return subject
    }

    private func name(_ reviewer: String, of agency: String, in staff: Staff) async throws {
        let (id, now) = (staff.id(reviewer), staff.house.clock.now)
        try await staff.house.world.database.write {
            try GlassRows.name(id, reviewerOf: agency, at: now, on: $0)
        }
    }

    private func visit(
        _ staff: Staff, _ name: String, _ test: @Sendable (Visitor) async throws -> Void
    ) async throws {
        let server = try await staff.house.server(
            features: [PeopleRoutes(), PersonRoutes(), TodayRoutes(), GlassRoutes()])
        let holder = try #require(staff.holders[name])
        staff.house.clock.advance(minutes: 1)
        try await server.service().test(.router) { client in
            let visitor = Visitor(client)
            try await visitor.signIn(holder, code: staff.house.code(of: holder))
            // A code opens once.
            staff.house.clock.advance(minutes: 1)
            try await test(visitor)
        }
    }

    private func ask(
        _ visitor: Visitor, _ staff: Staff, person: [(String, String)], reason: String = "Found unconscious in cell M3",
        code: String? = nil, by name: String = "officer"
    ) async throws -> Visitor.Answer {
        let holder = try #require(staff.holders[name])
        return try await visitor.post(
            "/break-glass",
            person + [("answered", "yes"), ("reason", reason), ("code", code ?? staff.house.code(of: holder))],
            csrf: try await visitor.csrf())
    }

    @Test("opens a record for an hour to whoever gives a reason and a code, and tells the reviewer by reference")
    func whole() async throws {
        let staff = try await Staff()
        let subject = try await hidden(staff)
        try await name("manager", of: "nottinghamshire-police", in: staff)
        try await visit(staff, "officer") { officer in
            #expect(try await officer.get("/people/\(subject)").status == .notFound)
            let born = Day(number: 5_600)
            let opened = try await ask(
                officer, staff,
                person: [
                    ("family", "example"), ("given", "ROBIN"), ("born-day", "\(born.dayOfMonth)"),
                    ("born-month", "\(born.month)"), ("born-year", "\(born.year)"),
                ])
            #expect(opened.location == "/people/\(subject)")
            let page = try await officer.get("/people/\(subject)")
            #expect(page.status == .ok)
            #expect(page.text.contains("You opened this record by breaking the glass."))
            #expect(page.text.contains("You opened this by breaking the glass. It is reviewed."))
            // What the role reads of nobody's record it does not read of this one.
            #expect(!page.text.contains("A note of the drugs team alone."))
            // A session that rests is over before the hour is.
            for _ in 1..<6 {
                staff.house.clock.advance(minutes: 10)
                #expect(try await officer.get("/people/\(subject)").status == .ok)
            }
            staff.house.clock.advance(minutes: 10)
            #expect(try await officer.get("/people/\(subject)").status == .notFound)
        }
        try await visit(staff, "manager") { manager in
            let page = try await manager.get("/break-glass/reviews")
            #expect(page.text.contains("Test OFFICER") && page.text.contains("Found unconscious in cell M3"))
            let reference = try #require(Reference(subject)).text
            #expect(page.text.contains(reference))
            #expect(!page.text.contains("Robin") && page.text.contains("6 entries"))
            let glass = try #require(page.hidden("break"))
            let csrf = try await manager.csrf()
            let silent = try await manager.post(
                "/break-glass/reviews", [("break", glass), ("found", "justified"), ("words", " ")], csrf: csrf)
            #expect(silent.status == .unprocessableContent)
            let closed = try await manager.post(
                "/break-glass/reviews", [("break", glass), ("found", "justified"), ("words", "Paramedics asked.")],
                csrf: csrf)
            #expect(closed.location == "/break-glass/reviews?done=reviewed")
            let after = try await manager.get("/break-glass/reviews").text
            #expect(after.contains("Nothing waits for a review.") && after.contains("Paramedics asked."))
        }
    }

    @Test("refuses without a reviewer, a reason, the right code, or a person beyond doubt")
    func refusals() async throws {
        let staff = try await Staff()
        let subject = try await hidden(staff)
        let person = [("number", subject)]
        try await visit(staff, "officer") { officer in
            // Nothing is wrong before anything was sent.
            let first = try await officer.get("/break-glass").text
            #expect(!first.contains("govuk-error"))
            let alone = try await ask(officer, staff, person: person)
            #expect(alone.text.contains("your agency has named nobody who would review it"))
            // Who opens it does not review it.
            try await name("officer", of: "nottinghamshire-police", in: staff)
            #expect(try await ask(officer, staff, person: person).text.contains("has named nobody"))
            try await name("manager", of: "nottinghamshire-police", in: staff)
            #expect(try await ask(officer, staff, person: person, reason: "Because").text.contains("at least 15"))
            #expect(
                try await ask(officer, staff, person: person, code: "000000").text.contains("The code is not right"))
            let vague = try await ask(officer, staff, person: [("family", "Example")])
            #expect(vague.text.contains("Enter both names and the date of birth, or a number"))
            #expect(try await officer.get("/people/\(subject)").status == .notFound)
        }
    }

    @Test("never opens what is barred, restricted or sealed, and says the same as of nobody", arguments: 0..<4)
    func neverOpened(_ kind: Int) async throws {
        let staff = try await Staff()
        let subject = try await hidden(staff)
        try await name("manager", of: "nottinghamshire-police", in: staff)
        let officer = staff.id("officer")
        let somebodyElse = staff.id("drugs")
        try await staff.house.write(subject: subject) { facts, now in
            switch kind {
            case 0: facts.bars = [(officer, now)]
            case 1: facts.admissions = [(somebodyElse, now)]
            case 2: facts.isSealed = true
            default: break
            }
        }
        let asked = kind == 3 ? Reference.make(random: 7).compact : subject
        try await visit(staff, "officer") { officer in
            let answer = try await ask(officer, staff, person: [("number", asked)])
            #expect(answer.status == .unprocessableContent)
            #expect(answer.text.contains("Nothing was opened: there is no such person, more than one, or nobody whose"))
            #expect(try await officer.get("/people/\(subject)").status == .notFound)
        }
    }

    @Test("closes when its worker closes it, and nobody reviews their own")
    func closing() async throws {
        let staff = try await Staff()
        let subject = try await hidden(staff)
        try await name("manager", of: "nottinghamshire-police", in: staff)
        try await name("officer", of: "nottinghamshire-police", in: staff)
        try await visit(staff, "officer") { officer in
            _ = try await ask(officer, staff, person: [("number", subject)])
            let glass = try #require(try await officer.get("/people/\(subject)").hidden("break"))
            let csrf = try await officer.csrf()
            let own = try await officer.post(
                "/break-glass/reviews", [("break", glass), ("found", "justified"), ("words", "Fine.")], csrf: csrf)
            #expect(own.status == .notFound)
            let reviews = try await officer.get("/break-glass/reviews").text
            #expect(reviews.contains("You opened it: a colleague reviews it."))
            let closed = try await officer.post("/break-glass/closings", [("break", glass)], csrf: csrf)
            #expect(closed.status == .seeOther)
            #expect(try await officer.get("/people/\(subject)").status == .notFound)
            let again = try await officer.post("/break-glass/closings", [("break", glass)], csrf: csrf)
            #expect(again.status == .notFound)
        }
        try await visit(staff, "housing") { housing in
            let reviews = try await housing.get("/break-glass/reviews")
            #expect(reviews.status == .notFound)
        }
    }
}
