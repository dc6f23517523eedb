import Domain
import Testing

@testable import SchemeFiles

/// What is wrong with the files of a demonstration is said with its place, as for the scheme's own files.
struct DemoMistakeTests {
    private static let scheme = """
        scheme: {id: small, title: A small scheme, builds-on: []}
        categories: {identity: {title: Who}}
        roles: {helper: {title: Helper, categories: [identity]}}
        record-types:
          who:
            title: Who it is
            acts-as: identification
            category: identity
            fields:
              family-name: {question: Family name, kind: text, fact: family-name}
              birth-date: {question: Born, kind: day, fact: birth-date}
          visit:
            title: Visit
            category: identity
            fields:
              came: {question: Came, kind: yes-no, missing: [declined]}
              how: {question: How, kind: {choice: {walked: Walked, rode: Rode}}}
              at: {question: When, kind: instant}
              house: {question: Where, kind: venue}
        """

    private static let plan = """
        demo: {title: Small, people: 6, stories-each: {1: 1}, days-between-stories: 3 to 9, look-alike-percent: 0}
        agencies: {help: {title: Help, kind: help, phone: 0115 496 0000}}
        venues: {house: {agency: help, title: House, address: Example Row}}
        workers: {ann: {name: Ann Example, agency: help, roles: [helper], phone: 0115 496 0001}}
        rotas: {door: {agency: help, workers: [ann], shifts: [20:00 to 08:00], days-back: 30, days-ahead: 2}}
        diary: [{agency: help, venue: house, purpose: talk, days: weekdays, times: ["09:30"], minutes: 30, days-back: 5, days-ahead: 5}]
        cast: {door: {rota: door}, lead: {role: helper}}
        names: {family: [Example], given: {a: [Ada]}}
        profiles: {adult: {facts: {family-name: name, birth-date: {age: 20 to 60}}}}
        stories:
          visits:
            title: Visits
            weight: 1
            profile: adult
            starts: {days-ago: 5 to 25}
            parts:
              - {record: who, by: door, facts: [family-name, birth-date]}
              - {record: visit, by: lead, after: "1 to 3 days, 09:00 to 17:00", answers: {came: {drawn: {yes: 3, missing declined: 1}}, how: walked, house: house}}
        """

    private func read(_ plan: String) -> (plan: DemoPlan, diagnostics: [String]) {
        let loaded = SchemeReading.read(
            SchemeFolder(
                path: "small", files: [SourceFile(path: "small/a.yaml", name: "a.yaml", bytes: Array(Self.scheme.utf8))]
            ),
            digest: { _ in "0" }
        ) { SchemeFolder(path: $0, files: []) }
        let (plan, diagnostics) = DemoReading.read(
            loaded,
            folder: SchemeFolder(
                path: "demo", files: [SourceFile(path: "demo.yaml", name: "demo.yaml", bytes: Array(plan.utf8))]))
        return (plan, diagnostics.map(\.description))
    }

    @Test("A plan without mistakes is read whole")
    func whole() throws {
        let (plan, diagnostics) = read(Self.plan)
        #expect(diagnostics == [])
        let story = try #require(plan.story("visits"))
        #expect(story.share == .weight(1))
        #expect(story.start.when == .daysAgo(5...25))
        guard case .record(let visit)? = story.parts.last, case .after(let delay) = visit.timing else {
            Issue.record("the last part is a record")
            return
        }
        #expect(visit.type == "small/visit" && visit.by == "lead")
        #expect(delay.unit == .days && delay.amount == 1...3)
        #expect(delay.between?.upperBound.text == "17:00")
        #expect(plan.rotas[0].shifts[0].until < plan.rotas[0].shifts[0].from)
    }

    @Test(
        "A mistake is found where it was made",
        arguments: [
            (
                "record: visit, by: lead", "record: vist, by: lead",
                "demo.yaml:18:18: error: there is no record type `vist` (did you mean `visit`?)"
            ),
            ("by: lead", "by: leed", "demo.yaml:18:29: error: there is no such part of the cast: `leed`"),
            ("how: walked", "how: flew", "`flew` is not an option of `how`"),
            ("how: walked", "hwo: walked", "`hwo` is not a field of `small/visit` (did you mean `how`?)"),
            ("house: house}", "house: home}", "there is no such venue: `home`"),
            ("how: walked", "at: {from: arrival.at}", "no record of this story is called `arrival`"),
            ("how: walked", "at: {from: who.att}", "`att` is not a field of `who`"),
            ("missing declined: 1", "missing not-known: 1", "`came` cannot be left as `not-known`"),
            ("1 to 3 days, 09:00", "3 to 1 days, 09:00", "expected a length of time such as"),
            ("days-ago: 5 to 25", "days-ago: 5 to", "expected numbers from 0 to 2000"),
            ("profile: adult", "profile: child", "there is no such profile: `child`"),
            ("weight: 1", "wieght: 1", "unknown key `wieght` in a story (did you mean `weight`?)"),
            (
                "{agency: help, title: House", "{agency: held, title: House",
                "there is no such agency: `held` (did you mean `help`?)"
            ),
            ("shifts: [20:00 to 08:00]", "shifts: [20:00 to 20:00]", "expected a shift such as"),
            ("roles: [helper]", "roles: [helpr]", "there is no such role: `helpr` (did you mean `helper`?)"),
            ("days: weekdays", "days: someday", "expected `weekdays` or a day of the week"),
            ("birth-date: {age: 20 to 60}", "birth-day: {age: 20 to 60}", "no record type states the fact `birth-day`"),
        ])
    func mistakes(right: String, wrong: String, expected: String) {
        let (_, diagnostics) = read(Self.plan.replacing(right, with: wrong))
        #expect(diagnostics.contains { $0.contains(expected) }, "\(diagnostics)")
        #expect(diagnostics.allSatisfy { $0.hasPrefix("demo.yaml:") })
    }
}
