package import Domain

/// One definition in plain words.
package struct RulePassage: Sendable, Hashable {
    package var heading: String
    package var lines: [String]

    package init(heading: String, lines: [String]) {
        self.heading = heading
        self.lines = lines
    }
}

/// Says in plain words what a definition does. How is not known here: whoever starts the program passes the
/// explanation in, as with the reader of schemes.
package typealias RuleExplanation = @Sendable (Definitions, _ id: String) -> [RulePassage]

extension Definitions {
    /// Titles, sources and reasons alone: what is said of a definition where no fuller explanation was passed in.
    package static let briefly: RuleExplanation = { definitions, id in
        var passages = definitions.programme(id)?.passages ?? []
        if let decision = definitions.decision(id) { passages.append(decision.passage) }
        if let type = definitions.recordType(id) { passages.append(type.passage) }
        return passages
    }
}

extension Programme {
    fileprivate var passages: [RulePassage] {
        var lines = source.lines
        lines += stages.map { "Stage “\($0.title)”." }
        lines += endings.map { "Ends as “\($0.title)”." }
        lines += flags.map { "Flag “\($0.title)”." }
        return [RulePassage(heading: title, lines: lines)] + clocks.map(\.passage)
    }
}

extension ClockRule {
    fileprivate var passage: RulePassage {
        let authority =
            switch basis {
            case .statute: "The law"
            case .guidance: "Guidance"
            case .local: "Local practice, which warns and never ends a legal duty"
            }
        var lines = ["Limit: \(limit.words)."]
        if !because.isEmpty { lines.append("Why: \(because).") }
        lines.append("Authority: \(authority).")
        return RulePassage(heading: title, lines: lines + source.lines)
    }
}

extension ClockRule.Limit {
    /// "within 24 hours", "from 5 working days to 8 working days".
    var words: String {
        switch self {
        case .within(let span): return "within \(span.text)"
        case .window(let from, let to):
            return from == to ? "on the day \(from.text) after" : "from \(from.text) to \(to.text)"
        case .every(let span, let inARow):
            let end = inARow.map { " until \($0) in a row were met" } ?? ""
            return "once in every \(span.text)\(end)"
        case .series(let spans): return "at " + spans.map(\.text).joined(separator: ", ")
        case .before(let span): return span.amount == 0 ? "before it" : "\(span.text) before it"
        }
    }
}

extension Decision {
    fileprivate var passage: RulePassage {
        var lines = source.lines
        for edition in editions {
            lines.append(edition.title)
            lines += edition.rules.enumerated().map { "\($0 + 1). \($1.title). \($1.because)" }
        }
        return RulePassage(heading: question, lines: lines)
    }
}

extension RecordType {
    fileprivate var passage: RulePassage {
        RulePassage(heading: title, lines: source.lines + fields.map { "“\($0.question)”" })
    }
}

extension String {
    /// A source as a line of its own; none where none is given.
    fileprivate var lines: [String] { isEmpty ? [] : ["Source: \(self)."] }
}
