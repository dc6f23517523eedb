import Domain

/// What a scheme's scenarios touched: the clocks that ran, the rules that fired, the stages and endings reached.
package struct SchemeCoverage: Sendable {
    private var clocks: Set<String> = []
    private var rules: Set<String> = []
    private var stages: Set<String> = []
    private var endings: Set<String> = []
    private var objections: Set<String> = []

    package init() {}

    mutating func note(_ standing: Standing) {
        for enrolment in standing.enrolments {
            stages.insert(enrolment.programme + " " + enrolment.stage)
            if let ended = enrolment.ended { endings.insert(enrolment.programme + " " + ended.reason) }
            for deadline in enrolment.deadlines { clocks.insert(enrolment.programme + " " + deadline.clock) }
        }
    }

    mutating func note(_ finding: Decision.Finding?, of decision: String?) {
        guard let finding, let decision else { return }
        rules.insert(decision + " " + finding.rule)
    }

    mutating func note(_ found: [String], of record: String?) {
        guard let record else { return }
        for id in found { objections.insert(record + " " + id) }
    }

    /// Looks at the standing after each event as well, and makes the decisions that records make.
    mutating func noteEverything(of scenario: Scenario, _ definitions: Definitions) {
        let log = EffectiveLog(scenario.events, subject: Scenario.subject, order: definitions.order)
        var fold = SubjectFold(subject: Scenario.subject, definitions: definitions)
        for event in log.events {
            fold.apply(event)
            let instant = definitions.order.instant(event)
            note(fold.standing(asOf: instant, rota: scenario.rota))
            guard let id = definitions.recordType(event.type)?.decision, let decision = definitions.decision(id) else {
                continue
            }
            note(fold.decide(decision, answers: event.answers, at: instant), of: id)
        }
    }

    /// A warning at the place of everything in the named scheme that no scenario touched.
    package func warnings(_ loaded: LoadedSchemes, scheme id: String) -> [Diagnostic] {
        guard let scheme = loaded.schemes.first(where: { $0.id == id }) else { return [] }
        var found: [Diagnostic] = []
        func look(_ part: SchemeIndex.Part, _ what: String, _ owner: String, _ ids: [String], _ touched: Set<String>) {
            for id in ids where !touched.contains(owner + " " + id) {
                guard let place = loaded.index.place(part, owner, id) else { continue }
                found.append(Diagnostic(place, .warning, "no scenario reaches the \(what) `\(id)` of `\(owner)`"))
            }
        }
        for programme in scheme.programmes {
            look(.clock, "clock", programme.id, programme.clocks.map(\.id), clocks)
            look(.stage, "stage", programme.id, programme.stages.map(\.id), stages)
            look(.ending, "ending", programme.id, programme.endings.map(\.reason), endings)
        }
        for decision in scheme.decisions {
            look(.rule, "rule", decision.id, decision.editions.flatMap { $0.rules.map(\.id) }, rules)
        }
        for type in scheme.recordTypes {
            look(.objection, "stop", type.id, type.stops.map(\.id), objections)
            look(.objection, "warning", type.id, type.warnings.map(\.id), objections)
        }
        return found.inOrder
    }
}
