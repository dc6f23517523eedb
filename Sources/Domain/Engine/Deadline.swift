/// One instance of a clock.
package struct Deadline: Hashable, Sendable {
    package var clock: String
    package var title: String
    package var state: State
    /// The first day or instant at which it may be done; equal to `due` where the rule names one day.
    package var from: Due?
    package var due: Due
    /// The event that anchors it, or the clock whose miss started it.
    package var anchor: Anchor
    package var basis: ClockRule.Basis
    package var source: String
    package var category: String
    package var duty: String
    package var dutyIsThePersons: Bool
    /// The sentence that says why it is due then.
    package var because: String
    /// The event that met it, in time or late.
    package var doneBy: String?
    package var doneAt: Instant?
    /// The event, or ending, that voided it.
    package var voidedBy: String?
    /// How many in a row were met, of how many, for a rhythm.
    package var inARow: Int?
    package var ofInARow: Int?
    /// A bank holiday in its span was computed, not yet proclaimed.
    package var isProvisional: Bool
    /// From this instant on it shows as due soon.
    package var warnsAt: Instant?
    package var escalations: [ClockRule.Escalation]

    package init(
        clock: String, title: String, state: State, from: Due? = nil, due: Due, anchor: Anchor,
        basis: ClockRule.Basis, source: String, category: String, duty: String, dutyIsThePersons: Bool,
        because: String, doneBy: String? = nil, doneAt: Instant? = nil, voidedBy: String? = nil, inARow: Int? = nil,
        ofInARow: Int? = nil, isProvisional: Bool, warnsAt: Instant? = nil, escalations: [ClockRule.Escalation]
    ) {
        self.clock = clock
        self.title = title
        self.state = state
        self.from = from
        self.due = due
        self.anchor = anchor
        self.basis = basis
        self.source = source
        self.category = category
        self.duty = duty
        self.dutyIsThePersons = dutyIsThePersons
        self.because = because
        self.doneBy = doneBy
        self.doneAt = doneAt
        self.voidedBy = voidedBy
        self.inARow = inARow
        self.ofInARow = ofInARow
        self.isProvisional = isProvisional
        self.warnsAt = warnsAt
        self.escalations = escalations
    }

    package enum State: String, Hashable, Sendable, CaseIterable {
        case running
        case paused
        case met
        case notMet = "not-met"
        case void
    }

    package enum Anchor: Hashable, Sendable {
        case event(String)
        case missed(String)

        package var text: String {
            switch self {
            case .event(let id): id
            case .missed(let clock): "missed:" + clock
            }
        }
    }

    /// A day, whose last instant is the limit, or an instant.
    package enum Due: Hashable, Sendable {
        case day(Day)
        case instant(Instant)

        package var iso: String {
            switch self {
            case .day(let day): day.iso
            case .instant(let instant): instant.iso
            }
        }

        /// The last instant that is still in time.
        package var end: Instant {
            switch self {
            case .day(let day): London.endOfDay(day)
            case .instant(let instant): instant
            }
        }

        package var day: Day {
            switch self {
            case .day(let day): day
            case .instant(let instant): London.day(of: instant)
            }
        }
    }

    /// Still to be done: running or paused, or missed and not yet made good.
    package var isOutstanding: Bool {
        switch state {
        case .running, .paused: true
        case .notMet: doneBy == nil && voidedBy == nil
        case .met, .void: false
        }
    }

    package var isOverdue: Bool { state == .notMet && isOutstanding }
}
