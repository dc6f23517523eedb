package import Domain

/// Referrals to and from the viewer's agency, the newest first.
package struct ReferralsView: Sendable {
    /// Sent to us and not answered yet, the longest waiting first.
    package var waiting: [Line]
    /// Taken on by us, or on our waiting list.
    package var accepted: [Line]
    /// Sent by us, however they were answered.
    package var sent: [Line]
    /// The record type that answers a referral, where this role may complete it.
    package var answersWith: String?
    /// There are more than one page shows.
    package var hasMore: Bool
    package var asOf: Instant

    package struct Line: Sendable, Hashable {
        package var event: String
        package var person: PersonLine
        /// The agency that asks, in words.
        package var from: String
        /// The agency that is asked, in words.
        package var to: String
        package var service: String
        package var state: State
        package var sentAt: Instant
        package var answeredAt: Instant?
    }

    package enum State: String, Sendable, Hashable {
        case sent
        case accepted
        case refused
        case closed

        package var words: String {
            switch self {
            case .sent: "Waiting for an answer"
            case .accepted: "Taken on"
            case .refused: "Not taken on"
            case .closed: "Finished"
            }
        }
    }
}
