import Domain
import Foundation
import Testing

@testable import SchemeFiles

struct ReplayGuideTests {
    private let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    @Test("The case that the guide counts by hand comes out of the shipped scheme as it is printed there")
    func byHand() throws {
        let guide = try String(contentsOf: root.appendingPathComponent("docs/replay.md"), encoding: .utf8)
        let shown = guide.components(separatedBy: "```json\n").dropFirst().map { block in
            block.components(separatedBy: "\n```").first ?? ""
        }
        try #require(shown.count == 4)
        let scheme = root.appendingPathComponent("Schemes/nottingham").path
        let loaded = SchemeReading.read(scheme, digest: WrittenScheme.digest)
        try #require(!loaded.diagnostics.hasErrors)
        let asOf = try #require(Instant("2013-05-20T09:00:00Z"))
        func report(_ lines: [String]) -> String {
            let text = lines.joined(separator: "\n")
            let (events, problems) = EventLineReading.read(
                Array(text.utf8), file: "night.jsonl", definitions: loaded.definitions)
            #expect(problems.map(\.description) == [])
            return ReplayReport(events, definitions: loaded.definitions, asOf: asOf).jsonLines
        }
        #expect(report([shown[0]]).contains(shown[1]))
        let disputed = report([shown[0], shown[2]])
        #expect(disputed.contains(shown[3]))
        #expect(disputed.contains(#""clock":"ra-out-of-hours","state":"void""#))
    }

    @Test(
        "The shipped schemes load without errors",
        arguments: ["core", "nottingham", "trafford", "swindon", "bassetlaw"])
    func shipped(_ name: String) {
        let loaded = SchemeReading.read(
            root.appendingPathComponent("Schemes/" + name).path, digest: WrittenScheme.digest)
        #expect(loaded.diagnostics.map(\.description) == [])
        let (scenarios, problems) = ScenarioReading.read(loaded)
        #expect(problems.map(\.description) == [])
        #expect(ScenarioRun(scenarios, definitions: loaded.definitions).failures.map(\.description) == [])
    }
}
