/// When something occurred: at an instant, or on a day whose time nobody noted.
package enum Moment: Hashable, Sendable {
    case instant(Instant)
    case day(Day)

    /// The London day it occurred on.
    package var day: Day {
        switch self {
        case .instant(let instant): London.day(of: instant)
        case .day(let day): day
        }
    }

    /// The instant it counts at. A day-only event counts at its day's end, unless its record type says that it counts
    /// at the start (design: "Times").
    package func instant(dayCountsAtStart: Bool = false) -> Instant {
        switch self {
        case .instant(let instant): instant
        case .day(let day): dayCountsAtStart ? London.startOfDay(day) : London.endOfDay(day)
        }
    }

    /// ISO text: an instant in Z, or a day.
    package var iso: String {
        switch self {
        case .instant(let instant): instant.iso
        case .day(let day): day.iso
        }
    }

    package init?(iso text: String) {
        if let day = Day(text) {
            self = .day(day)
        } else if let instant = Instant(text) {
            self = .instant(instant)
        } else {
            return nil
        }
    }
}
