import Casework
import Domain
import HTTPTypes
import Testing

@testable import Web

@Suite("The nine questions")
struct DecisionPageTests {
    private static let address = "record/nottingham/test-decision"

    @Test("the answer shows as they are answered, and without scripts after one press")
    func live() async throws {
        let night = try await NightShift()
        let robin = try await night.detain()
        try await night.visit("officer") { officer in
            let address = "/people/\(robin)/\(Self.address)"
            let page = try await officer.get(address)
            try KeptPage("form-test-decision").check(page.text)
            #expect(page.text.contains("data-live=\"\(address)/answer\""))
            #expect(page.text.contains("Answer questions 1 and 2"))
            let csrf = try #require(page.hidden("csrf"))
            let answers = [
                ("a-prison-production", "no"), ("a-drr", "no"), ("a-admits-use", "yes"), ("a-offence-code", "TH68010"),
            ]
            let fragment = try await officer.post(address + "/answer", answers, csrf: csrf)
            #expect(fragment.text.hasPrefix("<div id=\"live-answer\""))
            #expect(
                fragment.text.contains(
                    "data-announce=\"Test. They said in custody that they use heroin, cocaine or crack.\""))
            let shown = try await officer.post(address, answers + [("do", "show")], csrf: csrf)
            #expect(shown.status == .ok)
            #expect(shown.text.contains("<p class=\"govuk-heading-m\">Test</p>"))
            #expect(
                shown.text.contains("id=\"a-admits-use\" name=\"a-admits-use\" type=\"radio\" value=\"yes\" checked"))
        }
        #expect(try await night.events(of: robin, "nottingham/test-decision").isEmpty)
    }

    @Test("from the board to the recorded decision takes at most twelve inputs")
    func counted() async throws {
        let night = try await NightShift()
        let robin = try await night.detain()
        try await night.visit("officer") { officer in
            let board = try await officer.get("/boards/nottingham/cells")
            let form = try #require(board.links("Decide").first)
            let page = try await officer.get(form)
            // What stands filled in is sent as it stands.
            let filled = page.text.matches(of: /<input[^>]* name="(a-[^"]*)" type="radio" value="([^"]*)" checked/).map
            {
                (String($0.1), String($0.2))
            }
            let questions = [
                "prison-production", "drr", "drug-offence", "positive-before", "admits-use", "pnc-marker", "withdrawal",
                "first-trigger-arrest", "worker-asks",
            ].map { "a-" + $0 }
            let open = questions.filter { question in !filled.contains { $0.0 == question } }
            let inputs = 1 + open.count + 1
            #expect(inputs <= 12)
            let sent = try await officer.post(
                String(form.prefix { $0 != "?" }),
                try page.form(holding: "a-drr") + filled
                    + open.map { ($0, $0 == "a-first-trigger-arrest" ? "yes" : "no") }
                    + [("a-offence-code", "TH68010"), ("do", "record")])
            let back = try #require(sent.location)
            #expect(back.hasPrefix("/boards/nottingham/cells?done="))
            let after = try await officer.get(back)
            #expect(after.text.contains("Decision to test recorded for Example, Robin"))
            #expect(after.text.contains("In custody: now “To be tested”."))
        }
        let event = try #require(try await night.events(of: robin, "nottingham/test-decision").first)
        #expect(event.answers["outcome"] == .choice("test"))
        #expect(event.answers["rule"] == .text("c8-first-trigger-arrest"))
    }

    @Test("what was decided is read as a question, its outcome and the sentence of its rule, without a code")
    func inWords() async throws {
        let night = try await NightShift()
        let robin = try await night.detain()
        let decided = try await night.record(
            "nottingham/test-decision",
            [
                "prison-production": .yesNo(false), "drr": .yesNo(false), "admits-use": .yesNo(true),
                "offence-code": .text("TH68010"),
            ], of: robin)
        let tested = try await night.record(
            "core/drug-test",
            [
                "route": .choice("arrest"), "offence-code": .text("TH68010"), "warned": .yesNo(true),
                "status": .choice("completed"), "found": .choices(["opiates"]),
            ], of: robin)
        try await night.visit("officer") { officer in
            let timeline = try await officer.get("/people/\(robin)").text
            for (event, words) in [
                (
                    decided,
                    [
                        "Should this person be tested?", "<strong>Test</strong>",
                        "They said in custody that they use heroin, cocaine or crack.",
                        "5. Said in custody that they use one of them?",
                    ]
                ),
                (
                    tested,
                    [
                        "May a sample be taken?", "<strong>A sample may be taken</strong>",
                        "The offence was a trigger offence on that day.", "Was a sample taken?",
                    ]
                ),
            ] {
                let page = try await officer.get("/people/\(robin)/events/\(event)").text
                for text in [timeline, page] {
                    for word in words { #expect(text.contains(word), "\(word)") }
                    for code in ["may-test", "trigger-offence", "c5-admits-use", "Which rule decided", ">outcome<"] {
                        #expect(!text.contains(code), "\(code)")
                    }
                }
            }
        }
    }
}
