import Domain

/// Reads where the record may already hold an answer.
struct PrefillDecoding {
    let decoding: SchemeDecoding

    private var values: ValueReading { decoding.values }
    private var log: DiagnosticLog { decoding.log }

    func prefill(_ node: SourceNode?, of field: Field) -> [Prefill] {
        guard let node else { return [] }
        let place = ConditionPlace(words: "in a prefill", fields: .none)
        let conditions = ConditionDecoding(decoding: decoding, place: place)
        return values.oneOrMore(node).compactMap { item -> Prefill? in
            guard let keys = SourceKeys(item, "a prefill", log) else { return nil }
            let when = keys.optional("when").map { conditions.condition($0) } ?? .always
            let offered = keys.required("value").flatMap { value($0, of: field) }
            let because = values.words(keys.optional("because")) ?? ""
            keys.finish()
            guard let when, let offered else { return nil }
            return Prefill(when: when, value: offered, because: because)
        }
    }

    private func value(_ node: SourceNode, of field: Field) -> Prefill.Value? {
        switch (node.text, field.kind) {
        case ("now"?, .day), ("now"?, .instant): return .now
        case ("me"?, .worker): return .me
        case ("my-agency"?, .agency): return .myAgency
        case ("my-venue"?, .venue): return .myVenue
        case (_?, _):
            let comparing = AnswerComparing(decoding: decoding)
            return comparing.code(node, ComparedField(field), what: "the value").map { _ in .fixed(node.text ?? "") }
        case (nil, _): break
        }
        guard let keys = SourceKeys(node, "a value to offer", log) else { return nil }
        let latest = keys.required("latest")
        keys.finish()
        guard let latest, let inner = SourceKeys(latest, "`latest`", log) else { return nil }
        let place = ConditionPlace(words: "in a prefill", fields: .none)
        let pattern = inner.required("from").flatMap {
            ConditionDecoding(decoding: decoding, place: place).pattern($0)
        }
        let source = inner.required("field")
        inner.finish()
        guard let pattern, let source, let id = values.string(source, "the id of a field") else { return nil }
        for type in pattern.types {
            guard let type = decoding.index.types[type] else { continue }
            guard let other = type.field(id) else {
                let guess = Wording.guess(id, among: type.fields.map(\.id))
                log.error(source.place, "\(Wording.quoted(id)) is not a field of `\(type.id)`\(guess)")
                return nil
            }
            if other.kind.word != field.kind.word && !decoding.index.isUnread(type.id, id) {
                log.error(
                    source.place,
                    "`\(id)` of `\(type.id)` is \(other.kind.word); it cannot fill a field that is \(field.kind.word)")
            }
        }
        return .latest(pattern, field: id)
    }
}
