package import Domain

/// What a worker must do now, for whom, by when and why, and what has changed since they were last here.
///
/// Their people are those they lead, by acceptance or by the duty rota.
package struct TodayView: Sendable {
    /// Overdue, due today or due soon, the most pressing first.
    package var due: [Line<DueLine>]
    package var appointments: [Line<AppointmentLine>]
    package var handOvers: [Line<HandOver>]
    /// Referrals to the agency that nobody has answered.
    package var referrals: [Line<Referral>]
    /// Misses that have reached the viewer's role and that nobody has acknowledged.
    package var escalations: [Line<Escalation>]
    /// People of the agency whom nobody leads.
    package var withoutLead: [Line<WithoutLead>]
    /// Flags that the schemes' rules have raised.
    package var alerts: [Line<Alert>]
    /// Of those without a flag: people of whom the agency has recorded nothing for seven days, and when it last did.
    package var quiet: [Line<Instant>]
    package var drafts: [Line<Begun>]
    /// How many records that colleagues opened by breaking the glass wait for the viewer's review.
    package var glassToReview: Int
    /// What the viewer's agency is told of records that it may no longer see.
    package var messages: [MessageView]
    /// What others recorded since `since`, the newest first.
    package var changes: [Line<Change>]
    /// When the worker's session before this one ended, or a day ago when there was none.
    package var since: Instant
    package var asOf: Instant

    /// One thing about one person.
    package struct Line<Matter: Sendable>: Sendable {
        package var person: PersonIdentity
        package var matter: Matter
    }

    package struct Alert: Sendable, Hashable {
        package var title: String
        /// The title of the programme whose rule raised it.
        package var programme: String
    }

    package struct HandOver: Sendable, Hashable {
        /// The worker who hands over.
        package var from: String
        /// Where they stand in each programme that the viewer may know of: "Tested positive", "In custody".
        package var positions: [String]
        package var dueAt: Instant
    }

    package struct Referral: Sendable, Hashable {
        /// The agency that asks.
        package var from: String
        package var service: String
        package var sentAt: Instant
    }

    package struct Escalation: Sendable, Hashable {
        package var name: Acknowledge.Alert
        package var title: String
        package var because: String
        package var dueAt: Instant
    }

    package struct WithoutLead: Sendable, Hashable {
        package var programme: String
        package var stage: String
        /// Since when nobody leads; nil where that is not the viewer's to see or no rule keeps it.
        package var since: Instant?
    }

    package struct Begun: Sendable, Hashable {
        /// The record type.
        package var type: String
        package var title: String
        package var keptUntil: Instant
    }

    package struct Change: Sendable, Hashable {
        package var title: String
        /// `record`, `amend`, `withdraw` or `move`.
        package var act: String
        package var by: String
        package var agency: String
        package var recordedAt: Instant
    }

    /// Everybody the page shows, each once.
    package var subjects: [String] {
        let led = due.map(\.person) + appointments.map(\.person) + alerts.map(\.person) + quiet.map(\.person)
        let asked = handOvers.map(\.person) + referrals.map(\.person) + escalations.map(\.person)
        let others = withoutLead.map(\.person) + drafts.map(\.person) + changes.map(\.person)
        var seen: Set<String> = []
        return (led + asked + others).map(\.subject).filter { seen.insert($0).inserted }
    }
}
