package import Domain
package import Store

/// What a worker must do now, for whom, by when and why, and what has changed since they were last here.
///
/// Their people are those they lead, by acceptance or by the duty rota.
package struct TodayView: Sendable {
    /// Overdue, due today or due soon, the most pressing first.
    package var due: [Line<DeadlineRow>]
    package var appointments: [Line<AppointmentRow>]
    package var handOvers: [Line<AskedHandOver>]
    /// Referrals to the agency that nobody has answered.
    package var referrals: [Line<WaitingReferral>]
    /// Misses that have reached the viewer's role and that nobody has acknowledged.
    package var escalations: [Line<EscalationRow>]
    /// People of the agency whom nobody leads.
    package var withoutLead: [Line<EnrolmentRow>]
    /// Flags that the schemes' rules have raised.
    package var alerts: [Line<Alert>]
    /// Of those without a flag: people of whom the agency has recorded nothing for seven days, and when it last did.
    package var quiet: [Line<Instant>]
    package var drafts: [Line<Draft>]
    /// What others recorded since `since`, the newest first.
    package var changes: [Line<RecentChange>]
    /// When the worker's session before this one ended, or a day ago when there was none.
    package var since: Instant
    package var asOf: Instant

    /// One thing about one person.
    package struct Line<Matter: Sendable>: Sendable {
        package var person: FoundPerson
        package var matter: Matter
    }

    package struct Alert: Sendable, Hashable {
        package var flag: FlagRow
        /// The title of the programme whose rule raised it.
        package var programme: String
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
