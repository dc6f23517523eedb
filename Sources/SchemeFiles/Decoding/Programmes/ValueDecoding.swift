import Domain

/// Reads the values and flags of a programme.
struct ValueDecoding {
    let decoding: SchemeDecoding
    let outline: ProgrammeOutline

    private var values: ValueReading { decoding.values }
    private var log: DiagnosticLog { decoding.log }

    private static let readings = ["latest", "first", "last-time", "count", "holds"]

    func value(_ entry: SourceEntry) -> ValueRule? {
        guard values.checkedID(entry.key, entry.place), let keys = SourceKeys(entry.value, "a value", log) else {
            return nil
        }
        let title = values.words(keys.required("title")) ?? entry.key
        let category = decoding.category(keys.required("category")) ?? ""
        let read = keys.one(of: Self.readings).flatMap { reading($0, keys) }
        keys.finish()
        return read.map { ValueRule(id: entry.key, title: title, category: category, reading: $0) }
    }

    private func reading(_ entry: SourceEntry, _ keys: SourceKeys) -> ValueRule.Reading? {
        let conditions = conditions(values: nil, words: "in a value")
        switch entry.key {
        case "latest", "first":
            let field = keys.required("field")
            guard let pattern = conditions.pattern(entry.value), let field,
                let id = decoding.field(field, of: pattern, "an answer")
            else { return nil }
            return entry.key == "latest" ? .latest(pattern, field: id) : .first(pattern, field: id)
        case "last-time": return conditions.pattern(entry.value).map { .lastTime($0) }
        case "count":
            let within = SpanReading.span(keys.optional("within"), atLeast: 1, log)
            return conditions.pattern(entry.value).map { .count($0, within: within) }
        default: return conditions.condition(entry.value).map { .holds($0) }
        }
    }

    func flag(_ entry: SourceEntry, _ kinds: [String: Field.Kind]) -> FlagRule? {
        guard values.checkedID(entry.key, entry.place), let keys = SourceKeys(entry.value, "a flag", log) else {
            return nil
        }
        let title = values.words(keys.required("title")) ?? entry.key
        let category = decoding.category(keys.required("category")) ?? ""
        let when = keys.required("when").flatMap(conditions(values: kinds, words: "in a flag").condition)
        keys.finish()
        return when.map { FlagRule(id: entry.key, title: title, category: category, when: $0) }
    }

    private func conditions(values kinds: [String: Field.Kind]?, words: String) -> ConditionDecoding {
        let standing = ConditionPlace.Standing(outline: outline, values: kinds)
        return ConditionDecoding(
            decoding: decoding,
            place: ConditionPlace(words: words, fields: .none, hasEnrolment: true, standing: standing))
    }

    /// What kind of answer each value is, so that tests of it can be checked.
    func kinds(_ rules: [ValueRule]) -> [String: Field.Kind] {
        var kinds: [String: Field.Kind] = [:]
        for rule in rules {
            switch rule.reading {
            case .latest(let pattern, let field), .first(let pattern, let field):
                kinds[rule.id] = pattern.types.first.flatMap { decoding.index.types[$0]?.field(field)?.kind }
            case .lastTime: kinds[rule.id] = .instant
            case .count: kinds[rule.id] = .number(unit: "", range: nil, whole: true)
            case .holds: kinds[rule.id] = .yesNo
            }
        }
        return kinds
    }
}
