package import Domain

/// A notice or letter as it is printed, filled in from one event of the record.
package struct NoticeView: Sendable {
    package var subject: String
    package var event: String
    package var title: String
    package var paragraphs: [String]
    /// The questions that the letter asks for and the record does not answer: lines are left for the pen.
    package var gaps: [String]
    package var status: Status
    /// The day the notice was given.
    package var givenOn: Day
    package var asOf: Instant

    package enum Status: Sendable, Hashable {
        case inForce
        /// A correction took its place.
        case corrected(event: String)
        /// It was withdrawn, or its correction is not for this viewer.
        case withdrawn
        /// A later one of its kind was given.
        case later(event: String, on: Day)

        var isReplaced: Bool {
            switch self {
            case .corrected, .withdrawn: true
            case .inForce, .later: false
            }
        }
    }
}
