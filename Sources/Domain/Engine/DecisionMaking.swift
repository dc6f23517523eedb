extension SubjectFold {
    /// Makes a decision for this subject: the first rule of the edition in force whose condition holds.
    ///
    /// - Parameters:
    ///   - answers: what was answered in the form at hand.
    ///   - instant: when the thing being judged occurred; its London day picks the edition, the lists and the age.
    /// - Returns: `nil` when the decision was not made on that day, or no rule holds.
    package func decide(_ decision: Decision, answers: [String: Answer], at instant: Instant) -> Decision.Finding? {
        guard let edition = decision.edition(on: London.day(of: instant)) else { return nil }
        let judgement = Judgement(
            fold: self, index: lastIndex(at: instant), answers: answers, instant: instant)
        guard let rule = edition.rules.first(where: { judgement.holds($0.when) }) else { return nil }
        return Decision.Finding(
            edition: edition.title, rule: rule.id, outcome: rule.outcome, title: rule.title, because: rule.because,
            source: rule.source.isEmpty ? decision.source : rule.source, warns: rule.warns)
    }

    /// Whether a condition of a form holds, given the answers so far.
    ///
    /// - Parameter occurred: when the record is said to have occurred; at the instant when not said.
    package func holds(
        _ condition: Condition, answers: [String: Answer], at instant: Instant, occurred: ClosedRange<Instant>? = nil
    ) -> Bool {
        Judgement(
            fold: self, index: lastIndex(at: instant), answers: answers, instant: instant, occurred: occurred
        ).holds(condition)
    }

    /// Whether a condition over a standing holds: who is on a board, which act a row offers.
    package func holds(_ condition: Condition, of enrolment: EnrolmentStanding, at instant: Instant) -> Bool {
        let run = runs.first { history[$0.openedIndex].id == enrolment.openedBy }
        return Judgement(
            fold: self, index: lastIndex(at: instant), run: run, instant: instant, standing: enrolment
        ).holds(condition)
    }

    /// What the record already answers, with the sentence that says where from.
    ///
    /// - Parameter venue: the place where the worker works, if it is one that the field offers.
    package func prefill(
        _ field: Field, at instant: Instant, worker: String, agency: String, venue: String? = nil
    ) -> (Answer, String)? {
        for offer in field.prefill {
            let judgement = Judgement(fold: self, index: lastIndex(at: instant), instant: instant)
            guard judgement.holds(offer.when),
                let answer = answer(offer.value, field, judgement, worker, agency, venue)
            else { continue }
            return (answer.value, offer.because + (answer.on.map { " on \($0.text)" } ?? ""))
        }
        return nil
    }

    private func answer(
        _ value: Prefill.Value, _ field: Field, _ judgement: Judgement, _ worker: String, _ agency: String,
        _ venue: String?
    ) -> (value: Answer, on: Day?)? {
        switch value {
        case .fixed(let code): return field.kind.answer(code: code).map { ($0, nil) }
        case .now: return (field.kind == .day ? .day(judgement.day) : .instant(judgement.instant), nil)
        case .me: return (.reference(worker), nil)
        case .myAgency: return (.reference(agency), nil)
        case .myVenue: return venue.map { (.reference($0), nil) }
        case .latest(let pattern, let source):
            let found = pattern.types.flatMap { indices[$0] ?? [] }.sorted().last { position in
                position <= judgement.index && judgement.matches(pattern, at: position)
                    && history[position].answers[source] != nil
            }
            guard let found, let answer = history[found].answers[source] else { return nil }
            return (answer, London.day(of: instants[found]))
        }
    }

    /// The last event that had occurred by an instant; −1 when none had.
    private func lastIndex(at instant: Instant) -> Int {
        instants.lastIndex { $0 <= instant } ?? -1
    }
}

extension Field.Kind {
    /// The answer that a fixed code stands for in this kind of field; `nil` where a code makes no sense.
    package func answer(code: String) -> Answer? {
        switch self {
        case .choice: .choice(code)
        case .choices: .choices([code])
        case .yesNo: code == "yes" ? .yesNo(true) : code == "no" ? .yesNo(false) : nil
        case .text: .text(code)
        case .number, .scale: Quantity(code).map(Answer.number)
        case .day: Day(code).map(Answer.day)
        case .instant: Instant(code).map(Answer.instant)
        case .person, .worker, .agency, .venue: .reference(code)
        case .money: Quantity(code).map { .money(pence: $0.thousandths / 10) }
        case .weeks: nil
        }
    }
}
