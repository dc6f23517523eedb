import Domain

/// Reads how long a clock runs.
struct LimitDecoding {
    let values: ValueReading

    private var log: DiagnosticLog { values.log }
    private static let kinds = ["within", "window", "every", "series", "before"]

    func limit(_ node: SourceNode) -> ClockRule.Limit? {
        guard let keys = SourceKeys(node, "the `limit` of a clock", log) else { return nil }
        guard let entry = keys.one(of: Self.kinds) else {
            keys.finish()
            return nil
        }
        let inARow = entry.key == "every" ? keys.optional("in-a-row") : nil
        keys.finish()
        switch entry.key {
        case "within": return SpanReading.span(entry.value, log).map { .within($0) }
        case "before": return SpanReading.span(entry.value, log).map { .before($0) }
        case "window": return window(entry.value)
        case "every":
            let target = values.whole(inARow, 1...1_000)
            return days(entry.value, "`every`").map { .every($0, inARow: target) }
        default: return series(entry.value)
        }
    }

    private func window(_ node: SourceNode) -> ClockRule.Limit? {
        guard let keys = SourceKeys(node, "a window", log) else { return nil }
        let from = SpanReading.span(keys.required("from"), log)
        let to = SpanReading.span(keys.required("to"), log)
        keys.finish()
        guard let from, let to else { return nil }
        if (from.unit == .hours) != (to.unit == .hours) {
            log.error(node.place, "a window counts hours at both ends or at neither")
            return nil
        }
        if from.unit == to.unit && from.amount > to.amount {
            log.error(node.place, "this window ends before it begins")
            return nil
        }
        return .window(from: from, to: to)
    }

    private func series(_ node: SourceNode) -> ClockRule.Limit? {
        let spans = values.list(node, most: 100).compactMap { days($0, "a series") }
        if spans.isEmpty {
            log.error(node.place, "a series needs at least one length of time")
            return nil
        }
        for (one, next) in zip(spans, spans.dropFirst()) where one.unit == next.unit && one.amount >= next.amount {
            log.error(node.place, "the steps of a series get longer: \(next.text) comes after \(one.text)")
            return nil
        }
        return .series(spans)
    }

    private func days(_ node: SourceNode, _ what: String) -> Span? {
        guard let span = SpanReading.span(node, atLeast: 1, log) else { return nil }
        if span.unit == .hours {
            log.error(node.place, "\(what) counts days, weeks, months or years, not hours")
            return nil
        }
        return span
    }
}
