@testable import Casework
import Domain
import HTTPTypes
import Store
import Testing

@testable import Web

@Suite("The page of today")
struct TodayPageTests {
    @Test("prints what its golden files hold")
    func goldens() async throws {
        let staff = try await Staff()
        let subject = try await staff.referredPerson()
        staff.house.clock.advance(minutes: 60 * 24 * 9)
        let now = staff.house.clock.now
        try await staff.record(
            "appointment",
            [
                "at": .instant(now.adding(hours: 2)), "worker": .reference(staff.id("drugs")),
                "purpose": .choice(try staff.code("appointment-purposes")), "venue": .reference("suite"),
            ], of: subject)
        try await staff.record("note", ["text": .text("By a colleague.")], of: subject, by: "colleague")
        try await KeepDraft(staff.house.world)(
            "core/note", of: subject, fields: ["text": ["Half a"]], by: try staff.viewer("drugs"))
        for (name, worker) in [("today", "drugs"), ("today-housing", "housing"), ("today-nothing", "shelter")] {
            try await staff.visit(worker) { visitor in
                try KeptPage(name).check(try await visitor.get("/today").text)
            }
        }
    }

    @Test("has an alert acknowledged by a named person")
    func acknowledge() async throws {
        let staff = try await Staff()
        let subject = try await staff.referredPerson()
        staff.house.clock.advance(minutes: 60 * 24 * 9)
        let (now, world) = (staff.house.clock.now, staff.house.world)
        let rule = world.rules.current.policy.rule(for: .system("test"), today: London.day(of: now))
        let (alert, title) = try await world.database.write { connection -> (Acknowledge.Alert, String) in
            let row = rule.given(try SubjectFactsReading.facts(of: subject, on: connection))
            var enrolments = try StandingRows.enrolments(of: subject, rule: row, on: connection)
            try StandingRows.fill(&enrolments, rule: rule, on: connection)
            let missed = try #require(enrolments.flatMap(\.deadlines).first { $0.isOverdue(at: now) })
            let key = EscalationKey(
                openedBy: missed.openedBy, programme: missed.programme, clock: missed.clock, number: missed.number,
                role: "drugs-team-manager")
            _ = try EscalationRows.raise(key, subject: subject, agency: "cjit", at: now, on: connection)
            return (
                Acknowledge.Alert(
                    openedBy: key.openedBy, programme: key.programme, clock: key.clock, number: key.number),
                missed.title
            )
        }
        let form = try await OpenForm(world)("core/acknowledgement", of: subject, by: try staff.viewer("manager"))
        #expect(form.options["about"]?.map(\.title) == [title])
        #expect(form.prefilled["about"]?.answer == .text(title))
        try await staff.visit("manager") { visitor in
            let page = try await visitor.get("/today")
            #expect(page.text.contains("Missed, and waiting for your role"))
            let fields = try alert.fields.map(\.name).map { ($0, try #require(page.hidden($0))) }
            let csrf = try #require(page.hidden("csrf"))
            let done = try await visitor.post("/today/acknowledgements", fields + [("once", "k")], csrf: csrf)
            let after = try await visitor.get(try #require(done.location)).text
            #expect(after.contains("You have it in hand: \(title), for Example, Robin (Rob)."))
            #expect(after.contains("Go to Robin Example"))
            try PageChecks.check(after)
            #expect(!after.contains("Missed, and waiting for your role"))
            let again = try await visitor.post("/today/acknowledgements", fields + [("once", "l")], csrf: csrf)
            #expect(again.status == .notFound)
        }
    }
}
