import Foundation
import Testing

@testable import SchemeFiles

struct PlantedMistakeTests {
    @Test("Five mistakes in three files give five lines, each at its own place")
    func fiveMistakes() {
        let path = WrittenScheme.fixture("five-mistakes")
        let loaded = SchemeReading.read(path, digest: WrittenScheme.digest)
        let lines = loaded.diagnostics.map { $0.description.replacingOccurrences(of: path + "/", with: "") }
        #expect(
            lines == [
                """
                programme.yaml:27:25: error: expected a length of time such as `5 working days`, `1 month` or `24 hours`; \
                found `a fortnight`
                """,
                """
                programme.yaml:37:23: error: there is no clock `assessment-booked`; expected one of \
                `assessment-booked-by-police` or `follow-up`
                """,
                """
                records.yaml:25:41: error: `postive` is not an option of `result` (did you mean `positive`?); expected one of \
                `positive` or `negative`
                """,
                """
                records.yaml:31:20: error: there is no role `asessor` (did you mean `assessor`?); expected one of `assessor` or \
                `manager`
                """,
                """
                scheme.yaml:7:55: error: unknown key `statutry` in a category (did you mean `statutory`?); expected one of \
                `statutory` or `title`
                """,
            ])
        #expect(loaded.diagnostics.hasErrors)
    }

    @Test("After a mistake of syntax the rest of that file is unread and the other files go on")
    func syntax() throws {
        let scheme = try WrittenScheme.first
            .with("programme.yaml", "    title: From test to assessment", "    title: From test: to assessment")
            .with("sharing.yaml", "    opens-for: [assessor]", "    opens-for: [asessor]")
        let problems = scheme.problems
        #expect(
            problems.first == """
                first-scheme/programme.yaml:3:21: error: a `:` is not allowed here; put text that holds `: ` in quotes; \
                the rest of this file is not read
                """)
        #expect(problems.contains { $0.hasPrefix("first-scheme/sharing.yaml:4:17: error: there is no role `asessor`") })
    }
}
