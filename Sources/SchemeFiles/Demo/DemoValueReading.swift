import Domain

/// Reads an answer of a story: fixed, drawn, taken from an earlier record, or made.
struct DemoValueReading {
    let reading: DemoReading
    var cast: Set<String> = []
    var agencies: [String] = []
    var venues: [String] = []
    /// Told of every answer taken from an earlier record, which is checked when the story has been read.
    var refersTo: (_ label: String, _ field: String, _ place: SourcePlace) -> Void = { _, _, _ in }

    private var values: ValueReading { reading.values }
    private var log: DiagnosticLog { reading.log }
    private var ranges: DemoRanges { DemoRanges(log: log) }

    private static let heads = ["one-of", "drawn", "from", "pattern", "number", "days", "minutes", "worker"]

    /// The day for which two-digit years of identifiers are read; identifiers are made, not written.
    private static let anyDay = Day(number: 20_000)

    func value(_ node: SourceNode, _ field: Field) -> DemoValue? {
        guard let entries = node.entries, let head = entries.first, Self.heads.contains(head.key) else {
            return fixed(node, field).map(DemoValue.fixed)
        }
        for extra in entries.dropFirst() { log.error(extra.place, "an answer that is drawn or made has one key") }
        switch head.key {
        case "one-of":
            let all = values.list(head.value).map { Weighted(1, maybe($0, field)) }
            return all.isEmpty ? nil : .drawn(all)
        case "drawn": return drawn(head.value, field)
        case "from":
            guard let (label, answer) = ranges.answer(head.value) else { return nil }
            refersTo(label, answer, head.value.place)
            return .from(label: label, field: answer)
        case "pattern": return values.string(head.value).map(DemoValue.pattern)
        case "number": return ranges.numbers(head.value, in: -1_000_000...1_000_000).map(DemoValue.number)
        case "days": return ranges.numbers(head.value, in: -40_000...4_000).map(DemoValue.days)
        case "minutes": return ranges.numbers(head.value, in: -100_000...100_000).map(DemoValue.minutes)
        default: return reading.known(head.value, "part of the cast", among: cast).map(DemoValue.worker)
        }
    }

    /// `none` stands for no answer.
    private func maybe(_ node: SourceNode, _ field: Field) -> DemoValue? {
        node.text == "none" && !hasOption("none", field) ? nil : value(node, field)
    }

    private func drawn(_ node: SourceNode, _ field: Field) -> DemoValue? {
        let all = values.parts(node, "weights").compactMap { entry -> Weighted<DemoValue?>? in
            guard let weight = values.whole(entry.value, 1...10_000) else { return nil }
            if entry.key == "none", !hasOption("none", field) { return Weighted(weight, nil) }
            if let reason = entry.key.split(separator: " ").last, entry.key.hasPrefix("missing ") {
                guard let missing = Answer.Missing(rawValue: String(reason)), field.missingAllowed.contains(missing)
                else {
                    log.error(entry.place, "`\(field.id)` cannot be left as \(Wording.quoted(String(reason)))")
                    return nil
                }
                return Weighted(weight, .fixed(.missing(missing)))
            }
            let key = SourceNode(place: entry.place, content: .text(entry.key))
            return fixed(key, field).map { Weighted(weight, .fixed($0)) }
        }
        return all.isEmpty ? nil : .drawn(all)
    }

    private func hasOption(_ code: String, _ field: Field) -> Bool {
        reading.answers.options(field).contains { $0.code == code }
    }

    func fixed(_ node: SourceNode, _ field: Field) -> Answer? {
        switch field.kind {
        case .agency: return reading.known(node, "agency", among: agencies).map(Answer.reference)
        case .venue: return reading.known(node, "venue", among: venues).map(Answer.reference)
        default: break
        }
        var json = node.json
        // One code where several may be ticked.
        if case .choices = field.kind, let text = node.text { json = .array([.string(text)]) }
        do throws(AnswerReading.Fault) {
            return try reading.answers.answer(json, field, on: Self.anyDay)
        } catch {
            log.error(node.place, error.message)
            return nil
        }
    }
}
