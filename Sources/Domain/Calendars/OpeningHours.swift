/// When a venue, a team or a phone line is open.
///
/// What holds on a day is the first of: what is dated for that day; closed, on a bank holiday, where those are kept;
/// the week's pattern. Custody cover, 08:00 to 20:00 every day, is open at 08:00 and closed at 20:00 exactly.
package struct OpeningHours: Hashable, Sendable {
    private let weekly: [Weekday: [OpenSpan]]
    private let dated: [Day: [OpenSpan]]
    private let closedOn: BankHolidays?

    /// How far ``nextOpening(after:)`` looks, in days, past the last dated day.
    private static let horizonDays = 400

    /// - Parameters:
    ///   - weekly: the pattern of the week; a weekday that is missing is closed.
    ///   - dated: what holds on single days instead; no spans is closed. It wins over bank holidays.
    ///   - closedOn: the bank holidays that close it, or nil where it opens on them as on any other day.
    package init(
        weekly: [Weekday: [OpenSpan]], dated: [Day: [OpenSpan]] = [:], closedOn: BankHolidays? = nil
    ) {
        self.weekly = weekly.mapValues(OpenSpan.merged)
        self.dated = dated.mapValues(OpenSpan.merged)
        self.closedOn = closedOn
    }

    /// The same span every day of the year, bank holidays included.
    package static func everyDay(_ span: OpenSpan) -> OpeningHours {
        OpeningHours(weekly: Dictionary(uniqueKeysWithValues: Weekday.allCases.map { ($0, [span]) }))
    }

    /// The day's open spans in order, none of them touching another.
    package func spans(on day: Day) -> [OpenSpan] {
        if let spans = dated[day] { return spans }
        if closedOn?.name(of: day) != nil { return [] }
        return weekly[day.weekday] ?? []
    }

    /// Whether it is open at that instant: from a span’s first instant, and no longer at its end.
    package func isOpen(at instant: Instant) -> Bool {
        let day = London.day(of: instant)
        return spans(on: day).contains { $0.instants(on: day).contains(instant) }
    }

    /// The first instant later than `instant` at which it opens, having been closed; nil when it does not open again
    /// within 400 days of `instant` and of the last dated day.
    package func nextOpening(after instant: Instant) -> Instant? {
        let first = London.day(of: instant)
        let last = max(first, dated.keys.max() ?? first).adding(days: OpeningHours.horizonDays)
        var day = first
        while day <= last {
            for span in spans(on: day) {
                let open = span.instants(on: day)
                let wasOpen = isOpen(at: open.lowerBound.adding(milliseconds: -1))
                if open.lowerBound > instant, !open.isEmpty, !wasOpen { return open.lowerBound }
            }
            day = day.adding(days: 1)
        }
        return nil
    }

    /// Whole minutes of open time from `start` up to `end`, as they elapse: a night when the clocks change counts what
    /// passes, not what the clock shows. 0 when `end` is not later.
    package func openMinutes(from start: Instant, to end: Instant) -> Int {
        guard start < end else { return 0 }
        var milliseconds: Int64 = 0
        var day = London.day(of: start)
        let last = London.day(of: end)
        while day <= last {
            for span in spans(on: day) {
                let open = span.instants(on: day).clamped(to: start..<end)
                milliseconds += open.lowerBound.milliseconds(until: open.upperBound)
            }
            day = day.adding(days: 1)
        }
        return Int(milliseconds) / Instant.millisecondsPerMinute
    }
}
