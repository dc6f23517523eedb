import Domain

/// Reads who leads while an enrolment is open.
struct LeadDecoding {
    let decoding: SchemeDecoding

    func lead(_ node: SourceNode, _ conditions: ConditionDecoding) -> LeadRule? {
        let (values, log) = (decoding.values, decoding.log)
        guard let keys = SourceKeys(node, "`lead`", log) else { return nil }
        let takes = values.oneOrMore(keys.required("taken-by")).compactMap { taking($0, conditions) }
        let releases = conditions.patterns(keys.optional("released-by"))
        let rota = values.id(keys.optional("rota"), "a rota")
        let alarm = keys.optional("alarm").flatMap(alarm)
        keys.finish()
        return LeadRule(takes: takes, releases: releases, rota: rota, alarm: alarm)
    }

    private func alarm(_ node: SourceNode) -> LeadRule.Alarm? {
        guard let keys = SourceKeys(node, "`alarm`", decoding.log) else { return nil }
        let title = decoding.values.words(keys.required("title"))
        let category = decoding.category(keys.required("category"))
        let source = decoding.values.string(keys.optional("source")) ?? ""
        let escalations = EscalationDecoding(decoding: decoding).escalations(keys.required("escalate"))
        keys.finish()
        guard let title, let category, !escalations.isEmpty else { return nil }
        return LeadRule.Alarm(title: title, category: category, source: source, escalations: escalations)
    }

    private func taking(_ node: SourceNode, _ conditions: ConditionDecoding) -> LeadRule.Taking? {
        if node.entries == nil { return conditions.pattern(node).map { LeadRule.Taking(pattern: $0) } }
        guard let keys = SourceKeys(node, "a pattern of events", decoding.log) else { return nil }
        let pattern = conditions.pattern(keys)
        let worker = keys.optional("worker")
        keys.finish()
        guard let pattern else { return nil }
        return LeadRule.Taking(pattern: pattern, workerField: worker.flatMap { workerField($0, pattern) })
    }

    private func workerField(_ node: SourceNode, _ pattern: EventPattern) -> String? {
        decoding.field(node, of: pattern, "a worker") { kind in
            if case .worker = kind { true } else { false }
        }
    }
}

extension SchemeDecoding {
    /// The id of a field that every type of a pattern has and whose kind will do.
    ///
    /// - Parameter expected: what the kind should be, for the message: "a worker".
    func field(
        _ node: SourceNode, of pattern: EventPattern, _ expected: String,
        where isFit: (Field.Kind) -> Bool = { _ in true }
    ) -> String? {
        guard let id = values.string(node, "the id of a field") else { return nil }
        for type in pattern.types.compactMap({ index.types[$0] }) {
            guard let field = type.field(id) else {
                let ids = type.fields.map(\.id)
                log.error(
                    node.place, "\(Wording.quoted(id)) is not a field of `\(type.id)`\(Wording.guess(id, among: ids))")
                return nil
            }
            guard index.isUnread(type.id, id) || isFit(field.kind) else {
                log.error(node.place, "`\(id)` of `\(type.id)` is \(field.kind.word); expected \(expected)")
                return nil
            }
        }
        return id
    }
}
