package import Domain

/// A time that can be booked.
package struct Slot: Hashable, Sendable {
    package var id: String
    package var agency: String
    package var venue: String
    package var purpose: String
    package var startsAt: Instant
    package var minutes: Int
    package var worker: String?
    package var room: String
    /// Whether it was taken out of the diary.
    package var isTakenAway: Bool

    package init(
        id: String, agency: String, venue: String, purpose: String, startsAt: Instant, minutes: Int,
        worker: String? = nil, room: String = "", isTakenAway: Bool = false
    ) {
        self.id = id
        self.agency = agency
        self.venue = venue
        self.purpose = purpose
        self.startsAt = startsAt
        self.minutes = minutes
        self.worker = worker
        self.room = room
        self.isTakenAway = isTakenAway
    }
}
