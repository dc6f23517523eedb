import Domain

/// Compares one expectation with what the engine says.
struct ExpectationCheck {
    let scenario: Scenario
    let expectation: Expectation
    let definitions: Definitions
    private(set) var failures: [Diagnostic] = []
    private(set) var standing: Standing
    private(set) var finding: Decision.Finding?
    /// The ids of the stops and warnings that held, where a record's were asked for.
    private(set) var objections: [String] = []
    private let fold: SubjectFold

    init(scenario: Scenario, expectation: Expectation, definitions: Definitions) {
        self.scenario = scenario
        self.expectation = expectation
        self.definitions = definitions
        fold = SubjectFold(
            scenario.events, subject: Scenario.subject, definitions: definitions, asOf: expectation.at,
            knownAt: expectation.isAsKnownThen ? expectation.at : nil)
        standing = fold.standing(asOf: expectation.at, rota: scenario.rota)
    }

    private mutating func expect(_ isSo: Bool, _ place: SourcePlace, _ expected: String, _ found: String) {
        guard !isSo else { return }
        let message = "expected \(expected) at \(London.text(expectation.at)); found \(found)"
        failures.append(Diagnostic(place, .error, message))
    }

    mutating func run() {
        let enrolments = standing.enrolments.filter {
            expectation.programme == nil || $0.programme == expectation.programme
        }
        if let expected = expectation.enrolments {
            let found =
                enrolments.isEmpty
                ? "none" : "\(enrolments.count): \(enrolments.map(Self.words).joined(separator: ", "))"
            expect(enrolments.count == expected.value, expected.place, "enrolments: \(expected.value)", found)
        }
        if expectation.programme != nil { check(enrolments.last { $0.isOpen } ?? enrolments.last) }
        if let id = expectation.decision, let decision = definitions.decision(id) { check(decision) }
        if let viewer = expectation.viewer { check(viewer) }
        if let id = expectation.record, let type = definitions.recordType(id) { check(type) }
    }

    /// What somebody is shown, by the policy that shows pages.
    private mutating func check(_ viewer: Viewer) {
        let facts = AccessFacts(fold, definitions: definitions).subject(standing)
        let rule = AccessPolicy(definitions).rule(for: viewer, today: London.day(of: expectation.at)).given(facts)
        let shown = fold.eventsInForce.flatMap { event, _ in
            let type = definitions.recordType(event.type, version: event.version)
            return event.sections(type).map {
                RowFacts(category: $0, owner: event.agency, type: event.type)
            }.filter(rule.allows)
        }
        let (types, categories) = (Set(shown.map(\.type.text)).sorted(), Set(shown.map(\.category.text)).sorted())
        if let expected = expectation.sees {
            expect(
                Set(expected.value) == Set(types), expected.place, "that they see \(Self.list(expected.value))",
                Self.list(types))
        }
        if let expected = expectation.categories {
            expect(
                Set(expected.value) == Set(categories), expected.place,
                "that they see the categories \(Self.list(expected.value))", Self.list(categories))
        }
    }

    private static func words(_ enrolment: EnrolmentStanding) -> String {
        let name = enrolment.title
        if let ended = enrolment.ended { return "\(name), ended (\(ended.reason))" }
        return enrolment.stage.isEmpty ? name : "\(name), stage `\(enrolment.stage)`"
    }

    /// The open enrolment, or else the last one.
    private mutating func check(_ enrolment: EnrolmentStanding?) {
        let none = "no enrolment"
        if let stage = expectation.stage {
            expect(
                enrolment?.stage == stage.value, stage.place, "stage `\(stage.value)`",
                enrolment.map { "stage `\($0.stage)`" } ?? none)
        }
        if let ended = expectation.ended {
            let found = enrolment.map { $0.ended.map { "ended `\($0.reason)`" } ?? "not ended" } ?? none
            let expected = ended.value.map { "ended `\($0)`" } ?? "not ended"
            expect(enrolment != nil && enrolment?.ended?.reason == ended.value, ended.place, expected, found)
        }
        if let suspended = expectation.isSuspended {
            let found = enrolment.map { "suspended: \($0.isSuspended)" } ?? none
            expect(enrolment?.isSuspended == suspended.value, suspended.place, "suspended: \(suspended.value)", found)
        }
        if let lead = expectation.lead {
            let found = enrolment.map { Self.words($0.lead) } ?? none
            expect(found == lead.value, lead.place, "lead `\(lead.value)`", "`\(found)`")
        }
        if let flags = expectation.flags {
            let found = enrolment?.flags.map(\.id) ?? []
            expect(
                found.sorted() == flags.value.sorted(), flags.place, "flags \(Self.list(flags.value))", Self.list(found)
            )
        }
        for (clock, expected) in expectation.clocks { check(clock, expected, enrolment) }
        for (value, expected) in expectation.values {
            let answer = enrolment?.values.first { $0.id == value }?.answer
            let found = answer?.codes ?? []
            expect(
                found == expected.value, expected.place, "value `\(value)` \(Self.list(expected.value))",
                answer == nil ? "no value" : Self.list(found))
        }
    }

