import Domain
import Testing

@testable import Casework

/// The stories that people of the demonstration live through.
struct DemoStoryTests {
    /// The whole demonstration as it is shipped, on one afternoon.
    private static let whole = DemoStage.history()

    private static let finished: [FinishedSubject] = whole.subjects.map {
        FinishedSubject($0, definitions: DemoStage.shipped.definitions, now: whole.now)
    }

    @Test("Nothing in the whole demonstration would be refused by a form")
    func nothingRefused() {
        let definitions = DemoStage.shipped.definitions
        #expect(Self.finished.count > 3_500)
        for person in Self.finished {
            #expect(person.problems == [], "\(person.subject.stories)")
            for event in person.subject.events {
                guard let type = definitions.recordType(event.type) else {
                    Issue.record("there is no record type \(event.type)")
                    continue
                }
                let check = RecordCheck(
                    type: type, fold: SubjectFold(subject: person.subject.id, definitions: definitions), at: event.known
                )
                let offered = Dictionary(
                    uniqueKeysWithValues: type.fields.map { ($0.id, options($0, on: event.occurred.day, definitions)) })
                let misfits = check.misfits(event.answers, options: offered).filter { !isReference($0.field, type) }
                #expect(misfits.isEmpty, "\(event.type) \(misfits)")
            }
        }
    }

    private func options(_ field: Field, on day: Day, _ definitions: Definitions) -> [Option] {
        switch field.kind {
        case .choice(let options), .choices(let options): definitions.options(options, on: day)
        default: []
        }
    }

    /// Agencies, venues and workers are checked as the plan is read.
    private func isReference(_ field: String, _ type: RecordType) -> Bool {
        switch type.field(field)?.kind {
        case .agency?, .venue?, .worker?, .person?: true
        default: false
        }
    }

    @Test("Every record is made by somebody whose role may make it and is asked its questions")
    func rights() {
        let definitions = DemoStage.shipped.definitions
        let rules = RulesInForce.Snapshot(
            definitions: definitions, policy: AccessPolicy(definitions), directory: Directory())
        let rights = RecordingRights(rules: rules)
        let workers = Dictionary(uniqueKeysWithValues: Self.whole.workers.map { ($0.id, $0.worker) })
        var seen: Set<String> = []
        for event in Self.finished.flatMap(\.subject.events) {
            guard let worker = workers[event.by], let type = definitions.recordType(event.type) else {
                Issue.record("\(event.type) by \(event.by)")
                continue
            }
            #expect(event.agency == worker.agency)
            let key = event.type + worker.signInName + event.answers.keys.sorted().joined(separator: " ")
            guard seen.insert(key).inserted else { continue }
            let may = worker.roles.contains { role in
                let viewer = Viewer(
                    worker: event.by, name: worker.name, agency: worker.agency, role: role, purpose: "", session: "")
                guard rights.mayComplete(type, viewer: viewer) else { return false }
                let asked = rights.asked(type, viewer: viewer)
                return event.answers.keys.allSatisfy { type.workedOut.contains($0) || asked.field($0) != nil }
            }
            #expect(may, "\(worker.signInName) records \(event.type)")
        }
    }

    @Test("Every story is lived by somebody, and as many people as it asks for live it")
    func everyStory() {
        var lived: [String: Int] = [:]
        for story in Self.whole.subjects.flatMap(\.stories) { lived[story, default: 0] += 1 }
        for story in DemoStage.shipped.plan.stories {
            switch story.share {
            case .people(let count): #expect(lived[story.id] == count, "\(story.id)")
            case .weight, .named: #expect((lived[story.id] ?? 0) > 0, "\(story.id)")
            }
        }
        #expect(Self.whole.subjects.filter { $0.countedSet == nil }.count == 2_000)
        #expect(Set(Self.whole.subjects.map(\.id)).count == Self.whole.subjects.count)
    }

    @Test("Nothing is recorded before it is known or after now, and no event has the reference of another")
    func times() {
        var references: Set<String> = []
        for event in Self.whole.subjects.flatMap(\.events) {
            #expect(event.recorded <= Self.whole.now && event.known <= event.recorded)
            #expect(references.insert(event.id).inserted)
            #expect(Reference(event.id) != nil)
        }
        #expect(Self.whole.subjects.allSatisfy { !$0.events.isEmpty })
    }

    @Test("Custody events of the live people reach from two years back to today")
    func twoYears() {
        let days = Self.whole.subjects.filter { $0.countedSet == nil }.flatMap(\.events).map(\.occurred.day)
        let today = London.day(of: Self.whole.now)
        #expect(days.contains(today))
        #expect((days.min() ?? today).days(until: today) > 700)
        // No month is without somebody.
        let months = Set(days.map { "\($0.year)-\($0.month)" })
        #expect(months.count >= 24)
    }

    @Test("Every family name comes from the list of names that nobody has")
    func names() {
        let listed = Set(DemoStage.shipped.plan.names.family)
        var misspelt = 0
        for person in Self.finished {
            for event in person.subject.events {
                guard case .text(let family)? = event.answers["family-name"], !listed.contains(family) else { continue }
                // A look-alike's slip of the pen: one letter too many or too few.
                misspelt += 1
                #expect(listed.contains { abs($0.count - family.count) == 1 && $0.first == family.first }, "\(family)")
            }
        }
        #expect((1...200).contains(misspelt))
    }

    @Test("Names and birthdays look alike often enough that people must be told apart")
    func lookAlikes() {
        var born: [String: Set<String>] = [:]
        for person in Self.finished {
            let answers = person.subject.events.first?.answers ?? [:]
            guard let family = answers["family-name"]?.codes.first, let given = answers["given-name"]?.codes.first
            else {
                continue
            }
            born[given + " " + family, default: []].insert(answers["birth-date"]?.codes.first ?? "")
        }
        #expect(born.values.filter { $0.count > 1 }.count > 100)
    }
}
