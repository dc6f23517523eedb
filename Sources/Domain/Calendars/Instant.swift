/// A moment in time, to the millisecond, the same everywhere.
///
/// Leap seconds are not counted, as in POSIX: every UTC day has 86,400 seconds.
package struct Instant: Hashable, Comparable, Sendable {
    /// Milliseconds since 1970-01-01T00:00:00Z, negative before it.
    package let milliseconds: Int64

    /// Any count is an instant; ``milliseconds`` says what it counts.
    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// The instant that much later, or earlier when negative.
    package func adding(milliseconds: Int64) -> Instant {
        Instant(milliseconds: self.milliseconds + milliseconds)
    }

    /// The instant that many seconds later, or earlier when negative.
    package func adding(seconds: Int) -> Instant { adding(milliseconds: Int64(seconds) * 1000) }

    /// The instant that many elapsed minutes later, or earlier when negative.
    package func adding(minutes: Int) -> Instant { adding(seconds: minutes * 60) }

    /// Elapsed hours: 24 of them are not always one London day.
    package func adding(hours: Int) -> Instant { adding(minutes: hours * 60) }

    /// How long from this instant to `other`; negative when `other` is earlier.
    package func milliseconds(until other: Instant) -> Int64 { other.milliseconds - milliseconds }

    package static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }
}

extension Instant {
    static let millisecondsPerMinute = 60_000
    static let millisecondsPerDay = 86_400_000

    /// The instant at which clocks showing UTC read this day and so many minutes after midnight.
    init(utc day: Day, minutes: Int) {
        let total = day.number * Instant.millisecondsPerDay + minutes * Instant.millisecondsPerMinute
        self.init(milliseconds: Int64(total))
    }

    /// The day and the milliseconds after midnight that clocks showing UTC read.
    var utc: (day: Day, milliseconds: Int) {
        let (day, rest) = Int(milliseconds).flooredDivision(by: Instant.millisecondsPerDay)
        return (Day(number: day), rest)
    }
}
