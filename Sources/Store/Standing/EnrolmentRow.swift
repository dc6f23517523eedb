package import Domain

/// An enrolment as lists show it.
package struct EnrolmentRow: Sendable, Hashable {
    package var openedBy: String
    package var programme: String
    package var subject: String
    package var title: String
    package var agency: String
    package var openedAt: Instant
    /// Empty where the viewer may not know how far it has come.
    package var stage: String
    package var stageTitle: String
    package var stageSince: Instant
    package var isSuspended: Bool
    package var endedAt: Instant?
    package var endTitle: String?
    /// As `Lead.kind`, or `leadNotShown`.
    package var leadKind: String
    package var leadWorker: String?
    package var leadSince: Instant?
    package var category: String
    package var values: [String: Answer] = [:]
    package var flags: [FlagRow] = []
    package var deadlines: [DeadlineRow] = []

    /// The kind of lead where the viewer may not know who leads, if anybody does.
    package static let leadNotShown = "not-shown"
}

package struct FlagRow: Sendable, Hashable {
    package var flag: String
    package var title: String
}

/// A deadline as lists show it. Its state is read at the instant of the page, since time may have passed.
package struct DeadlineRow: Sendable, Hashable {
    package var openedBy: String
    package var programme: String
    package var clock: String
    package var number: Int
    package var subject: String
    package var title: String
    package var state: String
    package var fromText: String?
    package var dueText: String
    package var dueAt: Instant
    package var warnsAt: Instant?
    package var category: String
    package var basis: String
    package var source: String
    package var because: String
    package var duty: String
    package var isPersonsDuty: Bool
    package var isOutstanding: Bool
    package var inARow: Int?
    package var ofInARow: Int?
    package var isProvisional: Bool

    package func isOverdue(at now: Instant) -> Bool {
        isOutstanding && state != "paused" && dueAt < now
    }
}
