import Domain
import Ledger
import SchemeFiles
import Testing

@testable import Casework

/// A demonstration can be made again.
struct DemoRepeatTests {
    private func bytes(_ subjects: [DemoSubject]) -> [UInt8] {
        let definitions = DemoStage.shipped.definitions
        return subjects.flatMap { subject in
            FinishedSubject(subject, definitions: definitions, now: DemoStage.wednesday).subject.events.flatMap {
                event in
                Self.line(event)
            }
        }
    }

    /// An event as text, whatever the order in which its answers were made.
    private static func line(_ event: Event) -> [UInt8] {
        let answers = CanonicalJSON.object(CanonicalObject(event.answers.map { ($0.key, $0.value.json) })).text
        return Array(
            "\(event.id) \(event.subject) \(event.type) \(event.act) \(event.occurred.iso) \(event.recorded.iso) \(event.by) \(answers)\n"
                .utf8)
    }

    @Test("The same seed and day give the same events, byte for byte")
    func same() {
        let first = bytes(DemoStage.history(people: 350).subjects)
        #expect(first == bytes(DemoStage.history(people: 350).subjects))
        #expect(first != bytes(DemoStage.history(people: 350, seed: 2).subjects))
    }

    @Test("Later on the same day nobody's past has changed")
    func sameDay() {
        let morning = DemoStage.wednesday.adding(hours: -6)
        let before = DemoStage.history(people: 350, now: morning, sets: false)
        let after = DemoStage.history(people: 350, sets: false)
        #expect(before.shifts.map(\.shift) == after.shifts.map(\.shift))
        #expect(before.slots == after.slots)
        let later = Dictionary(uniqueKeysWithValues: after.subjects.map { ($0.id, $0.events) })
        let isNow = Set(
            DemoStage.shipped.plan.stories.filter {
                if case .minutesAgo = $0.start.when { true } else { false }
            }.map(\.id))
        let past = before.subjects.filter { isNow.isDisjoint(with: $0.stories) }
        #expect(past.count > 200)
        for person in past {
            #expect(person.events == later[person.id]?.filter { $0.recorded <= morning }, "\(person.stories)")
        }
    }

    /// A plan of its own, so that what is pinned below changes with the generator and with nothing else. It also holds
    /// between two runs, in which dictionaries have other orders.
    @Test("A small plan gives the events that it has always given")
    func pinned() throws {
        let digest = { (bytes: [UInt8]) in LedgerHash(hashing: bytes).hex }
        let scheme = SchemeFolder(
            path: "small", files: [SourceFile(path: "small/a.yaml", name: "a.yaml", bytes: Array(Self.scheme.utf8))])
        let loaded = SchemeReading.read(scheme, digest: digest) { SchemeFolder(path: $0, files: []) }
        #expect(loaded.diagnostics.filter { $0.severity == .error }.map(\.description) == [])
        let (plan, problems) = DemoReading.read(
            loaded,
            folder: SchemeFolder(
                path: "small/demo",
                files: [SourceFile(path: "demo.yaml", name: "demo.yaml", bytes: Array(Self.plan.utf8))]))
        #expect(problems.map(\.description) == [])
        let now = London.instant(try #require(Day("2026-11-18")), .midnight).adding(minutes: 840)
        let history = DemoHistory(plan, definitions: loaded.definitions, seed: 7, now: now)
        let lines = history.subjects.flatMap(\.events).map { String(decoding: Self.line($0), as: UTF8.self) }
        #expect(digest(Array(lines.joined().utf8)) == Self.pin, "\(lines.joined())")
    }

    private static let pin = "f5ee1da3ea307f7696a7ba81592845633a7abc6e823a032e01b34ab148dfbaba"

    private static let scheme = """
        scheme: {id: small, title: A small scheme, builds-on: []}
        categories: {identity: {title: Who}, notes: {title: Notes}}
        roles: {helper: {title: Helper, categories: [identity, notes]}}
        record-types:
          who:
            title: Who it is
            acts-as: identification
            category: identity
            fields:
              family-name: {question: Family name, kind: text, fact: family-name}
              given-name: {question: Given name, kind: text, fact: given-name}
              sex: {question: Sex, kind: {choice: {a: A, b: B}}, fact: sex}
              birth-date: {question: Born, kind: day, fact: birth-date}
              pnc: {question: PNC, kind: text, fact: pnc}
          visit:
            title: Visit
            category: notes
            fields:
              came: {question: Came, kind: yes-no}
              score: {question: Score, kind: {number: {unit: points, from: 0, to: 9, whole: true}}}
        """

    private static let plan = """
        demo: {title: Small, people: 6, stories-each: {1: 2, 2: 1}, days-between-stories: 3 to 9, look-alike-percent: 30}
        agencies: {help: {title: Help, kind: help, phone: 0115 496 0000}}
        venues: {house: {agency: help, title: House, address: Example Row}}
        workers:
          ann: {name: Ann Example, agency: help, roles: [helper], phone: 0115 496 0001}
          ben: {name: Ben Sample, agency: help, roles: [helper], phone: 0115 496 0002}
        rotas: {door: {agency: help, workers: [ann, ben], shifts: [08:00 to 20:00, 20:00 to 08:00], days-back: 30, days-ahead: 2}}
        cast: {door: {rota: door}, lead: {role: helper}}
        names: {family: [Example, Sample, Specimen], given: {a: [Ada, Amy], b: [Bob, Bill]}}
        profiles: {adult: {facts: {sex: {drawn: {a: 1, b: 1}}, family-name: name, given-name: name, birth-date: {age: 20 to 60}, pnc: identifier}}}
        stories:
          visits:
            title: Visits
            weight: 1
            profile: adult
            starts: {days-ago: 5 to 25}
            parts:
              - {record: who, by: door, facts: [family-name, given-name, sex, birth-date, pnc], only-once: true}
              - again: 1 to 3
                parts:
                  - {record: visit, by: lead, after: "1 to 3 days, 09:00 to 17:00", answers: {came: {drawn: {yes: 3, no: 1}}, score: {number: 0 to 9}}}
        """
}
