package import Domain

/// Says in plain English what a definition does: for `scheme explain` and the pages where administrators read the rules.
package struct SchemeExplanation: Sendable {
    let definitions: Definitions

    package init(_ definitions: Definitions) {
        self.definitions = definitions
    }

    /// A heading and the lines under it.
    package struct Passage: Hashable, Sendable {
        package var heading: String
        package var lines: [String]

        /// The heading, and its lines indented.
        package var text: String { ([heading] + lines.map { "  " + $0 }).joined(separator: "\n") + "\n" }
    }

    /// Whatever has this id: a programme, a decision, a record type, or `programme clock`; empty where nothing does. A
    /// bare id may be given where one scheme alone has it.
    package func passages(_ id: String) -> [Passage] {
        let parts = id.split(separator: " ").map(String.init)
        func isMeant(_ other: String) -> Bool {
            other == parts[0] || other.split(separator: "/").last.map(String.init) == parts[0]
        }
        guard (1...2).contains(parts.count) else { return [] }
        let programmes = definitions.schemes.flatMap(\.programmes).filter { isMeant($0.id) }
        if parts.count == 2 {
            return programmes.flatMap { programme in
                programme.clocks.filter { $0.id == parts[1] }.map { passage($0, of: programme) }
            }
        }
        return programmes.flatMap(passages)
            + definitions.schemes.flatMap(\.decisions).filter { isMeant($0.id) }.map(passage)
            + definitions.recordTypes.filter { isMeant($0.id) }.map(passage)
    }

    package func passages(_ programme: Programme) -> [Passage] {
        let words = ConditionWords(definitions: definitions, programme: programme)
        var lines = ["Opens with \(words.words(programme.opens))."]
        if !programme.source.isEmpty { lines.append("Source: \(programme.source).") }
        if programme.mayRunTwice { lines.append("A second opening event opens a second enrolment.") }
        for stage in programme.stages {
            let enters = stage.enters.isEmpty ? "where an enrolment begins" : "entered by \(words.words(stage.enters))"
            lines.append("Stage “\(stage.title)”: \(enters).")
        }
        for ending in programme.endings { lines.append("Ends as “\(ending.title)” with \(words.words(ending.when)).") }
        if let condition = programme.suspendedWhile { lines.append("Suspended while \(words.words(condition)).") }
        if let lead = programme.lead {
            let rota = lead.rota == nil ? "" : " Until then the worker on the duty rota leads."
            lines.append("Led by whoever takes it with \(words.words(lead.takes.map(\.pattern))).\(rota)")
            if let alarm = lead.alarm {
                let roles = alarm.escalations.map { escalation in
                    let title = definitions.roles.first { $0.id == escalation.to }?.title ?? escalation.to
                    return "\(title) after \(escalation.after.text)"
                }
                lines.append("While nobody leads, “\(alarm.title)” goes to \(roles.joined(separator: ", then ")).")
            }
        }
        for flag in programme.flags { lines.append("Flag “\(flag.title)” while \(words.words(flag.when)).") }
        return [Passage(heading: programme.title, lines: lines)] + programme.clocks.map { passage($0, of: programme) }
    }

    package func passage(_ decision: Decision) -> Passage {
        let words = ConditionWords(definitions: definitions)
        var lines = decision.source.isEmpty ? [] : ["Source: \(decision.source)."]
        for edition in decision.editions {
            let days = [
                edition.from.map { "from \($0.text)" }, edition.until.map { "until \($0.text)" },
            ].compactMap { $0 }
            lines.append(days.isEmpty ? edition.title : "\(edition.title), \(days.joined(separator: " "))")
            for (number, rule) in edition.rules.enumerated() {
                let condition = rule.when == .always ? "Otherwise" : "If \(words.words(rule.when))"
                let source = rule.source.isEmpty ? "" : " (\(rule.source))"
                lines.append("\(number + 1). \(condition): \(rule.title).\(source) \(rule.because)")
            }
        }
        return Passage(heading: decision.question, lines: lines)
    }

    package func passage(_ type: RecordType) -> Passage {
        let words = ConditionWords(definitions: definitions)
        var lines = type.source.isEmpty ? [] : ["Source: \(type.source)."]
        for field in type.fields {
            var line = "“\(field.question)”: \(field.kind.word)"
            let options = AnswerReading(definitions: definitions).options(field)
            if !options.isEmpty && options.count <= 12 {
                line += " (\(options.map(\.title).joined(separator: ", ")))"
            }
            if !field.kindsOffered.isEmpty { line += " of the kind \(ConditionWords.list(field.kindsOffered, "or"))" }
            if !field.codeLists.isEmpty {
                let titles = field.codeLists.map { definitions.codeList($0)?.title ?? $0 }
                line += ", a code from \(ConditionWords.list(titles, "or"))"
            }
            if field.required { line += "; must be answered" }
            if let when = field.requiredWhen { line += "; must be answered when \(words.words(when))" }
            if let when = field.showWhen { line += "; asked when \(words.words(when))" }
            let category = definitions.categories.first { $0.id == field.category }?.title ?? field.category
            lines.append(line + ". Kept in “\(category)”.")
        }
        for stop in type.stops { lines.append("Not recorded while \(words.words(stop.when)): \(stop.because)") }
        for warning in type.warnings {
            lines.append("Asked again before it is recorded while \(words.words(warning.when)): \(warning.because)")
        }
        return Passage(heading: type.title, lines: lines)
    }
}
