package import Domain
import Store

/// A deadline as a page prints it.
package struct DueLine: Sendable, Hashable {
    package enum State: Sendable, Hashable {
        case overdue
        case dueSoon
        case due
        /// Its clock stands still; the day it shows may move.
        case paused
        case met
        /// Nothing is to be done any more.
        case void
        /// Missed, and made good late or overtaken.
        case missed
    }

    package var title: String
    package var state: State
    /// "by 15 May 2013", "10 to 15 May 2013".
    package var when: String
    /// The last instant that is still in time.
    package var dueAt: Instant
    package var because: String
    package var basis: ClockRule.Basis
    package var source: String
    /// The role, agency or team whose duty it is, in words.
    package var duty: String
    /// Whether it is the person's to do, not ours.
    package var isPersonsDuty: Bool
    /// How many in a row were met, of how many, for a rhythm.
    package var inARow: Int?
    package var ofInARow: Int?
    /// A bank holiday that it counts was computed, not yet proclaimed.
    package var isProvisional: Bool

    /// Whether something is still to be done.
    package var isOutstanding: Bool {
        switch state {
        case .overdue, .dueSoon, .due, .paused: true
        case .met, .void, .missed: false
        }
    }

    init(_ row: DeadlineRow, at now: Instant, rules: RulesInForce.Snapshot) {
        title = row.title
        state = State(row, at: now)
        when = row.dueWords
        dueAt = row.dueAt
        because = row.because
        basis = ClockRule.Basis(rawValue: row.basis) ?? .local
        source = row.source
        duty =
            rules.definitions.roles.first { $0.id == row.duty }?.title ?? rules.directory.agencyTitle(row.duty)
        isPersonsDuty = row.isPersonsDuty
        inARow = row.inARow
        ofInARow = row.ofInARow
        isProvisional = row.isProvisional
    }
}

extension DueLine.State {
    /// The state at an instant: time may have passed since the row was derived.
    fileprivate init(_ row: DeadlineRow, at now: Instant) {
        if row.isOutstanding {
            self =
                row.isOverdue(at: now)
                ? .overdue : row.state == "paused" ? .paused : row.isDueSoon(at: now) ? .dueSoon : .due
        } else {
            self = row.state == "met" ? .met : row.state == "void" ? .void : .missed
        }
    }
}
