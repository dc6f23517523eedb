import Domain

/// Reads what kind of answer a field takes.
struct FieldKindDecoding {
    let decoding: SchemeDecoding

    private var values: ValueReading { decoding.values }
    private var log: DiagnosticLog { decoding.log }

    private static let plain = [
        "text", "number", "day", "instant", "yes-no", "person", "worker", "agency", "venue", "money",
    ]
    private static let detailed = ["text", "choice", "choices", "number", "scale", "weeks"]

    func kind(_ node: SourceNode?) -> Field.Kind? {
        guard let node else { return nil }
        if let text = node.text { return plain(text, node) }
        guard let keys = SourceKeys(node, "the kind of a field", log) else { return nil }
        guard let entry = keys.one(of: Self.detailed) else {
            keys.finish()
            return nil
        }
        keys.finish()
        switch entry.key {
        case "text": return text(entry.value)
        case "choice": return options(entry.value).map { .choice($0) }
        case "choices": return options(entry.value).map { .choices($0) }
        case "number": return number(entry.value)
        case "scale": return scale(entry.value)
        default: return values.whole(entry.value, 1...53).map { .weeks($0) }
        }
    }

    private func plain(_ text: String, _ node: SourceNode) -> Field.Kind? {
        switch text {
        case "text": return .text(lines: 1, limit: 200)
        case "number": return .number(unit: "", range: nil, whole: false)
        case "day": return .day
        case "instant": return .instant
        case "yes-no": return .yesNo
        case "person": return .person
        case "worker": return .worker
        case "agency": return .agency
        case "venue": return .venue
        case "money": return .money
        case "file": log.error(node.place, "attachments are not supported yet")
        case "choice", "choices", "scale", "weeks":
            log.error(node.place, "`\(text)` needs to say more; see the kinds of fields in docs/schemes.md")
        default:
            let guess = Wording.guess(text, among: Self.plain + Self.detailed)
            log.error(
                node.place,
                "there is no kind of field \(Wording.quoted(text))\(guess); expected one of "
                    + Wording.oneOf(Self.plain + ["choice", "choices", "scale", "weeks"]))
        }
        return nil
    }

    private func text(_ node: SourceNode) -> Field.Kind? {
        guard let keys = SourceKeys(node, "a text field", log) else { return nil }
        let lines = values.whole(keys.optional("lines"), 1...50) ?? 1
        let limit = values.whole(keys.optional("limit"), 1...100_000) ?? (lines == 1 ? 200 : 4_000)
        keys.finish()
        return .text(lines: lines, limit: limit)
    }

    private func options(_ node: SourceNode) -> Field.Options? {
        if let entries = node.entries, entries.count == 1, entries[0].key == "list" {
            return decoding.reference(.codeList, entries[0].value).map { .list($0) }
        }
        let own = OptionDecoding(values: values).options(node)
        return own.isEmpty ? nil : .own(own)
    }

    private func number(_ node: SourceNode) -> Field.Kind? {
        guard let keys = SourceKeys(node, "a number field", log) else { return nil }
        let unit = values.words(keys.optional("unit")) ?? ""
        let from = values.quantity(keys.optional("from"))
        let to = values.quantity(keys.optional("to"))
        let whole = values.flag(keys.optional("whole")) ?? false
        keys.finish()
        if let from, let to, to < from {
            log.error(node.place, "`to` is less than `from`")
            return nil
        }
        let isRanged = from != nil || to != nil
        let lowest = from ?? Quantity(whole: -999_999_999)
        let highest = to ?? Quantity(whole: 999_999_999)
        return .number(unit: unit, range: isRanged && lowest <= highest ? lowest...highest : nil, whole: whole)
    }

    private func scale(_ node: SourceNode) -> Field.Kind? {
        guard let keys = SourceKeys(node, "a scale", log) else { return nil }
        let from = values.whole(keys.required("from"), -1_000...1_000)
        let to = values.whole(keys.required("to"), -1_000...1_000)
        let low = values.words(keys.optional("low")) ?? ""
        let high = values.words(keys.optional("high")) ?? ""
        keys.finish()
        guard let from, let to else { return nil }
        guard from < to else {
            log.error(node.place, "`to` is not greater than `from`")
            return nil
        }
        return .scale(from: from, through: to, low: low, high: high)
    }
}
