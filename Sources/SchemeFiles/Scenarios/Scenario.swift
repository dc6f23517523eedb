package import Domain

/// A story with its expected outcome, which a practitioner can read and the checker runs.
package struct Scenario: Sendable {
    package var title: String
    /// The numbers of the requirements it shows, such as D-003.
    package var requirements: [String]
    package var source: String
    package var place: SourcePlace
    package var events: [Event]
    package var rota: Rota
    var expectations: [Expectation]

    /// The subject of every event of a scenario.
    package static let subject = "person"
}

/// What must be so at one instant. Each part that is written is checked, and carries its own place.
struct Expectation: Sendable {
    var place: SourcePlace
    var at: Instant
    var isAsKnownThen = false
    var programme: String?
    var enrolments: Expected<Int>?
    var stage: Expected<String>?
    /// `nil` for *not ended*.
    var ended: Expected<String?>?
    var isSuspended: Expected<Bool>?
    /// `none`, `not-needed`, `on-duty NAME` or `accepted NAME`.
    var lead: Expected<String>?
    var clocks: [(clock: String, expected: Expected<[ExpectedDeadline]>)] = []
    var flags: Expected<[String]>?
    /// The codes of each value; none for *no value*.
    var values: [(value: String, expected: Expected<[String]>)] = []
    var decision: String?
    /// The record type whose stops and warnings are expected.
    var record: String?
    /// When that record is said to have occurred, where it is made later.
    var occurred: Instant?
    var stops: Expected<[String]>?
    var warnings: Expected<[String]>?
    /// Who looks, where it is expected what they see.
    var viewer: Viewer?
    /// The record types of which they are shown anything, as a whole.
    var sees: Expected<[String]>?
    /// The categories of which they are shown anything, as a whole.
    var categories: Expected<[String]>?
    var answers: [String: Answer] = [:]
    var outcome: Expected<String>?
    var rule: Expected<String>?

    struct Expected<Value: Sendable>: Sendable {
        var value: Value
        var place: SourcePlace
    }
}

/// What is expected of one deadline. A clock with none expected must have no deadline.
struct ExpectedDeadline: Sendable {
    var state: Deadline.State?
    /// As ISO text; `none` for no first day.
    var from: String?
    var due: String?
    var inARow: Int?
}
