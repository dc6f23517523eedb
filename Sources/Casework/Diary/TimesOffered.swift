package import Domain

/// Free times for one person and purpose, the first that the rules allow in front.
package struct TimesOffered: Sendable {
    package var person: PersonLine
    /// The record that a booking makes; `nil` where no scheme has one.
    package var type: String?
    /// The purposes there are, those that something due limits in front.
    package var purposes: [Purpose]
    /// The purpose the times are for; `nil` while none was chosen.
    package var purpose: Purpose?
    package var times: [Time]
    /// There are more free times than one page offers.
    package var hasMore: Bool
    /// What the person has booked for the purpose.
    package var booked: [AppointmentLine]
    package var asOf: Instant

    package struct Purpose: Sendable, Hashable {
        package var code: String
        package var title: String
        /// The days that are allowed, with the reason; `nil` when no clock limits the purpose.
        package var window: Window?
        /// Whether a new booking takes the place of one there is; others stand beside each other, as in a weekly series.
        package var isOneAtATime: Bool
    }

    /// Days from a clock that books the purpose, both included.
    package struct Window: Sendable, Hashable {
        package var from: Day
        package var due: Day
        package var title: String
        package var because: String
        package var source: String
        package var basis: String

        package func contains(_ instant: Instant) -> Bool {
            let day = London.day(of: instant)
            return day >= from && day <= due
        }
    }

    package struct Time: Sendable, Hashable {
        package var slot: String
        package var startsAt: Instant
        package var minutes: Int
        package var place: String
        package var room: String
        package var worker: String
    }

    /// Whether a time lies within the days allowed.
    package func isWithin(_ time: Time) -> Bool {
        purpose?.window?.contains(time.startsAt) ?? true
    }

    /// The time that is offered first: the earliest within the days allowed; where none is left there, the earliest
    /// after them, and then the latest before.
    package var first: Time? {
        if let time = times.first(where: isWithin) { return time }
        guard let window = purpose?.window else { return times.first }
        return times.first { London.day(of: $0.startsAt) > window.due } ?? times.last
    }
}
