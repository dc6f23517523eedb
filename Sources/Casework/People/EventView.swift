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
    /// What the event decided, for a record that makes a decision and where the viewer may read it.
    package var decided: DecidedView?
    package var answers: [AnswerView]
}

/// What a decision came to, in the words of its scheme: no code of an outcome or a rule.
package struct DecidedView: Sendable, Hashable {
    /// What was to be decided.
    package var question: String
    /// The outcome's title.
    package var title: String
    /// The sentence of the rule that fired; empty where the rule is kept no longer.
    package var because: String
}

/// One answer as a page prints it.
package struct AnswerView: Sendable, Hashable {
    package var field: String
    package var question: String
    package var text: String
    package var category: String
}
