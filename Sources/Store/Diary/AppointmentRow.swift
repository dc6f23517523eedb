package import Domain

/// An appointment as it stands.
package struct AppointmentRow: Hashable, Sendable {
    package var event: String
    package var subject: String
    package var slot: String?
    package var agency: String
    package var venue: String
    package var purpose: String
    package var startsAt: Instant
    package var minutes: Int
    package var worker: String?
    package var state: String
    package var guardedBy: Guard

    package init(
        event: String, subject: String, slot: String?, agency: String, venue: String, purpose: String,
        startsAt: Instant, minutes: Int, worker: String?, state: String, guardedBy: Guard
    ) {
        self.event = event
        self.subject = subject
        self.slot = slot
        self.agency = agency
        self.venue = venue
        self.purpose = purpose
        self.startsAt = startsAt
        self.minutes = minutes
        self.worker = worker
        self.state = state
        self.guardedBy = guardedBy
    }
}
