import Domain

/// Conditions and patterns in plain English.
struct ConditionWords {
    let definitions: Definitions
    /// Whose stages, clocks and values are meant.
    var programme: Programme?

    /// "a Drug test was recorded in the last 12 months".
    func words(_ condition: Condition) -> String {
        switch condition {
        case .always: "always"
        case .all(let parts): parts.map(nested).joined(separator: " and ")
        case .any(let parts): parts.map(nested).joined(separator: " or ")
        case .none(let parts): "it is not so that " + parts.map(nested).joined(separator: " or that ")
        case .events(let test): words(test)
        case .answer(let test): "the answer to \(quoted(test.field)) " + words(test.comparison, field: nil)
        case .age(.atLeast(let years)): "the person is \(years) or older"
        case .age(.under(let years)): "the person is under \(years)"
        case .age(.unknown): "the person’s age is not known"
        case .enrolled(let test): words(test)
        case .hours(.during(let id)): "it is within \(hoursTitle(id))"
        case .hours(.outside(let id)): "it is outside \(hoursTitle(id))"
        case .clock(let test): words(test)
        case .stage(let stages): "the stage is " + Self.list(stages.map(stageTitle), "or")
        case .value(let test): "\(valueTitle(test.field)) " + words(test.comparison, field: nil)
        case .lead(.none): "nobody leads"
        case .lead(.onDuty): "the worker on duty leads"
        case .lead(.accepted): "a named worker has accepted"
        case .record(let test): "it is recorded as " + words(test)
        }
    }

    private func nested(_ condition: Condition) -> String {
        switch condition {
        case .all(let parts) where parts.count > 1, .any(let parts) where parts.count > 1: "(\(words(condition)))"
        default: words(condition)
        }
    }

    /// "a Drug test with “Result” Positive".
    func words(_ pattern: EventPattern) -> String {
        let types = pattern.types.compactMap { definitions.recordType($0) }
        var text = Self.list(pattern.types.map { definitions.recordType($0)?.title ?? $0 }, "or")
        let tests = pattern.answers.map { test in
            let field = types.lazy.compactMap { $0.field(test.field) }.first
            return "“\(field?.question ?? test.field)” " + words(test.comparison, field: field)
        }
        if !tests.isEmpty { text += " where " + tests.joined(separator: " and ") }
        switch pattern.hours {
        case .during(let id)?: text += ", within \(hoursTitle(id))"
        case .outside(let id)?: text += ", outside \(hoursTitle(id))"
        case nil: break
        }
        if let also = pattern.also { text += ", if " + words(also) }
        return text
    }

    func words(_ patterns: [EventPattern]) -> String {
        patterns.map { words($0) }.joined(separator: "; or ")
    }

    private func words(_ test: EventTest) -> String {
        var text = words(test.pattern)
        if test.latestOnly { return "the latest is " + text }
        if let within = test.within { text += " in the last \(within.text)" }
        if test.sinceEnrolment { text += " since the enrolment began" }
        if !test.unlessLater.isEmpty {
            text +=
                " after the last " + Self.list(test.unlessLater.map { definitions.recordType($0)?.title ?? $0 }, "or")
        }
        switch (test.atLeast, test.atMost) {
        case (_, 0?): return "there is no " + text
        case (1, nil): return "there is a " + text
        case (let least, nil): return "there are at least \(least) of " + text
        case (let least, let most?) where least > 0: return "there are \(least) to \(most) of " + text
        case (_, let most?): return "there are at most \(most) of " + text
        }
    }

    private func words(_ comparison: AnswerTest.Comparison, field: Field?) -> String {
        func titles(_ codes: [String]) -> String { Self.list(codes.map { title($0, field) }, "or") }
        return switch comparison {
        case .isAny(let codes): "is " + titles(codes)
        case .isNone(let codes): "is answered and is not " + titles(codes)
        case .atLeast(let least): "is \(least.text) or more"
        case .atMost(let most): "is \(most.text) or less"
        case .answered: "is answered"
        case .untouched: "was not touched"
        case .missing(let kinds):
            "is missing (\(Self.list(kinds.map { $0.rawValue.replacing("-", with: " ") }, "or")))"
        case .inList(let id): "is in the list \(definitions.codeList(id)?.title ?? id)"
        case .notInList(let id): "is not in the list \(definitions.codeList(id)?.title ?? id)"
        case .moment(let test): "is " + words(test)
        }
    }

    /// "before the time of the record".
    private func words(_ test: MomentTest) -> String {
        let relation =
            switch test.relation {
            case .before: "before "
            case .after: "after "
            case .otherThan: "other than "
            }
        switch test.other {
        case .record: return relation + "the time of the record"
        case .hoursBeforeRecord(let hours):
            return relation + "\(Span(hours, .hours).text) before the time of the record"
        case .answer(let field): return relation + "the answer to \(quoted(field))"
        case .latest(let patterns, let field): return relation + "\(quoted(field)) of the latest \(words(patterns))"
        case .lastTime(let patterns): return relation + "the last \(words(patterns))"
        }
    }

    private func title(_ code: String, _ field: Field?) -> String {
        guard let field else { return code }
        let options = AnswerReading(definitions: definitions).options(field)
        return options.first { $0.code == code }?.title ?? code
    }

    private func words(_ test: EnrolmentTest) -> String {
        let other = definitions.programme(test.programme)
        let title = other?.title ?? test.programme
        guard !test.stages.isEmpty else { return "the person is in \(title)" }
        let stages = test.stages.map { other?.stage($0)?.title ?? $0 }
        return "the person is in \(title), at \(Self.list(stages, "or"))"
    }

    private func words(_ test: ClockTest) -> String {
        let clocks = test.clocks.map { programme?.clock($0)?.title ?? $0 }
        let states = test.states.map { $0 == .notMet ? "not met" : $0.rawValue }
        var text = (clocks.isEmpty ? "any deadline" : Self.list(clocks, "or")) + " is " + Self.list(states, "or")
        if let within = test.dueWithin { text += " and due within \(within.text)" }
        return text
    }

    private func quoted(_ field: String) -> String { "“\(field)”" }
    private func stageTitle(_ id: String) -> String { programme?.stage(id)?.title ?? id }
    private func valueTitle(_ id: String) -> String { programme?.values.first { $0.id == id }?.title ?? id }

    private func hoursTitle(_ id: String) -> String {
        definitions.schemes.lazy.flatMap(\.hours).first { $0.id == id }?.title ?? id
    }

    /// "a, b or c".
    static func list(_ items: [String], _ joint: String) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " \(joint) " + last
    }
}
