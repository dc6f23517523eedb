import Domain

/// Reads decision tables.
struct DecisionDecoding {
    let decoding: SchemeDecoding

    private var values: ValueReading { decoding.values }
    private var log: DiagnosticLog { decoding.log }

    func decode(_ found: SchemeDecoding.Found) {
        guard let keys = SourceKeys(found.entry.value, "a decision", log) else { return }
        let question = values.words(keys.required("question")) ?? found.id
        let source = values.string(keys.optional("source")) ?? ""
        let node = keys.required("editions")
        keys.finish()
        let users = decoding.index.types.values.filter { $0.decision == found.id }.sorted { $0.id < $1.id }
        let place = ConditionPlace(words: "in a decision", fields: .anyOf(users))
        let conditions = ConditionDecoding(decoding: decoding, place: place)
        var editions: [Decision.Edition] = []
        for item in values.list(node) {
            guard let edition = edition(item, found.id, source, conditions) else { continue }
            let days = DayRange(from: edition.from, until: edition.until)
            if editions.contains(where: { DayRange(from: $0.from, until: $0.until).overlaps(days) }) {
                log.error(item.place, "this edition overlaps an earlier one: only one can be in force on a day")
            }
            editions.append(edition)
        }
        decoding.outcomes[found.id] = editions.flatMap { $0.rules.map(\.outcome) }
        if let node, node.isEmptyCollection { log.error(node.place, "a decision needs an edition") }
        decoding.drafts[found.scheme]?.decisions.append(
            Decision(id: found.id, question: question, source: source, editions: editions))
    }

    private func edition(
        _ node: SourceNode, _ decision: String, _ source: String, _ conditions: ConditionDecoding
    ) -> Decision.Edition? {
        guard let keys = SourceKeys(node, "an edition", log) else { return nil }
        let title = values.words(keys.required("title")) ?? ""
        let from = values.day(keys.optional("from"))
        let until = values.day(keys.optional("until"))
        let items = values.list(keys.required("rules"))
        keys.finish()
        if let from, let until, until < from { log.error(node.place, "this edition ends before it begins") }
        var rules: [Decision.Rule] = []
        for item in items {
            guard let rule = rule(item, source, conditions) else { continue }
            if rules.contains(where: { $0.id == rule.id }) {
                log.error(item.place, "the rule `\(rule.id)` stands twice in this edition")
            }
            if rules.last?.when == .always {
                log.warning(item.place, "the rule `\(rule.id)` never fires: the one before it always does")
            }
            decoding.index.note(.rule, decision, rule.id, item.place)
            rules.append(rule)
        }
        if rules.count == items.count && rules.last?.when != .always {
            log.warning(items.last?.place ?? node.place, "no rule catches the rest; end an edition with `when: always`")
        }
        return Decision.Edition(title: title, from: from, until: until, rules: rules)
    }

    private func rule(_ node: SourceNode, _ shared: String, _ conditions: ConditionDecoding) -> Decision.Rule? {
        guard let keys = SourceKeys(node, "a rule", log) else { return nil }
        let id = values.id(keys.required("id"), "a rule")
        let when = keys.required("when").flatMap(conditions.condition)
        let outcome = values.id(keys.required("outcome"), "an outcome")
        let title = values.words(keys.required("title"))
        let because = values.words(keys.required("because"))
        let source = values.string(keys.optional("source")) ?? ""
        let warns = values.flag(keys.optional("warns")) ?? false
        keys.finish()
        guard let id, let when, let outcome else { return nil }
        if source.isEmpty && shared.isEmpty { log.warning(node.place, "the rule `\(id)` names no `source`") }
        var rule = Decision.Rule(
            id: id, when: when, outcome: outcome, title: title ?? outcome, because: because ?? "", source: source)
        rule.warns = warns
        return rule
    }
}
