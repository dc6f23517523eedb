import Domain

/// Reads what a record type has against a record: its stops and its warnings.
struct ObjectionDecoding {
    let decoding: SchemeDecoding

    private var values: ValueReading { decoding.values }
    private var log: DiagnosticLog { decoding.log }

    func objections(_ node: SourceNode?, of type: RecordType) -> [Objection] {
        let place = ConditionPlace(words: "in a form", fields: .of([type]))
        let conditions = ConditionDecoding(decoding: decoding, place: place)
        return values.parts(node, "stops or warnings").compactMap { entry -> Objection? in
            _ = values.checkedID(entry.key, entry.place)
            guard let keys = SourceKeys(entry.value, "a stop or a warning", log) else { return nil }
            let when = keys.required("when").flatMap(conditions.condition)
            let because = values.words(keys.required("because"))
            let field = keys.optional("field").flatMap { decoding.word("field", $0, among: type.fields.map(\.id)) }
            keys.finish()
            decoding.index.note(.objection, type.id, entry.key, entry.place)
            guard let when, let because else { return nil }
            return Objection(id: entry.key, when: when, because: because, field: field)
        }
    }
}

extension ConditionDecoding {
    /// `{decided: OUTCOME}`: what came of the decision that the form makes.
    func decided(_ node: SourceNode) -> Condition? {
        let decision = formFields.first?.decision
        guard let decision, formFields.count == 1 else {
            log.error(
                node.place,
                "no decision is made \(place.words); `decided` may stand in a stop or a warning of one that is")
            return nil
        }
        let outcomes = decoding.outcomes[decision] ?? []
        let codes = values.oneOrMore(node).compactMap { decoding.word("outcome", $0, among: outcomes) }
        return codes.isEmpty ? nil : .answer(AnswerTest(field: "outcome", comparison: .isAny(codes)))
    }
}
