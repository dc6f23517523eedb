import Domain

/// Reads points in time to compare with: `record`, `{answer: FIELD}`, `{latest: PATTERNS, field: ID}`,
/// `{last-time: PATTERNS}`, `{before-record: HOURS}`.
struct MomentDecoding {
    let conditions: ConditionDecoding

    private var values: ValueReading { conditions.values }
    private var log: DiagnosticLog { conditions.log }

    static let relations = MomentTest.Relation.allCases.map(\.rawValue)

    /// The tests among the keys of a mapping.
    func tests(_ keys: SourceKeys) -> [MomentTest] {
        MomentTest.Relation.allCases.compactMap { relation in
            keys.optional(relation.rawValue).flatMap(other).map { MomentTest(relation, $0) }
        }
    }

    private func other(_ node: SourceNode) -> MomentTest.Other? {
        if node.text == "record" { return .record }
        guard node.entries != nil else {
            log.error(
                node.place,
                "expected `record`, {answer: FIELD}, {latest: EVENTS, field: FIELD}, {last-time: EVENTS} or "
                    + "{before-record: 1 hour}")
            return nil
        }
        guard let keys = SourceKeys(node, "a point in time", log) else { return nil }
        let entry = keys.one(of: ["answer", "latest", "last-time", "before-record"])
        let field = entry?.key == "latest" ? keys.required("field") : nil
        keys.finish()
        guard let entry else { return nil }
        switch entry.key {
        case "answer":
            return moment(entry.value, of: conditions.formFields).map { .answer($0) }
        case "before-record":
            guard let span = SpanReading.span(entry.value, atLeast: 1, log) else { return nil }
            if span.unit != .hours { log.error(entry.value.place, "expected hours, such as `1 hour`") }
            return .hoursBeforeRecord(span.amount)
        case "last-time":
            return .lastTime(conditions.patterns(entry.value))
        default:
            let patterns = conditions.patterns(entry.value)
            let types = patterns.flatMap(\.types).compactMap { conditions.decoding.index.types[$0] }
            guard let field, !patterns.isEmpty else { return nil }
            return moment(field, of: types).map { .latest(patterns, field: $0) }
        }
    }

    /// The id of a field that is a day or an instant in each of the types.
    private func moment(_ node: SourceNode, of types: [RecordType]) -> String? {
        guard let id = values.string(node, "the id of a field") else { return nil }
        if types.isEmpty { log.error(node.place, "there is no form or event at hand \(conditions.place.words)") }
        for type in types {
            guard let field = type.field(id) else {
                let guess = Wording.guess(id, among: type.fields.map(\.id))
                log.error(node.place, "\(Wording.quoted(id)) is not a field of `\(type.id)`\(guess)")
                return nil
            }
            if !field.kind.isMoment && !conditions.decoding.index.isUnread(type.id, id) {
                log.error(node.place, "`\(id)` is \(field.kind.word), which is no point in time")
                return nil
            }
        }
        return types.isEmpty ? nil : id
    }
}

extension ConditionDecoding {
    /// The forms or events whose answers are at hand.
    var formFields: [RecordType] {
        switch place.fields {
        case .none: []
        case .of(let types), .anyOf(let types): types
        }
    }

    /// `{record: {before: POINT}}`: when the record at hand occurred.
    func recordTest(_ node: SourceNode) -> Condition? {
        guard let keys = SourceKeys(node, "a test of when the record occurred", log) else { return nil }
        let tests = MomentDecoding(conditions: self).tests(keys)
        keys.finish()
        guard !tests.isEmpty else {
            // What is written and wrong has been said.
            if !(node.entries ?? []).isEmpty { return nil }
            log.error(node.place, "say `before`, `after` or `other-than` which point in time")
            return nil
        }
        let all = tests.map { Condition.record($0) }
        return all.count == 1 ? all[0] : .all(all)
    }
}
