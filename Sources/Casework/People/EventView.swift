package import Domain

/// One event of the timeline.
package struct EventView: Sendable {
    package var id: String
    package var type: String
    package var title: String
    package var act: String
    package var occurredAt: Instant
    package var isDayOnly: Bool
    package var recordedAt: Instant
    package var by: String
    package var agency: String
    package var supersedes: String?
    package var answers: [AnswerView]
}

/// One answer as a page prints it.
package struct AnswerView: Sendable, Hashable {
    package var field: String
    package var question: String
    package var text: String
    package var category: String
}
