/// How answers are written down: in the store, in the ledger's digests and in event logs, one form for all.
///
/// A whole number is a JSON integer and a decimal a string; a missing answer is an object that says why, so that *0* and
/// *declined* can never be taken for each other.
extension Answer {
    package var json: CanonicalJSON {
        switch self {
        case .text(let text), .choice(let text), .reference(let text): .string(text)
        case .choices(let codes): .array(codes.map(CanonicalJSON.string))
        case .number(let number):
            number.thousandths % 1_000 == 0 ? .integer(number.thousandths / 1_000) : .string(number.text)
        case .day(let day): .string(day.iso)
        case .instant(let instant): .string(instant.iso)
        case .yesNo(let yes): .bool(yes)
        case .weeks(let weeks): .array(weeks.map { $0.map { .integer(Int64($0)) } ?? .null })
        case .money(let pence): ["pence": .integer(pence)]
        case .missing(let reason): ["missing": .string(reason.rawValue)]
        }
    }

    /// Reads an answer to a field of this kind; `nil` where the value is of another kind.
    package init?(json: CanonicalJSON, kind: Field.Kind) {
        if case .string(let reason)? = json["missing"] {
            guard let reason = Missing(rawValue: reason) else { return nil }
            self = .missing(reason)
            return
        }
        switch (kind, json) {
        case (.text, .string(let text)): self = .text(text)
        case (.choice, .string(let code)): self = .choice(code)
        case (.choices, .array(let codes)):
            let texts = codes.compactMap(\.string)
            guard texts.count == codes.count else { return nil }
            self = .choices(texts)
        case (.number, .integer(let whole)), (.scale, .integer(let whole)):
            self = .number(Quantity(whole: Int(whole)))
        case (.number, .string(let text)):
            guard let number = Quantity(text) else { return nil }
            self = .number(number)
        case (.day, .string(let text)):
            guard let day = Day(text) else { return nil }
            self = .day(day)
        case (.instant, .string(let text)):
            guard let instant = Instant(text) else { return nil }
            self = .instant(instant)
        case (.yesNo, .bool(let yes)): self = .yesNo(yes)
        case (.weeks(let count), .array(let weeks)):
            guard weeks.count == count else { return nil }
            var days: [Int?] = []
            for week in weeks {
                switch week {
                case .null: days.append(nil)
                case .integer(let number) where (0...7).contains(number): days.append(Int(number))
                default: return nil
                }
            }
            self = .weeks(days)
        case (.person, .string(let text)), (.worker, .string(let text)), (.agency, .string(let text)),
            (.venue, .string(let text)):
            self = .reference(text)
        case (.money, _):
            guard case .integer(let pence)? = json["pence"], pence >= 0 else { return nil }
            self = .money(pence: pence)
        default: return nil
        }
    }

    /// An answer whose question nobody defines any more, read as plainly as it was written.
    package init?(json: CanonicalJSON) {
        switch json {
        case .string(let text): self = .text(text)
        case .integer(let whole): self = .number(Quantity(whole: Int(whole)))
        case .bool(let yes): self = .yesNo(yes)
        case .array(let items): self = .choices(items.compactMap(\.string))
        case .object:
            let kind: Field.Kind = json["missing"] == nil ? .money : .yesNo
            guard let answer = Answer(json: json, kind: kind) else { return nil }
            self = answer
        case .null: return nil
        }
    }
}

extension CanonicalJSON {
    fileprivate var string: String? {
        if case .string(let text) = self { text } else { nil }
    }
}
