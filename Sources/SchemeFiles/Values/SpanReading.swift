import Domain

/// Reads lengths of time: `5 working days`, `1 month`, `24 hours`.
enum SpanReading {
    /// The largest amount of each unit: beyond a working lifetime nothing falls due.
    private static func most(_ unit: Span.Unit) -> Int {
        switch unit {
        case .hours: 100_000
        case .days: 36_525
        case .workingDays: 10_000
        case .weeks: 5_000
        case .months: 1_200
        case .years: 100
        }
    }

    static func span(_ node: SourceNode?, atLeast least: Int = 0, _ log: DiagnosticLog) -> Span? {
        guard let node else { return nil }
        guard let text = node.text, let span = span(text) else {
            let found = node.text.map(Wording.quoted) ?? node.kindWords
            log.error(
                node.place,
                "expected a length of time such as `5 working days`, `1 month` or `24 hours`; found \(found)")
            return nil
        }
        guard (least...most(span.unit)).contains(span.amount) else {
            log.error(node.place, "expected from \(least) to \(Span(most(span.unit), span.unit).text)")
            return nil
        }
        return span
    }

    static func span(_ text: String) -> Span? {
        let words = text.split(separator: " ")
        guard let first = words.first, first.utf8.count <= 9, let amount = Int(first), amount >= 0 else { return nil }
        let unit: Span.Unit? =
            switch words.dropFirst().joined(separator: " ") {
            case "hour", "hours": .hours
            case "day", "days": .days
            case "working day", "working days": .workingDays
            case "week", "weeks": .weeks
            case "month", "months": .months
            case "year", "years": .years
            default: nil
            }
        return unit.map { Span(amount, $0) }
    }
}
