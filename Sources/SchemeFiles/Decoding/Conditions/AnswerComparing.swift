import Domain

/// A field as a test sees it.
struct ComparedField {
    /// "`result`".
    var name: String
    var kind: Field.Kind
    var missingAllowed: [Answer.Missing]

    init(_ field: Field) {
        name = "`\(field.id)`"
        kind = field.kind
        missingAllowed = field.missingAllowed
    }

    init(value id: String, kind: Field.Kind) {
        name = "`\(id)`"
        self.kind = kind
        missingAllowed = Answer.Missing.allCases
    }
}

/// Reads the tests of an answer, each against the kinds of the fields it tests.
struct AnswerComparing {
    let decoding: SchemeDecoding
    /// Reads the points in time that answers are compared with, where such a comparison may stand.
    var conditions: ConditionDecoding?

    private var values: ValueReading { decoding.values }
    private var log: DiagnosticLog { decoding.log }

    /// A test in a pattern's `where`: one code, several, or a mapping of tests.
    func comparisons(_ node: SourceNode, _ fields: [ComparedField]) -> [AnswerTest.Comparison] {
        guard node.entries != nil else {
            return [.isAny(codes(node, fields))]
        }
        guard let keys = SourceKeys(node, "a test of an answer", log) else { return [] }
        let found = comparisons(keys, fields)
        keys.finish()
        return found
    }

    /// The tests among the keys of a mapping; reports a mapping without any.
    func comparisons(_ keys: SourceKeys, _ fields: [ComparedField]) -> [AnswerTest.Comparison] {
        var found: [AnswerTest.Comparison] = []
        var count = 0
        func read(_ key: String, _ comparison: (SourceNode) -> AnswerTest.Comparison?) {
            guard let node = keys.optional(key) else { return }
            count += 1
            if let comparison = comparison(node) { found.append(comparison) }
        }
        read("is") { .isAny(codes($0, fields)) }
        read("not") { .isNone(codes($0, fields)) }
        read("at-least") { size($0, fields).map { .atLeast($0) } }
        read("at-most") { size($0, fields).map { .atMost($0) } }
        read("answered") { values.onlyTrue($0) ? .answered : nil }
        read("untouched") { values.onlyTrue($0) ? .untouched : nil }
        read("missing") { .missing(missing($0, fields)) }
        read("in-list") { decoding.reference(.codeList, $0).map { .inList($0) } }
        read("not-in-list") { decoding.reference(.codeList, $0).map { .notInList($0) } }
        if let conditions, MomentDecoding.relations.contains(where: keys.has) {
            count += 1
            for field in fields where !field.kind.isMoment {
                log.error(keys.place, "\(field.name) is \(field.kind.word), which is no point in time")
            }
            found += MomentDecoding(conditions: conditions).tests(keys).map { .moment($0) }
        }
        if count == 0 { log.error(keys.place, "\(keys.what) says nothing to test; write for instance `is: positive`") }
        return found
    }

    private func codes(_ node: SourceNode, _ fields: [ComparedField]) -> [String] {
        values.oneOrMore(node).compactMap { item in
            if fields.isEmpty { return values.string(item, "a code").map { Self.yesOrNo($0) ?? $0 } }
            return fields.map { code(item, $0, what: $0.name) }.reduce(nil) { $0 ?? $1 }
        }
    }

    private static func yesOrNo(_ text: String) -> String? {
        switch text {
        case "yes", "true": "yes"
        case "no", "false": "no"
        default: nil
        }
    }

    /// The code as the engine compares it; reports one that the field can never have.
    func code(_ node: SourceNode, _ field: ComparedField, what: String) -> String? {
        guard let text = values.string(node, "a code") else { return nil }
        func refuse(_ expected: String) -> String? {
            log.error(node.place, "\(what) is \(field.kind.word): expected \(expected); found \(Wording.quoted(text))")
            return nil
        }
        switch field.kind {
        case .choice(let options), .choices(let options):
            let (codes, has) = known(options, text)
            if has { return text }
            if let yes = Self.yesOrNo(text), known(options, yes).has { return yes }
            let guess = Wording.guess(text, among: codes)
            log.error(
                node.place,
                "\(Wording.quoted(text)) is not an option of \(field.name)\(guess); expected one of \(Wording.oneOf(codes))"
            )
            return nil
        case .yesNo: return Self.yesOrNo(text) ?? refuse("`yes` or `no`")
        case .number, .scale, .weeks: return Quantity(text)?.text ?? refuse("a number")
        case .money:
            return Quantity(text).map { String($0.thousandths / 10) } ?? refuse("pounds and pence such as 12.50")
        case .day: return Day(text)?.iso ?? refuse("a day such as 2013-05-02")
        case .instant: return Instant(text)?.iso ?? refuse("an instant such as 2013-05-02T21:30:00Z")
        case .text, .person, .worker, .agency, .venue: return text
        }
    }

    private func known(_ options: Field.Options, _ code: String) -> (codes: [String], has: Bool) {
        switch options {
        case .own(let own):
            let codes = own.map(\.code)
            return (codes, codes.contains(code))
        case .list(let id):
            let codes = decoding.index.lists[id]?.entries.map(\.option.code) ?? []
            return (codes, decoding.index.listCodes[id]?.contains(code) ?? true)
        }
    }

    private func size(_ node: SourceNode, _ fields: [ComparedField]) -> Quantity? {
        for field in fields where !field.kind.hasSize {
            log.error(
                node.place,
                "\(field.name) is \(field.kind.word), which has no size; `at-least` and `at-most` test numbers, scales, "
                    + "weeks and money")
            return nil
        }
        return values.quantity(node)
    }

    private func missing(_ node: SourceNode, _ fields: [ComparedField]) -> [Answer.Missing] {
        values.oneOrMore(node).compactMap { item in
            guard let missing = values.word(item, Answer.Missing.self) else { return nil }
            for field in fields where !field.missingAllowed.contains(missing) {
                log.error(item.place, "\(field.name) cannot be left as `\(missing.rawValue)`; see its key `missing`")
            }
            return missing
        }
    }
}
