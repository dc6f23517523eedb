import Casework
import Domain
import Testing

@testable import Web

@Suite("The list of tests for the court")
struct CourtListTests {
    /// The court and the prosecutor are told of the test (H-009). What came of the required assessment is not theirs to
    /// know: neither by the words of its stage nor by who leads.
    @Test("shows the test, and not how the required assessment went", arguments: ["prosecutor", "clerk"])
    func position(reader: String) async throws {
        let night = try await NightShift()
        let robin = try await night.detain()
        try await night.record(
            "core/drug-test",
            [
                "route": .choice("arrest"), "offence-code": .text("TH68010"), "warned": .yesNo(true),
                "status": .choice("completed"), "found": .choices(["cocaine"]),
            ], of: robin)
        let before = try await page(reader, night)
        #expect(before.contains("Example, Robin") && before.contains("Cocaine") && before.contains("Tested positive"))
        let at = night.house.clock.now.adding(hours: 30)
        try await night.record(
            "core/assessment-requirement",
            ["at": .instant(at), "place": .reference("suite"), "told": .yesNo(true), "warned": .yesNo(true)], of: robin)
        night.house.clock.advance(minutes: 31 * 60)
        try await night.record(
            "core/assessment-outcome",
            ["assessment": .choice("initial"), "outcome": .choice("did-not-attend"), "good-cause": .yesNo(false)],
            of: robin, by: "drugs")
        try await night.visit("drugs") { drugs in
            let own = try await drugs.get("/boards/nottingham/assessments").text
            #expect(own.contains("police to be told"))
        }
        let after = try await page(reader, night)
        #expect(after.contains("Example, Robin") && after.contains("Cocaine"))
        for word in ["police to be told", "Assessment failed", "Assessment required", "Tested positive"] {
            #expect(!after.contains(word), "\(reader) reads “\(word)”")
        }
        try await night.visit(reader) { visitor in
            for path in ["/people/\(robin)", "/people/\(robin)/due"] {
                let text = try await visitor.get(path).text
                #expect(text.contains("Example"))
                #expect(
                    !text.contains("police to be told") && !text.contains("Lead worker,")
                        && !text.contains("No lead worker"), "\(reader) reads \(path)")
            }
        }
    }

    private func page(_ reader: String, _ night: NightShift) async throws -> String {
        let pages = SharedList<String>()
        try await night.visit(reader) { visitor in
            pages.add(try await visitor.get("/boards/nottingham/court-tests").text)
        }
        return pages.all.joined()
    }
}
