extension Decision {
    /// What was found by a rule when the decision was made, from the rule's id as it is kept with the event; `nil` when no
    /// edition of that day has it.
    package func finding(rule id: String, on day: Day) -> Finding? {
        guard let edition = edition(on: day), let rule = edition.rules.first(where: { $0.id == id }) else { return nil }
        return Finding(
            edition: edition.title, rule: rule.id, outcome: rule.outcome, title: rule.title, because: rule.because,
            source: rule.source.isEmpty ? source : rule.source, warns: rule.warns)
    }
}
