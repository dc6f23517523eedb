/// Checks the answers of one record against its type, for one subject at one instant.
///
/// A missing answer never throws a form away: what blocks is only what the type requires; the rest is saved with the gap
/// marked.
package struct RecordCheck: Sendable {
    package let type: RecordType
    package let fold: SubjectFold
    package let at: Instant

    package init(type: RecordType, fold: SubjectFold, at: Instant) {
        self.type = type
        self.fold = fold
        self.at = at
    }

    /// Whether a field is asked, given the answers so far.
    package func isShown(_ field: Field, answers: [String: Answer]) -> Bool {
        field.showWhen.map { fold.holds($0, answers: answers, at: at) } ?? true
    }

    package func isRequired(_ field: Field, answers: [String: Answer]) -> Bool {
        field.required || (field.requiredWhen.map { fold.holds($0, answers: answers, at: at) } ?? false)
    }

    /// The answers of the fields that are asked; an answer to a question that is not asked is dropped.
    package func asked(_ answers: [String: Answer]) -> [String: Answer] {
        var kept = answers.filter { type.field($0.key) != nil }
        // A field may depend on one that itself is hidden: drop until nothing more goes.
        for _ in 0...type.fields.count {
            let hidden = type.fields.filter { kept[$0.id] != nil && !isShown($0, answers: kept) }
            if hidden.isEmpty { break }
            for field in hidden { kept[field.id] = nil }
        }
        return kept
    }

    /// Makes the type's decision, where it has one.
    ///
    /// - Parameter answers: of the fields that are asked.
    /// - Returns: the answers with what the decision works out, `outcome` and `rule`, where a rule holds; and its finding.
    package func decided(
        _ answers: [String: Answer], definitions: Definitions
    ) -> (answers: [String: Answer], finding: Decision.Finding?) {
        guard let decision = type.decision.flatMap(definitions.decision),
            let finding = fold.decide(decision, answers: answers, at: at)
        else { return (answers, nil) }
        let worked: [String: Answer] = ["outcome": .choice(finding.outcome), "rule": .text(finding.rule)]
        return (answers.merging(worked) { _, worked in worked }, finding)
    }

    /// Every required answer that is not there.
    package func gaps(_ answers: [String: Answer]) -> [FieldProblem] {
        type.fields.compactMap { field in
            guard answers[field.id] == nil, isShown(field, answers: answers), isRequired(field, answers: answers) else {
                return nil
            }
            return FieldProblem(field: field.id, code: .missing, message: field.gapMessage)
        }
    }

    /// Every answer that its field cannot hold.
    ///
    /// - Parameter options: by field, what may be chosen on the judged day.
    package func misfits(_ answers: [String: Answer], options: [String: [Option]]) -> [FieldProblem] {
        type.fields.compactMap { field in
            answers[field.id].flatMap { field.misfit($0, options: options[field.id] ?? []) }
        }
    }

    /// The stops and warnings that hold, each list in the scheme's order.
    ///
    /// - Parameters:
    ///   - answers: with the outcome of the decision, where one was made.
    ///   - occurred: when it occurred, as it was said.
    package func objections(
        _ answers: [String: Answer], occurred: Moment
    ) -> (stops: [Objection], warnings: [Objection]) {
        guard !(type.stops.isEmpty && type.warnings.isEmpty) else { return ([], []) }
        var period = at...at
        if case .day(let day) = occurred { period = min(London.startOfDay(day), at)...at }
        let holds = { (objection: Objection) in
            fold.holds(objection.when, answers: answers, at: at, occurred: period)
        }
        return (type.stops.filter(holds), type.warnings.filter(holds))
    }

    /// Scores and their bands, where every field they add was answered.
    package func scores(_ answers: [String: Answer], definitions: Definitions) -> [ScoreFinding] {
        type.scores.compactMap { score in
            var total = 0
            for id in score.sum {
                guard let field = type.field(id), let answer = answers[id],
                    let points = points(answer, field, definitions)
                else { return nil }
                total += points
            }
            let band = score.bands.last { $0.from <= total }
            return ScoreFinding(id: score.id, title: score.title, total: total, band: band?.title ?? "")
        }
    }

    private func points(_ answer: Answer, _ field: Field, _ definitions: Definitions) -> Int? {
        switch field.kind {
        case .choice(let options), .choices(let options):
            let all = definitions.options(options, on: London.day(of: at))
            let points = answer.codes.map { code in all.first { $0.code == code }?.points }
            return points.contains { $0 == nil } || points.isEmpty ? nil : points.compactMap { $0 }.reduce(0, +)
        default:
            return answer.amount.map { Int($0.thousandths / 1_000) }
        }
    }
}

package struct ScoreFinding: Hashable, Sendable {
    package var id: String
    package var title: String
    package var total: Int
    package var band: String
}

extension Field {
    /// What to say when it was left out.
    fileprivate var gapMessage: String {
        switch kind {
        case .choice, .yesNo, .scale: "Choose an answer."
        case .choices: "Choose at least one."
        case .day: "Enter the date."
        case .instant: "Enter the date and the time."
        case .person, .worker, .agency, .venue: "Choose who or where."
        case .text, .number, .weeks, .money: "Enter an answer."
        }
    }
}
