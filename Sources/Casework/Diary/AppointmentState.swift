/// How an appointment stands, as a page says it.
package enum AppointmentState: String, Sendable, Hashable {
    case booked
    case attended
    case missed
    case replaced
    case cancelled

    package func words(isPast: Bool) -> String {
        switch self {
        case .booked: isPast ? "Not recorded yet" : "Booked"
        case .attended: "Attended"
        case .missed: "Did not attend or left"
        case .replaced: "Moved to another time"
        case .cancelled: "Cancelled"
        }
    }
}
