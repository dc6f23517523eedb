/// A record that somebody opened by breaking the glass.
package struct GlassBreak: Sendable, Hashable {
    /// What a reviewer is told it by; it says nothing of the person.
    package var id: String
    package var subject: String
    package var worker: String
    package var agency: String
    package var role: String
    package var reason: String
    package var brokenAt: Instant
    package var until: Instant
    package var endedAt: Instant?
    package var reviewDueAt: Instant
    package var review: Review?

    package struct Review: Sendable, Hashable {
        package var at: Instant
        package var by: String
        package var outcome: Outcome
        package var words: String

        package init(at: Instant, by: String, outcome: Outcome, words: String) {
            self.at = at
            self.by = by
            self.outcome = outcome
            self.words = words
        }
    }

    package enum Outcome: String, Sendable, Hashable, CaseIterable {
        case justified
        case notJustified = "not-justified"
        case referred
    }

    package init(
        id: String, subject: String, worker: String, agency: String, role: String, reason: String, brokenAt: Instant,
        until: Instant, endedAt: Instant? = nil, reviewDueAt: Instant, review: Review? = nil
    ) {
        self.id = id
        self.subject = subject
        self.worker = worker
        self.agency = agency
        self.role = role
        self.reason = reason
        self.brokenAt = brokenAt
        self.until = until
        self.endedAt = endedAt
        self.reviewDueAt = reviewDueAt
        self.review = review
    }
}
