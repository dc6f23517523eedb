import Domain
import Foundation
import Testing

@testable import SchemeFiles

struct FirstSchemeTests {
    let loaded = WrittenScheme.first.read()

    @Test("The scheme of the guide loads without a word")
    func loads() throws {
        #expect(loaded.diagnostics.map(\.description) == [])
        let scheme = try #require(loaded.schemes.first)
        #expect(
            scheme.recordTypes.map(\.id)
                == ["drug-test", "assessment", "no-further-action"].map { "first-scheme/" + $0 })
        let clock = try #require(scheme.programmes.first?.clock("assessment-booked-by-police"))
        #expect(clock.limit == .window(from: Span(5, .workingDays), to: Span(8, .workingDays)))
        #expect(clock.starts.patterns.first?.hours == .outside("cover"))
        #expect(clock.dutyIsThePersons)
        #expect(clock.metBy == [EventPattern(types: ["first-scheme/assessment"])])
        let test = try #require(scheme.recordTypes.first)
        #expect(test.fields.map(\.category) == ["tests", "tests", "tests"])
        #expect(
            test.field("substances")?.showWhen == .answer(AnswerTest(field: "result", comparison: .isAny(["positive"])))
        )
        #expect(test.field("place")?.kind == .choice(.list("first-scheme/places")))
        #expect(scheme.agreements.first?.permissions.map(\.conditions) == [[.openReferral], [.writtenConsent]])
    }

    @Test("Every file of the scheme stands in the guide, word for word")
    func guide() throws {
        let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let guide = try String(contentsOf: root.appendingPathComponent("docs/schemes.md"), encoding: .utf8)
        for (name, text) in WrittenScheme.first.files {
            #expect(
                guide.contains("`\(name)`:\n\n```yaml\n\(text)```\n"),
                "\(name) is not in the guide as it is in the folder")
        }
        let shown = guide.components(separatedBy: "`:\n\n```yaml\n").count - 1
        #expect(shown == WrittenScheme.first.files.count)
    }

    @Test("The digest changes with any byte and with a file's name")
    func digest() throws {
        let before = try #require(loaded.schemes.first?.digest)
        let edited = try WrittenScheme.first.with("records.yaml", "What was the result?", "What was the  result?")
        #expect(edited.read().schemes.first?.digest != before)
        var renamed = WrittenScheme.first
        renamed.files["tests.yaml"] = renamed.files.removeValue(forKey: "records.yaml")
        #expect(renamed.read().schemes.first?.digest != before)
        #expect(WrittenScheme.first.read().schemes.first?.digest == before)
    }

    @Test("Text is brought into normalization form C")
    func normalization() throws {
        let scheme = try WrittenScheme.first.with("records.yaml", "title: Drug test", "title: Te\u{0301}st")
        let title = scheme.read().schemes.first?.recordTypes.first?.title ?? ""
        #expect(title.utf8.elementsEqual("T\u{00E9}st".utf8))
    }

    @Test("Its scenario passes, and what no scenario reaches is named")
    func scenario() {
        let (scenarios, problems) = ScenarioReading.read(loaded)
        #expect(problems.map(\.description) == [])
        let run = ScenarioRun(scenarios, definitions: loaded.definitions)
        #expect(run.failures.map(\.description) == [])
        #expect((run.count, run.passed) == (1, 1))
        let warnings = run.coverage.warnings(loaded, scheme: "first-scheme").map(\.message)
        #expect(
            warnings == [
                "no scenario reaches the ending `closed` of `first-scheme/test-to-assessment`",
                "no scenario reaches the rule `daily` of `first-scheme/what-next`",
            ])
    }
}