    private static func list(_ names: [String]) -> String {
        names.isEmpty ? "none" : names.map { "`\($0)`" }.joined(separator: ", ")
    }

    private static func words(_ lead: Lead) -> String {
        switch lead {
        case .none: "none"
        case .notNeeded: "not-needed"
        case .onDuty(let worker, _): "on-duty " + worker
        case .accepted(let worker, _, _): "accepted " + worker
        }
    }

    private mutating func check(
        _ clock: String, _ expected: Expectation.Expected<[ExpectedDeadline]>, _ enrolment: EnrolmentStanding?
    ) {
        let found = enrolment?.deadlines.filter { $0.clock == clock } ?? []
        let words = found.isEmpty ? "no deadline" : found.map(Self.words).joined(separator: "; ")
        if expected.value.isEmpty {
            expect(found.isEmpty, expected.place, "clock `\(clock)` absent", words)
        }
        for deadline in expected.value {
            let isThere = found.contains { deadline.isMet(by: $0) }
            expect(isThere, expected.place, "clock `\(clock)` \(deadline.words)", words)
        }
    }

    private static func words(_ deadline: Deadline) -> String {
        let from = deadline.from.map { "from \($0.iso), " } ?? ""
        let row = deadline.inARow.map { ", in a row \($0)" } ?? ""
        return "\(deadline.state.rawValue), \(from)due \(deadline.due.iso)\(row)"
    }

    private mutating func check(_ type: RecordType) {
        let occurred = expectation.occurred ?? expectation.at
        let check = RecordCheck(type: type, fold: fold, at: occurred)
        let answers = check.decided(check.asked(expectation.answers), definitions: definitions).answers
        let held = check.objections(answers, occurred: .instant(occurred))
        let (stops, warnings) = (held.stops.map(\.id), held.warnings.map(\.id))
        objections = stops + warnings
        if let expected = expectation.stops {
            let words = "stops \(Self.list(expected.value))"
            expect(Set(stops) == Set(expected.value), expected.place, words, Self.list(stops))
        }
        if let expected = expectation.warnings {
            let words = "warnings \(Self.list(expected.value))"
            expect(Set(warnings) == Set(expected.value), expected.place, words, Self.list(warnings))
        }
    }

    private mutating func check(_ decision: Decision) {
        finding = fold.decide(decision, answers: expectation.answers, at: expectation.at)
        let found = finding.map { "outcome `\($0.outcome)` by rule `\($0.rule)`" } ?? "no outcome"
        if let outcome = expectation.outcome {
            expect(finding?.outcome == outcome.value, outcome.place, "outcome `\(outcome.value)`", found)
        }
        if let rule = expectation.rule {
            expect(finding?.rule == rule.value, rule.place, "rule `\(rule.value)`", found)
        }
    }
}

extension ExpectedDeadline {
    func isMet(by deadline: Deadline) -> Bool {
        if let state, state != deadline.state { return false }
        if let from, from != deadline.from?.iso ?? "none" { return false }
        if let due, due != deadline.due.iso { return false }
        if let inARow, inARow != deadline.inARow { return false }
        return true
    }

    var words: String {
        let parts = [
            state?.rawValue, from.map { "from \($0)" }, due.map { "due \($0)" }, inARow.map { "in a row \($0)" },
        ].compactMap { $0 }
        return parts.isEmpty ? "present" : parts.joined(separator: ", ")
    }
}
