@testable import Casework
import Domain
import Store
import Testing

@Suite("Adding a person")
struct AddPersonTests {
    private let answers: [String: Answer] = [
        "family-name": .text("Example"), "given-name": .text("Robin"), "birth-date": .day(Day(number: 5_600)),
    ]

    @Test("shows who may be the same person before it makes a second record")
    func mayBe() async throws {
        let trent = try await Trent()
        let add = AddPerson(trent.world)
        let viewer = TrentWorker.drugs.viewer
        guard case .made(let first) = try await add(answers, by: viewer) else {
            Issue.record("nobody was alike")
            return
        }
        guard case .mayBe(let shown, let seen) = try await add(answers, by: viewer) else {
            Issue.record("a second record was made unasked")
            return
        }
        #expect(shown.map(\.person.subject) == [first])
        guard case .made(let second) = try await add(answers, seen: seen, by: viewer) else {
            Issue.record("the worker had said that it is somebody else")
            return
        }
        #expect(second != first)
        guard case .mayBe(let both, _) = try await add(answers, seen: seen, by: viewer) else {
            Issue.record("somebody had come since, who was not shown")
            return
        }
        #expect(Set(both.map(\.person.subject)) == [first, second])
    }

    @Test("makes one person of two presses")
    func twice() async throws {
        let trent = try await Trent()
        let add = AddPerson(trent.world)
        var made: [String] = []
        for _ in 0..<2 {
            guard
                case .made(let subject) = try await add(
                    answers, key: (name: "once", bodyDigest: "d"), by: TrentWorker.drugs.viewer)
            else {
                Issue.record("the second press must lead to the first's person")
                return
            }
            made.append(subject)
        }
        #expect(Set(made).count == 1)
    }

    @Test("shows the others to whoever adds the same person at the same moment")
    func atTheSameMoment() async throws {
        let trent = try await Trent()
        let answers = answers
        let outcomes = await atOnce(5) { number in
            try await AddPerson(trent.world)(
                answers, key: (name: "form \(number)", bodyDigest: "d"), by: TrentWorker.drugs.viewer)
        }
        let made = outcomes.successes().compactMap { if case .made(let person) = $0 { person } else { nil } }
        let shown = outcomes.successes().compactMap { outcome in
            if case .mayBe(let matches, _) = outcome { matches.map(\.person.subject) } else { nil }
        }
        #expect(made.count == 1)
        #expect(shown == Array(repeating: made, count: 4))
    }

    @Test("does not hint at somebody out of view")
    func unseen() async throws {
        let trent = try await Trent()
        _ = try await trent.person("Example", "Robin", born: Day(number: 5_600).iso)
        guard case .made = try await AddPerson(trent.world)(answers, by: TrentWorker.officer.viewer) else {
            Issue.record("the officer may see nothing of the drugs team's record")
            return
        }
    }

    @Test("is not for a role that does not record who people are")
    func rights() async throws {
        let trent = try await Trent()
        #expect(throws: RecordRefusal.self) { try AddPerson(trent.world).form(for: TrentWorker.administrator.viewer) }
        let asked = try AddPerson(trent.world).form(for: TrentWorker.officer.viewer).type.categories
        #expect(asked.first == "identity")
        #expect(!asked.contains("health"))
    }
}
