import Casework
import Domain
import HTTPTypes
import Testing

@testable import Web

@Suite("Boards as pages")
struct BoardPageTests {
    @Test("a role's day opens on its board")
    func first() async throws {
        let night = try await NightShift()
        for path in ["/board", "/boards"] {
            try await night.visit("officer") { officer in
                let answer = try await officer.get(path)
                #expect(answer.location == "/boards/nottingham/cells")
            }
        }
        try await night.visit("desk") { desk in
            let (first, cells) = (try await desk.get("/boards"), try await desk.get("/boards/nottingham/cells"))
            #expect(first.location == "/boards/nottingham/day-list")
            #expect(cells.status == .notFound)
        }
        try await night.visit("commissioner") { commissioner in
            for path in ["/boards", "/board", "/"] {
                let page = try await commissioner.get(path)
                #expect(page.location == "/today", "\(path)")
            }
            let page = try await commissioner.get("/today")
            #expect(page.status == .ok && !page.text.contains("My board"))
            let refused = try await commissioner.get("/boards/nottingham/cells/load")
            #expect(!refused.text.contains("/choose-role"))
        }
    }

    @Test("what is late and what is near stand out in words, signs and order")
    func cells() async throws {
        let night = try await NightShift()
        _ = try await night.detain("Robin", "Example", cell: "M4")
        _ = try await night.detain("Kim", "Sample", cell: "M5", minutesAgo: 7 * 60)
        _ = try await night.detain("Ash", "Instance", cell: "M6", minutesAgo: 5 * 60 + 30)
        try await night.visit("officer") { officer in
            let page = try await officer.get("/boards/nottingham/cells")
            try KeptPage("board-cells").check(page.text)
            let names = page.text.matches(of: /data-label="Name"><a[^>]*>([^<]*)</).map { String($0.1) }
            #expect(names == ["Sample, Kim", "Instance, Ash", "Example, Robin"])
            #expect(page.text.contains("Overdue: Decide whether to test by 01:14"))
            #expect(page.text.contains("Due soon: Decide whether to test by 02:44, in 29 min"))
            #expect(page.text.contains("3 people, as at 02:15."))
        }
    }

    @Test("nobody on a board is said in its own words")
    func empty() async throws {
        let night = try await NightShift()
        try await night.visit("officer") { officer in
            let page = try await officer.get("/boards/nottingham/cells")
            try KeptPage("board-empty").check(page.text)
        }
    }

    @Test("seen is one press: it is recorded, said, and can be undone")
    func onePress() async throws {
        let night = try await NightShift()
        let robin = try await night.detain()
        try await night.visit("officer") { officer in
            let board = try await officer.get("/boards/nottingham/cells")
            let pressed = try await officer.press("seen", rowOf: robin, on: board)
            #expect(pressed.status == .seeOther)
            let twice = try await officer.press("seen", rowOf: robin, on: board)
            #expect(twice.location == pressed.location)
            let after = try await officer.get(try #require(pressed.location))
            try KeptPage("board-done").check(after.text)
            #expect(after.text.contains("Visit to the cell recorded for Example, Robin: Seen"))
            let undo = try #require(after.links("Undo").first)
            let page = try await officer.get(undo)
            let sent = try await officer.post(
                String(undo.prefix { $0 != "?" }), try page.form(holding: "reason") + [("reason", "Pressed by mistake")]
            )
            #expect(sent.status == .seeOther)
        }
        let visits = try await night.events(of: robin, "core/cell-visit")
        #expect(visits.map(\.act.word) == ["record", "withdraw"])
        #expect(visits.first?.answers == ["outcome": .choice("seen")])
    }

    @Test("who leaves the list by a press is said to have left it")
    func left() async throws {
        let night = try await NightShift()
        let robin = try await night.detain()
        let event = try await night.record("core/release", of: robin, by: "sergeant")
        try await night.visit("officer") { officer in
            let page = try await officer.get("/boards/nottingham/cells?done=\(event)")
            #expect(page.text.contains("Robin Example is no longer on this list."))
        }
    }

    @Test("refused, and I take the lead, are one press too")
    func otherPresses() async throws {
        let night = try await NightShift()
        let robin = try await night.detain()
        try await night.visit("officer") { officer in
            let board = try await officer.get("/boards/nottingham/cells")
            let pressed = try await officer.press("refused", rowOf: robin, on: board)
            #expect(pressed.status == .seeOther)
        }
        #expect(try await night.events(of: robin, "core/cell-visit").last?.answers == ["outcome": .choice("refused")])
    }

    @Test("a press in a row that has changed meanwhile writes nothing and says so above the board")
    func changed() async throws {
        let night = try await NightShift()
        let robin = try await night.detain()
        try await night.visit("officer") { officer in
            let board = try await officer.get("/boards/nottingham/cells")
            try await night.record("core/release", of: robin, by: "sergeant")
            let pressed = try await officer.press("seen", rowOf: robin, on: board)
            #expect(pressed.status == .conflict)
            #expect(pressed.text.contains("The list has changed. Nothing was recorded."))
            try PageChecks.check(pressed.text)
        }
        #expect(try await night.events(of: robin, "core/cell-visit").isEmpty)
    }

    @Test("a confirmation that is not the viewer's to see is not shown")
    func notTheirs() async throws {
        let night = try await NightShift()
        let robin = try await night.detain()
        let event = try await night.record("core/cell-visit", ["outcome": .choice("seen")], of: robin)
        try await night.visit("desk") { desk in
            let page = try await desk.get("/boards/nottingham/day-list?done=\(event)")
            #expect(page.status == .ok)
            #expect(!page.text.contains("Example"))
            try KeptPage("board-day-empty").check(page.text)
        }
    }

    @Test("weekly contact from the caseload takes at most four inputs")
    func contact() async throws {
        let night = try await NightShift()
        let robin = try await night.detain()
        let drugs = try night.holder("drugs").id
        try await night.record(
            "core/taken-on", ["worker": .reference(drugs), "came-by": .choice("voluntary-cells")], of: robin,
            by: "drugs")
        try await night.visit("drugs") { drugs in
            let board = try await drugs.get("/boards")
            let page = try await drugs.get(try #require(board.location))
            let form = try #require(page.links("Contact").first)
            let contact = try await drugs.get(form)
            let filled =
                contact.text.matches(of: /<input[^>]* name="(a-[^"]*)" type="radio" value="([^"]*)" checked/).map {
                    (String($0.1), String($0.2))
                }
                + contact.text.matches(
                    of: /<select[^>]* name="(a-[^"]*)".*?<option value="([^"]*)" selected/.dotMatchesNewlines()
                )
                .map { (String($0.1), String($0.2)) }
            #expect(Set(filled.map(\.0)) == ["a-kind", "a-outcome"])
            // The press that opens it, the note, and the press that records it.
            let sent = try await drugs.post(
                String(form.prefix { $0 != "?" }),
                try contact.form(holding: "a-kind") + filled + [("a-note", "Doing well."), ("do", "record")])
            #expect(sent.location?.hasPrefix("/boards/nottingham/my-caseload?done=") == true)
        }
    }
}
