/// A time on the wall clock, to the minute: 00:00 to 23:59.
package struct TimeOfDay: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Minutes after midnight by the wall clock, 0…1439. Not elapsed minutes: a day on which the clocks change has
    /// 1,380 or 1,500 of those.
    package let minutes: Int

    /// 00:00, the beginning of the day.
    package static let midnight = TimeOfDay(checked: 0)

    /// Nil outside 0…23 hours and 0…59 minutes.
    package init?(hour: Int, minute: Int) {
        guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
        minutes = hour * 60 + minute
    }

    /// Reads `HH:MM` in exactly five characters.
    package init?(_ text: String) {
        var reader = DigitReader(text)
        guard let hour = reader.number(digits: 2), reader.take(":"),
            let minute = reader.number(digits: 2), reader.isAtEnd
        else { return nil }
        self.init(hour: hour, minute: minute)
    }

    /// For minutes that arithmetic has already brought into 0…1439.
    init(checked minutes: Int) {
        precondition((0...1439).contains(minutes), "A time of day is within one day")
        self.minutes = minutes
    }

    /// 0…23.
    package var hour: Int { minutes / 60 }

    /// 0…59.
    package var minute: Int { minutes % 60 }

    /// "08:05".
    package var text: String { "\(hour.padded(to: 2)):\(minute.padded(to: 2))" }

    package var description: String { text }

    package static func < (left: TimeOfDay, right: TimeOfDay) -> Bool { left.minutes < right.minutes }
}
