package import Domain

extension SchemeExplanation {
    /// "Due within 5 to 8 working days of …. Met by …."
    package func passage(_ clock: ClockRule, of programme: Programme) -> Passage {
        let words = ConditionWords(definitions: definitions, programme: programme)
        var lines = [limit(clock, programme, words) + " (\(authority(clock)))."]
        for bound in clock.notBefore {
            lines.append("Not before \(bound.span.text) after \(words.words(bound.pattern)).")
        }
        if let cutOff = clock.cutOff {
            lines.append("What happens at \(cutOff.text) or later counts as the next day’s.")
        }
        if !clock.metBy.isEmpty { lines.append("Met by \(words.words(clock.metBy)).") }
        if !clock.voidBy.isEmpty { lines.append("No longer asked after \(words.words(clock.voidBy)).") }
        if let condition = clock.pausedWhile { lines.append("Stands still while \(words.words(condition)).") }
        if !clock.inStages.isEmpty {
            let stages = clock.inStages.map { programme.stage($0)?.title ?? $0 }
            lines.append("Runs only at \(ConditionWords.list(stages, "or")).")
        }
        switch clock.instances {
        case .first: lines.append("Only the first counts.")
        case .latest: lines.append("A new one takes the place of the one before.")
        case .each: lines.append("Each has a deadline of its own.")
        }
        if !clock.duty.isEmpty { lines.append("Duty of \(clock.dutyIsThePersons ? "the person" : clock.duty).") }
        if let warning = clock.warning { lines.append("Shown as due soon \(warning.text) before.") }
        for escalation in clock.escalations {
            let role = definitions.roles.first { $0.id == escalation.to }?.title ?? escalation.to
            lines.append("If missed, goes to \(role) after \(escalation.after.text).")
        }
        return Passage(heading: clock.title, lines: lines)
    }

    private func authority(_ clock: ClockRule) -> String {
        let basis =
            switch clock.basis {
            case .statute: "statute"
            case .guidance: "guidance"
            case .local: "local practice"
            }
        return clock.source.isEmpty ? basis : "\(basis), \(clock.source)"
    }

    private func limit(_ clock: ClockRule, _ programme: Programme, _ words: ConditionWords) -> String {
        let start = start(clock, programme, words)
        switch clock.limit {
        case .within(let span): return "Due within \(span.text) of \(start)"
        case .window(let from, let to):
            let isOneDay = from == to
            let first = from.unit == to.unit ? "\(from.amount)" : from.text
            return isOneDay ? "Due \(to.text) after \(start)" : "Due within \(first) to \(to.text) of \(start)"
        case .every(let span, let target):
            let period = span.amount == 1 ? String(span.text.dropFirst(2)) : span.text
            let end = target.map { ", until \($0) in a row are met" } ?? ""
            return "Due once in every \(period) from \(start)\(end)"
        case .series(let spans):
            return "Due \(ConditionWords.list(spans.map(\.text), "and")) after \(start)"
        case .before(let span): return "Due \(span.text) before the day that \(start) names"
        }
    }

    private func start(_ clock: ClockRule, _ programme: Programme, _ words: ConditionWords) -> String {
        switch clock.starts {
        case .missed(let other): return "missing “\(programme.clock(other)?.title ?? other)”"
        case .events(let patterns):
            let known = clock.from == .known ? "hearing of " : ""
            return known + words.words(patterns)
        }
    }
}
