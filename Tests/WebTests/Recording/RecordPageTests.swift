import Casework
import Domain
import HTTPTypes
import Testing

@testable import Web

@Suite("Pages of recording")
struct RecordPageTests {
    private let visit = "core/cell-visit"

    @Test("what may be recorded is what the role may complete, grouped")
    func choosing() async throws {
        let night = try await NightShift()
        let robin = try await night.detain()
        try await night.visit("officer") { officer in
            let page = try await officer.get("/people/\(robin)/record")
            #expect(page.status == .ok)
            #expect(page.links("Record a drug test") == ["/people/\(robin)/record/core/drug-test"])
            #expect(page.links("Write a note").isEmpty)
            try PageChecks.check(page.text)
        }
        try await night.visit("drugs") { drugs in
            let page = try await drugs.get("/people/\(robin)/record")
            #expect(page.links("Record a drug test").isEmpty)
            #expect(!page.links("Write a note").isEmpty)
        }
    }

    @Test("a form is filled in from the record, says where from, and records in one press")
    func filledIn() async throws {
        let night = try await NightShift()
        let robin = try await night.detain()
        try await night.visit("officer") { officer in
            let page = try await officer.get("/people/\(robin)/record/core/drug-test")
            try KeptPage("form-drug-test").check(page.text)
            #expect(page.text.contains("value=\"TH68010\""))
            #expect(page.text.contains("Filled in: From the arrival in custody on 18 March 2024."))
            let sent = try await officer.post(
                "/people/\(robin)/record/core/drug-test",
                try page.form(holding: "a-status") + [
                    ("a-route", "arrest"), ("a-offence-code", "TH68010"), ("a-warned", "yes"),
                    ("a-status", "completed"),
                    ("a-found", "opiates"), ("a-disputed", "no"), ("a-dt1", "yes"), ("do", "record"),
                ])
            #expect(sent.status == .seeOther)
            let receipt = try await officer.get(try #require(sent.location))
            try KeptPage("receipt-positive-test").check(receipt.text)
            #expect(receipt.text.contains("recorded for Example, Robin"))
        }
        #expect(try await night.events(of: robin, "core/drug-test").count == 1)
    }

    @Test("a warning of the scheme stands at the top and at its question, and a second press records all the same")
    func warned() async throws {
        let night = try await NightShift()
        let robin = try await night.detain()
        let address = "/people/\(robin)/record/core/drug-test"
        try await night.visit("officer") { officer in
            let page = try await officer.get(address)
            #expect(page.text.contains("list=\"codes-core-trigger-offences-core-other-offences\""))
            #expect(page.text.contains("<option value=\"TH68010\">TH68010 Theft from a shop</option>"))
            let answers = [
                ("a-route", "arrest"), ("a-offence-code", "th68010"), ("a-warned", "no"), ("a-status", "refused"),
                ("a-refusal-reason", "Said no & meant it"), ("do", "record"),
            ]
            let asked = try await officer.post(address, try page.form(holding: "a-status") + answers)
            #expect(asked.status == .unprocessableContent)
            #expect(asked.text.contains("Read this before it is recorded"))
            #expect(asked.text.matches(of: /A refusal can be prosecuted only if/).count == 2)
            #expect(asked.text.contains("Said no &amp; meant it") && asked.text.contains("Record all the same"))
            let sent = try await officer.post(
                address, try asked.form(holding: "a-status") + answers + [("warning-read", "refused-unwarned")])
            #expect(sent.status == .seeOther)
        }
        let test = try #require(try await night.events(of: robin, "core/drug-test").first)
        #expect(test.answers["offence-code"] == .text("TH68010"))
    }

    @Test("what is wrong is said beside each question and in the summary, and nothing typed is lost")
    func problems() async throws {
        let night = try await NightShift()
        let robin = try await night.detain()
        let typed = "  two words & a <tag>\n\"quoted\" 'so' "
        try await night.visit("officer") { officer in
            let address = "/people/\(robin)/record/\(visit)"
            let page = try await officer.get(address)
            let sent = try await officer.post(
                address,
                try page.form(holding: "a-outcome") + [
                    ("a-note", typed), ("a-withdrawal", "yes"), ("earlier", "yes"), ("earlier-day", "31"),
                    ("earlier-month", "2"), ("earlier-year", "2024"), ("do", "record"),
                ])
            #expect(sent.status == .unprocessableContent)
            try KeptPage("form-visit-problems").check(sent.text)
            #expect(sent.text.contains("<title>Error: "))
            #expect(sent.text.contains("What came of it? Choose an answer."))
            #expect(sent.text.contains("  two words &amp; a &lt;tag&gt;\n&quot;quoted&quot; &#39;so&#39; </textarea>"))
            #expect(sent.text.contains("value=\"31\""))
        }
        #expect(try await night.events(of: robin, visit).isEmpty)
    }

    @Test("a form sent twice writes once, and sent again with other answers it says so")
    func twice() async throws {
        let night = try await NightShift()
        let robin = try await night.detain()
        try await night.visit("officer") { officer in
            let address = "/people/\(robin)/record/\(visit)"
            let form = try await officer.get(address).form(holding: "a-outcome")
            let first = try await officer.post(address, form + [("a-outcome", "seen"), ("do", "record")])
            let second = try await officer.post(address, form + [("a-outcome", "seen"), ("do", "record")])
            #expect(first.location == second.location)
            let other = try await officer.post(address, form + [("a-outcome", "refused"), ("do", "record")])
            #expect(other.status == .conflict)
            #expect(other.text.contains("This form was sent before with other answers"))
            #expect(other.text.contains("value=\"refused\" checked"))
        }
        #expect(try await night.events(of: robin, visit).count == 1)
    }

    @Test("it may have happened earlier: on a day, at a time, or at a time today")
    func earlier() async throws {
        let night = try await NightShift()
        let robin = try await night.detain(minutesAgo: 3 * 24 * 60)
        let dates: [[(String, String)]] = [
            [("earlier-day", "17"), ("earlier-month", "3"), ("earlier-year", "2024")],
            [("earlier-day", "17"), ("earlier-month", "3"), ("earlier-year", "2024"), ("earlier-time", "22:30")],
            [("earlier-time", "0105")],
        ]
        try await night.visit("officer") { officer in
            let address = "/people/\(robin)/record/\(visit)"
            for date in dates {
                let form = try await officer.get(address).form(holding: "a-outcome")
                let sent = try await officer.post(
                    address, form + date + [("earlier", "yes"), ("a-outcome", "seen"), ("do", "record")])
                #expect(sent.status == .seeOther)
            }
            let form = try await officer.get(address).form(holding: "a-outcome")
            let unticked = try await officer.post(
                address, form + dates[0] + [("a-outcome", "seen"), ("do", "record")])
            #expect(unticked.text.contains("Tick the box above the date, or empty the date and the time."))
        }
        let visits = try await night.events(of: robin, visit)
        let day = try #require(Day("2024-03-17"))
        let (evening, early) = (try #require(TimeOfDay("22:30")), try #require(TimeOfDay("01:05")))
        #expect(
            Set(visits.map(\.occurred)) == [
                .day(day), .instant(London.instant(day, evening)),
                .instant(London.instant(day.adding(days: 1), early)),
            ])
    }

    @Test("saved for later, it comes back as it was typed, for its worker alone, and goes when thrown away")
    func drafts() async throws {
        let night = try await NightShift()
        let robin = try await night.detain()
        let address = "/people/\(robin)/record/\(visit)"
        try await night.visit("officer") { officer in
            let form = try await officer.get(address).form(holding: "a-outcome")
            let kept = try await officer.post(
                address, form + [("a-note", " half a sen "), ("a-outcome", "asleep"), ("do", "later")])
            #expect(kept.location == "/people/\(robin)/record?saved=yes")
            let choose = try await officer.get("/people/\(robin)/record?saved=yes")
            try PageChecks.check(choose.text)
            #expect(choose.text.contains("Begun and not finished"))
            let again = try await officer.get(address)
            try KeptPage("form-visit-draft").check(again.text)
            #expect(again.text.contains(" half a sen </textarea>"))
            #expect(again.text.contains("value=\"asleep\" checked"))
        }
        try await night.visit("sergeant") { sergeant in
            let page = try await sergeant.get(address)
            #expect(!page.text.contains("half a sen"))
        }
        try await night.visit("officer") { officer in
            let csrf = try await officer.csrf()
            let gone = try await officer.post(address + "/discard", [], csrf: csrf)
            #expect(gone.location == address)
            #expect(try await !officer.get(address).text.contains("half a sen"))
        }
    }

    @Test("a role that does not complete a record is told so, and a person out of sight is not there")
    func refused() async throws {
        let night = try await NightShift()
        let robin = try await night.detain()
        try await night.visit("drugs") { drugs in
            let page = try await drugs.get("/people/\(robin)/record/core/drug-test")
            #expect(page.status == .forbidden)
            try KeptPage("refused-role").check(page.text)
        }
        try await night.visit("desk") { desk in
            let hidden = try await desk.get("/people/\(robin)/record/core/attendance")
            let nobody = try await desk.get(
                "/people/\(Reference.make(random: 5).compact)/record/core/attendance")
            #expect(hidden.status == .notFound && hidden.text == nobody.text)
            #expect(try await desk.get("/people/\(robin)/record").status == .notFound)
            #expect(try await desk.get("/people/\(robin)/record/core/nothing").status == .notFound)
        }
        try await night.visit("admin") { admin in
            let page = try await admin.get("/people/\(robin)/record")
            #expect(page.status == .forbidden)
        }
    }
}
