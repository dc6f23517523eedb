@testable import Casework
import Domain
import SQLAccess
import SQLiteAccess
import Store
import Testing

struct PublishSchemesTests {
    private static let viewer = Viewer.system("command")

    private static func scheme(_ version: String, _ content: String = "a: b") -> PublishedScheme {
        let id = String(version.prefix { $0 != "@" })
        return PublishedScheme(
            version: version, scheme: id, title: id, from: nil, files: [(path: "scheme.yaml", content: content)])
    }

    @Test("A scheme's first version holds always, and a later one from today unless a day is named")
    func days() async throws {
        let partnership = try await SmallPartnership()
        let publish = PublishSchemes(partnership.world)
        let today = London.day(of: partnership.clock.now)
        let first = try await publish(
            [Self.scheme("core@1"), Self.scheme("partnership@1")], from: nil, by: Self.viewer)
        #expect(first.map(\.isNew) == [true, true])
        #expect(first.map(\.from) == [nil, nil])
        let second = try await publish(
            [Self.scheme("core@1"), Self.scheme("partnership@2")], from: nil, by: Self.viewer)
        #expect(second.map(\.isNew) == [false, true])
        #expect(second.map(\.from) == [nil, today])
        let third = try await publish([Self.scheme("partnership@3")], from: today.adding(days: 7), by: Self.viewer)
        #expect(third.map(\.from) == [today.adding(days: 7)])
        let stored = try await partnership.base.read { try SchemeRows.all(on: $0) }
        #expect(stored.map(\.version) == ["core@1", "partnership@1", "partnership@2", "partnership@3"])
        #expect(stored.last?.from == today.adding(days: 7))
    }

    @Test("A day that has passed is refused for a later version, and nothing at all is published")
    func passedDay() async throws {
        let partnership = try await SmallPartnership()
        let publish = PublishSchemes(partnership.world)
        let yesterday = London.day(of: partnership.clock.now).adding(days: -1)
        let first = try await publish([Self.scheme("partnership@1")], from: yesterday, by: Self.viewer)
        #expect(first.map(\.from) == [yesterday])
        await #expect(throws: PublishRefusal.dayHasPassed(yesterday)) {
            try await publish([Self.scheme("core@1"), Self.scheme("partnership@2")], from: yesterday, by: Self.viewer)
        }
        #expect(try await partnership.base.read { try SchemeRows.all(on: $0) }.map(\.version) == ["partnership@1"])
    }

    @Test("A version whose place was taken does not come back by itself")
    func superseded() async throws {
        let partnership = try await SmallPartnership()
        let publish = PublishSchemes(partnership.world)
        _ = try await publish([Self.scheme("partnership@1")], from: nil, by: Self.viewer)
        _ = try await publish([Self.scheme("partnership@2")], from: nil, by: Self.viewer)
        await #expect(throws: PublishRefusal.superseded("partnership@1")) {
            try await publish([Self.scheme("partnership@1")], from: nil, by: Self.viewer)
        }
    }

    @Test("A running server takes up what was published, and everybody is worked out again")
    func followed() async throws {
        let partnership = try await SmallPartnership()
        let subject = try await partnership.positiveAtNight()
        let runner = Runner(partnership.world)
        try await runner.prepare()
        try await partnership.run(runner)
        let before = partnership.world.rules.current
        let load = LoadRules(database: partnership.world.database) { published in
            before.definitions.schemes.map { Definitions.Published(scheme: $0) }
                + published.map { Definitions.Published(scheme: Scheme(id: $0.scheme, title: $0.title)) }
        }
        let follow = FollowRules(
            partnership.world, load: load, edition: try await partnership.base.read { try RulesEdition(on: $0) })
        #expect(try await !follow())
        _ = try await PublishSchemes(partnership.world)([Self.scheme("other@1")], from: nil, by: Self.viewer)
        #expect(try await follow())
        #expect(try await !follow())
        #expect(partnership.world.definitions.schemes.map(\.id).contains("other"))
        let (_, overtaken) = try await partnership.base.read { try AgedStandings.times(of: subject, on: $0) }
        #expect(overtaken == partnership.clock.now)
        partnership.clock.advance(minutes: 1)
        try await partnership.run(runner)
        let (derivedAt, _) = try await partnership.base.read { try AgedStandings.times(of: subject, on: $0) }
        #expect(derivedAt == partnership.clock.now)
        let entry = try await partnership.entries().first { $0.outcome == "published" }
        #expect(entry?.content?["versions"] == .array([.string("other@1")]))
    }
}
