package import Domain
import Store

/// An appointment with its names in words.
package struct AppointmentLine: Sendable, Hashable {
    /// The event that booked it.
    package var event: String
    package var purpose: String
    package var purposeTitle: String
    package var startsAt: Instant
    package var minutes: Int
    package var place: String
    package var address: String
    /// Empty where no worker is named.
    package var worker: String
    package var state: AppointmentState

    init(_ row: AppointmentRow, rules: RulesInForce.Snapshot) {
        let day = London.day(of: row.startsAt)
        event = row.event
        purpose = row.purpose
        purposeTitle = AppointmentPurposes(rules: rules).title(row.purpose, on: day)
        startsAt = row.startsAt
        minutes = row.minutes
        place = rules.directory.venueTitle(row.venue)
        address = rules.directory.venues[row.venue]?.address ?? ""
        worker = row.worker.map(rules.directory.workerName) ?? ""
        // The schema allows these five and no other.
        state = AppointmentState(rawValue: row.state) ?? .booked
    }
}
