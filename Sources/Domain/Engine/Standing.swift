/// All that the engine derives for one subject at one instant.
package struct Standing: Hashable, Sendable {
    package var subject: String
    package var asOf: Instant
    package var enrolments: [EnrolmentStanding]
    /// The first instant after `asOf` at which time alone changes something; `nil` when nothing is running.
    package var nextChange: Instant?

    package init(
        subject: String, asOf: Instant, enrolments: [EnrolmentStanding], nextChange: Instant? = nil
    ) {
        self.subject = subject
        self.asOf = asOf
        self.enrolments = enrolments
        self.nextChange = nextChange
    }
}

/// One person's time in one programme.
package struct EnrolmentStanding: Hashable, Sendable {
    package var programme: String
    package var title: String
    package var version: String
    /// The event that opened it: with the programme, the enrolment's identity.
    package var openedBy: String
    package var openedAt: Instant
    /// The agency that recorded the opening event, unless the programme names another.
    package var agency: String
    /// Who may know that it exists: the category of the event that opened it.
    package var category: String
    /// Who may know how far it has come: the category of the event that led to its stage, or ended it.
    package var positionCategory: String
    /// Who may know who leads: the category and the record type of the events by which the lead is taken.
    package var leadGuard: LeadGuard
    package var stage: String
    package var stageTitle: String
    package var stageSince: Instant
    package var isSuspended: Bool
    package var ended: Ended?
    package var lead: Lead
    package var deadlines: [Deadline]
    package var values: [ValueStanding]
    package var flags: [FlagStanding]

    package init(
        programme: String, title: String, version: String, openedBy: String, openedAt: Instant, agency: String,
        category: String, positionCategory: String, leadGuard: LeadGuard, stage: String, stageTitle: String,
        stageSince: Instant, isSuspended: Bool, ended: Ended? = nil, lead: Lead, deadlines: [Deadline],
        values: [ValueStanding], flags: [FlagStanding]
    ) {
        self.programme = programme
        self.title = title
        self.version = version
        self.openedBy = openedBy
        self.openedAt = openedAt
        self.agency = agency
        self.category = category
        self.positionCategory = positionCategory
        self.leadGuard = leadGuard
        self.stage = stage
        self.stageTitle = stageTitle
        self.stageSince = stageSince
        self.isSuspended = isSuspended
        self.ended = ended
        self.lead = lead
        self.deadlines = deadlines
        self.values = values
        self.flags = flags
    }

    /// What guards the lead, beside the agency that owns the enrolment.
    package struct LeadGuard: Hashable, Sendable {
        package var category: String
        package var type: String

        package init(category: String, type: String) {
            self.category = category
            self.type = type
        }
    }

    package struct Ended: Hashable, Sendable {
        package var at: Instant
        package var reason: String
        package var title: String
        package var event: String
    }

    package var isOpen: Bool { ended == nil }

    /// The open deadline that presses most: overdue first, then by when it is due.
    package var mostPressing: Deadline? {
        deadlines.filter { $0.isOutstanding }.min { $0.due.end < $1.due.end }
    }
}

/// Who leads an open enrolment.
package enum Lead: Hashable, Sendable {
    case none
    /// The worker whom the duty rota names; the rota counts as the acceptance.
    case onDuty(worker: String, since: Instant)
    case accepted(worker: String, since: Instant, event: String)
    /// The programme asks for no lead worker.
    case notNeeded

    package var worker: String? {
        switch self {
        case .none, .notNeeded: nil
        case .onDuty(let worker, _), .accepted(let worker, _, _): worker
        }
    }
}

package struct ValueStanding: Hashable, Sendable {
    package var id: String
    package var title: String
    package var category: String
    package var answer: Answer
    /// The event it was read from, for *who says so*.
    package var event: String?

    package init(
        id: String, title: String, category: String, answer: Answer, event: String? = nil
    ) {
        self.id = id
        self.title = title
        self.category = category
        self.answer = answer
        self.event = event
    }
}

package struct FlagStanding: Hashable, Sendable {
    package var id: String
    package var title: String
    package var category: String

    package init(
        id: String, title: String, category: String
    ) {
        self.id = id
        self.title = title
        self.category = category
    }
}
