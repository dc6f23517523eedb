package import Markup

/// The places of the service, in the order the navigation shows them.
package enum Place: String, Sendable, CaseIterable {
    case board
    case today
    case people
    case diary
    case referrals
    /// Agencies, workers, agreements, rules and the ledger: for administrators, who have no sight of cases.
    case partnership

    package var title: String {
        switch self {
        case .board: "My board"
        case .today: "Today"
        case .people: "People"
        case .diary: "Diary"
        case .referrals: "Referrals"
        case .partnership: "Partnership"
        }
    }

    package var href: Href {
        switch self {
        case .board: "/board"
        case .today: "/today"
        case .people: "/people"
        case .diary: "/diary"
        case .referrals: "/referrals"
        case .partnership: "/partnership"
        }
    }

    var isForAdministrators: Bool { self == .partnership }
}
