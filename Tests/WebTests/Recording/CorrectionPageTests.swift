import Casework
import Domain
import HTTPTypes
import Testing

@testable import Web

@Suite("Pages that put the record right")
struct CorrectionPageTests {
    private let visit = "core/cell-visit"

    private func visited(_ night: NightShift) async throws -> (person: String, event: String) {
        let robin = try await night.detain()
        let event = try await night.record(
            visit, ["outcome": .choice("seen"), "note": .text("Calm.\nAsked for tea.")], of: robin)
        return (robin, event)
    }

    @Test("an event's page shows its answers, who and when, and how it is put right")
    func event() async throws {
        let night = try await NightShift()
        let (robin, event) = try await visited(night)
        try await night.visit("officer") { officer in
            let page = try await officer.get("/people/\(robin)/events/\(event)")
            try KeptPage("event").check(page.text)
            #expect(page.links("Amend") == ["/people/\(robin)/events/\(event)/amend"])
        }
        try await night.visit("drugs") { drugs in
            let page = try await drugs.get("/people/\(robin)/events/\(event)")
            #expect(page.status == .ok)
            #expect(page.links("Amend").isEmpty)
            let refused = try await drugs.get("/people/\(robin)/events/\(event)/withdraw")
            #expect(refused.status == .forbidden)
            #expect(refused.text.contains("This was recorded by another agency"))
            #expect(try await drugs.get("/people/\(robin)/events/\(event)/amend").status == .forbidden)
        }
    }

    @Test("amending needs a reason, starts from what is there, and keeps what was typed")
    func amend() async throws {
        let night = try await NightShift()
        let (robin, event) = try await visited(night)
        try await night.visit("officer") { officer in
            let address = "/people/\(robin)/events/\(event)/amend"
            let page = try await officer.get(address)
            try KeptPage("form-amend").check(page.text)
            #expect(page.text.contains("Calm.\nAsked for tea.</textarea>"))
            let form = try page.form(holding: "a-outcome")
            let answers = [("a-outcome", "refused"), ("a-note", "Calm."), ("do", "record")]
            let without = try await officer.post(address, form + answers)
            #expect(without.status == .unprocessableContent)
            #expect(without.text.contains("Say why it is amended."))
            #expect(without.text.contains("Calm.</textarea>"))
            let sent = try await officer.post(
                address, try without.form(holding: "a-outcome") + answers + [("reason", "Misheard")])
            let receipt = try await officer.get(try #require(sent.location))
            #expect(receipt.text.contains("Visit to the cell amended for Example, Robin"))
            let old = try await officer.get("/people/\(robin)/events/\(event)")
            #expect(old.text.contains("This version was corrected"))
            #expect(old.text.contains("Versions"))
        }
        let visits = try await night.events(of: robin, visit)
        #expect(visits.last?.answers == ["outcome": .choice("refused"), "note": .text("Calm.")])
        #expect(visits.last?.act.reason == "Misheard")
        // It happened when it happened, whenever it is corrected.
        #expect(visits.last?.occurred == visits.first?.occurred)
    }

    @Test("an amendment of what somebody else corrected meanwhile shows both, and can be sent again over theirs")
    func stale() async throws {
        let night = try await NightShift()
        let (robin, event) = try await visited(night)
        try await night.visit("officer") { officer in
            let address = "/people/\(robin)/events/\(event)/amend"
            let form = try await officer.get(address).form(holding: "a-outcome")
            let theirs = try await RecordEvent(night.house.world)(
                RecordRequest(
                    subject: robin, type: visit, answers: ["outcome": .choice("asleep")],
                    act: .amend(event, reason: "Woke later")), by: try night.viewer("sergeant"))
            let mine = [
                ("a-outcome", "refused"), ("a-note", "My own words."), ("reason", "Misheard"), ("do", "record"),
            ]
            let stale = try await officer.post(address, form + mine)
            #expect(stale.status == .conflict)
            try KeptPage("form-amend-stale").check(stale.text)
            #expect(stale.text.contains("My own words.</textarea>"))
            #expect(stale.text.contains("Woke later"))
            let next = "/people/\(robin)/events/\(theirs.event)/amend"
            #expect(stale.text.contains("action=\"\(next)\""))
            let sent = try await officer.post(next, try stale.form(holding: "a-outcome") + mine)
            #expect(sent.status == .seeOther)
        }
        #expect(try await night.events(of: robin, visit).count == 3)
    }

    @Test("an amendment that is sent again is answered as the first time; gone back to and changed, it keeps the words")
    func sentAgain() async throws {
        let night = try await NightShift()
        let (robin, event) = try await visited(night)
        try await night.visit("officer") { officer in
            let address = "/people/\(robin)/events/\(event)/amend"
            let form = try await officer.get(address).form(holding: "a-outcome")
            let answers = [("a-outcome", "refused"), ("reason", "Misheard")]
            let sent = form + answers + [("a-note", "Calm."), ("do", "record")]
            let first = try await officer.post(address, sent)
            let again = try await officer.post(address, sent)
            #expect(first.status == .seeOther && again.status == .seeOther)
            #expect(again.location == first.location)
            for act in ["record", "show"] {
                let changed = try await officer.post(
                    address, form + answers + [("a-note", "Other words."), ("do", act)])
                #expect(changed.status == .conflict, "\(act)")
                #expect(changed.text.contains("Other words.</textarea>"), "\(act)")
            }
        }
        #expect(try await night.events(of: robin, visit).count == 2)
    }

    @Test("withdrawing after a slip of the finger is two presses, and the reason stands there")
    func withdraw() async throws {
        let night = try await NightShift()
        let (robin, event) = try await visited(night)
        try await night.visit("officer") { officer in
            let address = "/people/\(robin)/events/\(event)/withdraw"
            let page = try await officer.get(address + "?why=slip")
            try KeptPage("withdraw").check(page.text)
            #expect(page.text.contains("value=\"Pressed by mistake\""))
            let form = try page.form(holding: "reason")
            let without = try await officer.post(address, form + [("reason", " ")])
            #expect(without.text.contains("Say why."))
            let sent = try await officer.post(address, form + [("reason", "Pressed by mistake")])
            let receipt = try await officer.get(try #require(sent.location))
            #expect(receipt.text.contains("Visit to the cell withdrawn for Example, Robin"))
            try PageChecks.check(receipt.text)
        }
        try await night.visit("drugs") { drugs in
            let page = try await drugs.get("/people/\(robin)/events/\(event)")
            #expect(page.status == .notFound)
        }
    }

    @Test("moving asks for the right person and leads to their record")
    func move() async throws {
        let night = try await NightShift()
        let (robin, event) = try await visited(night)
        let kim = try await night.detain("Kim", "Sample", cell: "M5")
        try await night.visit("officer") { officer in
            let address = "/people/\(robin)/events/\(event)/move"
            let page = try await officer.get(address)
            try KeptPage("move").check(page.text)
            let form = try page.form(holding: "reason")
            for wrong in ["", "nobody", Reference.make(random: 9).text] {
                let answer = try await officer.post(address, form + [("other", wrong), ("reason", "Wrong cell")])
                #expect(answer.status == .unprocessableContent)
            }
            let again = try await officer.post(address, form + [("other", robin), ("reason", "Wrong cell")])
            #expect(again.text.contains("It is on that record already"))
            let typed = try #require(Reference(kim)).text
            let sent = try await officer.post(address, form + [("other", typed), ("reason", "Wrong cell")])
            #expect(sent.location?.hasPrefix("/people/\(kim)/events/") == true)
        }
        #expect(try await night.events(of: kim, visit).count == 1)
    }
}
