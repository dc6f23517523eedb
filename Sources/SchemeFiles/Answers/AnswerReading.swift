import Domain

/// Reads answers that somebody wrote by hand, in a scenario or an event log: the one place where text becomes an answer
/// by the kind of its field.
struct AnswerReading {
    let definitions: Definitions

    /// What is wrong with a written answer.
    struct Fault: Error {
        var message: String
    }

    /// - Parameters:
    ///   - json: text, a whole number, `true` or `false`, a list of codes or of days in weeks, `{"missing": …}` or
    ///     `{"pence": …}`. Whatever a form would accept as text is accepted.
    ///   - day: the day of the event, for identifiers with a year of two digits.
    func answer(_ json: CanonicalJSON, _ field: Field, on day: Day) throws(Fault) -> Answer {
        if let reason = json["missing"] {
            guard case .missing(let missing)? = Answer(json: json, kind: field.kind) else {
                throw Fault(message: "\(Wording.quoted(reason.text)) is no reason for a missing answer")
            }
            guard field.missingAllowed.contains(missing) else {
                throw Fault(message: "`\(field.id)` cannot be left as `\(missing.rawValue)`")
            }
            return .missing(missing)
        }
        if case .object = json {
            guard case .money = field.kind, let answer = Answer(json: json, kind: field.kind) else {
                throw Fault(message: "`\(field.id)` is \(field.kind.word) and cannot be answered so")
            }
            return answer
        }
        let texts = try texts(json, field)
        switch field.kind {
        // Who works where is not in a scheme, so any name will do.
        case .person, .worker, .agency, .venue: return .reference(texts.first ?? "")
        default: break
        }
        try checkCodes(texts, field)
        let (answer, problem) = field.read(TypedField(texts), options: options(field), today: day)
        if let problem { throw Fault(message: "`\(field.id)` is \(field.kind.word): \(problem.message)") }
        guard let answer else { throw Fault(message: "nothing is answered to `\(field.id)`") }
        return answer
    }

    /// Every option there ever was: an old log holds old codes.
    func options(_ field: Field) -> [Option] {
        switch field.kind {
        case .choice(.own(let own)), .choices(.own(let own)): own
        case .choice(.list(let id)), .choices(.list(let id)):
            definitions.codeList(id)?.entries.map(\.option) ?? []
        default: []
        }
    }

    private func checkCodes(_ texts: [String], _ field: Field) throws(Fault) {
        switch field.kind {
        case .choice, .choices: break
        default: return
        }
        let codes = options(field).map(\.code)
        for text in texts where !codes.contains(text) {
            throw Fault(
                message:
                    "\(Wording.quoted(text)) is not an option of `\(field.id)`\(Wording.guess(text, among: codes)); "
                    + "expected one of \(Wording.oneOf(codes))")
        }
    }

    private func texts(_ json: CanonicalJSON, _ field: Field) throws(Fault) -> [String] {
        guard case .array(let items) = json else { return [try text(json, field)] }
        switch field.kind {
        case .choices, .weeks: break
        default: throw Fault(message: "`\(field.id)` is \(field.kind.word) and takes one answer, not a list")
        }
        var texts: [String] = []
        for item in items { texts.append(try text(item, field)) }
        return texts
    }

    private func text(_ json: CanonicalJSON, _ field: Field) throws(Fault) -> String {
        switch (json, field.kind) {
        case (.string("true"), .yesNo): "yes"
        case (.string("false"), .yesNo): "no"
        case (.string(let text), _): text
        case (.integer(let whole), _): String(whole)
        case (.bool(let yes), _): yes ? "yes" : "no"
        case (.null, .weeks): "-"
        case (.null, _), (.array, _), (.object, _):
            throw Fault(message: "`\(field.id)` is \(field.kind.word) and cannot be answered so")
        }
    }
}

extension SourceNode {
    /// The value as JSON, as an event log would write it.
    var json: CanonicalJSON {
        switch content {
        case .nothing: .null
        case .text(let text): .string(text)
        case .list(let items): .array(items.map(\.json))
        case .mapping(let entries): .object(CanonicalObject(entries.map { ($0.key, $0.value.json) }))
        }
    }
}
