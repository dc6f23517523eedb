/// A run of open time within one day by the London clock: open at its start, closed again exactly at its end.
package struct OpenSpan: Hashable, Sendable, CustomStringConvertible {
    /// When it opens; open from that minute’s first instant.
    package let from: TimeOfDay

    /// Minutes after midnight, 1…1440; 1440 is 24:00, the end of the day.
    package let untilMinutes: Int

    /// Midnight to midnight, however long the day is.
    package static let wholeDay = OpenSpan(from: .midnight, untilMinutes: 1440)

    /// Nil when `until` is not later than `from`. Hours that run past midnight are two spans: one to the end of the
    /// day, one from 00:00 on the next.
    /// - Parameter until: nil for 24:00, the end of the day.
    package init?(from: TimeOfDay, until: TimeOfDay?) {
        let untilMinutes = until?.minutes ?? 1440
        guard from.minutes < untilMinutes else { return nil }
        self.init(from: from, untilMinutes: untilMinutes)
    }

    /// Reads `08:00-20:00`, or `20:00-24:00` for a span to the end of the day.
    package init?(_ text: String) {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        guard ends.count == 2, let from = TimeOfDay(ends[0]) else { return nil }
        if ends[1] == "24:00" {
            self.init(from: from, until: nil)
        } else {
            guard let until = TimeOfDay(ends[1]) else { return nil }
            self.init(from: from, until: until)
        }
    }

    private init(from: TimeOfDay, untilMinutes: Int) {
        self.from = from
        self.untilMinutes = untilMinutes
    }

    /// "08:00-20:00", as ``init(_:)`` reads it.
    package var text: String { "\(from.text)-\(until?.text ?? "24:00")" }

    package var description: String { text }

    /// The end by the clock; nil for 24:00.
    package var until: TimeOfDay? { untilMinutes == 1440 ? nil : TimeOfDay(checked: untilMinutes) }

    /// When the span is open on `day`; empty where the spring change swallows it whole.
    func instants(on day: Day) -> Range<Instant> {
        let end = until.map { London.instant(day, $0) } ?? London.startOfDay(day.adding(days: 1))
        return London.instant(day, from)..<end
    }

    /// The same open time in order, with spans that touch or overlap made one.
    static func merged(_ spans: [OpenSpan]) -> [OpenSpan] {
        var result: [OpenSpan] = []
        for span in spans.sorted(by: { ($0.from, $0.untilMinutes) < ($1.from, $1.untilMinutes) }) {
            if let last = result.last, span.from.minutes <= last.untilMinutes {
                let untilMinutes = max(last.untilMinutes, span.untilMinutes)
                result[result.count - 1] = OpenSpan(from: last.from, untilMinutes: untilMinutes)
            } else {
                result.append(span)
            }
        }
        return result
    }
}
