import Casework
import Domain

/// What stands in the boxes of a record's form, by the name of each box, exactly as it was typed.
///
/// A question's box is called `a-` and the field's id; a date has `-day`, `-month`, `-year` and `-time` after it, a grid
/// `-1`, `-2` …, and the boxes that say why there is no answer `-none`.
struct SentForm: Hashable {
    private(set) var values: [String: [String]]

    init(_ values: [String: [String]] = [:]) {
        self.values = values
    }

    /// What was sent, without what belongs to the page and not to the record.
    init(_ fields: FormFields) {
        values = [:]
        for (name, value) in fields.fields where name.hasPrefix("a-") || Self.own.contains(name) {
            values[name, default: []].append(value)
        }
    }

    /// The boxes that every form has beside its questions.
    static let own: Set<String> = ["earlier", "earlier-day", "earlier-month", "earlier-year", "earlier-time", "reason"]

    static func name(of field: String) -> String { "a-" + field }

    func text(_ name: String) -> String { values[name]?.first ?? "" }

    func all(_ name: String) -> [String] { values[name] ?? [] }

    var isEmpty: Bool { values.values.allSatisfy { $0.allSatisfy(\.isEmpty) } }

    /// Fills in answers that the record, a board's act or an earlier version already gives.
    mutating func fill(_ answers: [String: Answer], type: RecordType) {
        for field in type.fields {
            guard let answer = answers[field.id] else { continue }
            let name = Self.name(of: field.id)
            let texts = field.typed(answer).texts
            if case .missing = answer, !field.hasReasonsAmongAnswers {
                values[name + "-none"] = texts
                continue
            }
            switch field.kind {
            case .day, .instant: fill(date: texts.first ?? "", name)
            case .weeks: for (week, text) in texts.enumerated() { values["\(name)-\(week + 1)"] = [text] }
            default: values[name] = texts
            }
        }
    }

    /// Fills in what the address says, which a page that led here knew: `?referral=…`. Dates and grids are not given so.
    mutating func fill(_ address: FormFields, type: RecordType) {
        for field in type.fields where address.has(field.id) {
            switch field.kind {
            case .day, .instant, .weeks: continue
            default: values[Self.name(of: field.id)] = address.all(field.id)
            }
        }
    }

    private mutating func fill(date: String, _ name: String) {
        for (part, text) in zip(["day", "month", "year", "time"], date.split(separator: " ")) {
            values["\(name)-\(part)"] = [String(text)]
        }
    }
}

extension Domain.Field {
    /// Whether *not asked*, *declined* and *not known* stand among the answers to choose from; else they stand in boxes
    /// of their own.
    var hasReasonsAmongAnswers: Bool {
        switch kind {
        case .choice, .choices, .yesNo: true
        default: false
        }
    }
}

extension SentForm {
    /// The form as the use cases read it.
    ///
    /// - Parameter today: the day of a time that was typed without a date.
    func record(_ type: RecordType, today: Day) -> TypedRecord {
        var fields: [String: TypedField] = [:]
        for field in type.fields {
            let name = Self.name(of: field.id)
            var texts: [String]
            switch field.kind {
            case .day: texts = [date(name)]
            case .instant:
                texts = [[date(name), text(name + "-time").trimmed].filter { !$0.isEmpty }.joined(separator: " ")]
            case .weeks(let count): texts = (1...count).map { text("\(name)-\($0)") }
            default: texts = all(name)
            }
            if !field.hasReasonsAmongAnswers { texts += all(name + "-none") }
            fields[field.id] = TypedField(texts)
        }
        return TypedRecord(fields: fields, occurred: occurred(today: today))
    }

    private func date(_ name: String) -> String {
        ["day", "month", "year"].map { text("\(name)-\($0)").trimmed }.filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// When it occurred, as typed; a time alone is of today.
    private func occurred(today: Day) -> String {
        let (day, time) = (date("earlier"), text("earlier-time").trimmed)
        if day.isEmpty { return time.isEmpty ? "" : "\(today.typed) \(time)" }
        return time.isEmpty ? day : "\(day) \(time)"
    }

    /// What only the page can see to be wrong with when it happened: the box not ticked and a date typed, or the
    /// reverse.
    var occurredProblem: Domain.FieldProblem? {
        let isTyped = !date("earlier").isEmpty || !text("earlier-time").trimmed.isEmpty
        switch (values["earlier"] != nil, isTyped) {
        case (false, true):
            return Domain.FieldProblem(
                field: "occurred", code: .refused,
                message: "Tick the box above the date, or empty the date and the time.")
        case (true, false):
            return Domain.FieldProblem(
                field: "occurred", code: .missing, message: "Enter when it happened, or take the tick away.")
        default: return nil
        }
    }
}
