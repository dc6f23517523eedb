package import Domain

/// What a worker asks to record.
package struct RecordRequest: Sendable {
    package var subject: String
    package var type: String
    package var answers: [String: Answer]
    /// When it occurred; now when not said.
    package var occurred: Moment?
    /// When the agency learned of it; now when not said.
    package var known: Instant?
    package var act: Event.Act
    /// The form's key and a digest of what it sent, so that a second press writes nothing.
    package var key: (name: String, bodyDigest: String)?

    package init(
        subject: String, type: String, answers: [String: Answer], occurred: Moment? = nil, known: Instant? = nil,
        act: Event.Act = .record, key: (name: String, bodyDigest: String)? = nil
    ) {
        self.subject = subject
        self.type = type
        self.answers = answers
        self.occurred = occurred
        self.known = known
        self.act = act
        self.key = key
    }
}

/// What came of it: the page says what changed and why.
package struct RecordReceipt: Sendable, Equatable {
    package var event: String
    package var subject: String
    package var changes: [StandingChange]
    package var finding: Decision.Finding?
    /// True when the same form had been sent before: nothing new was written.
    package var wasRepeated: Bool
}

/// One difference a record made.
package enum StandingChange: Sendable, Hashable {
    case opened(programme: String)
    case ended(programme: String, title: String)
    case stage(programme: String, title: String)
    case due(Deadline)
    case met(title: String)
    case voided(title: String)
    case lead(Lead, programme: String)

    /// What differs between two standings of one subject.
    package static func between(_ before: Standing, _ after: Standing) -> [StandingChange] {
        var changes: [StandingChange] = []
        for now in after.enrolments {
            guard let then = before.enrolments.first(where: { $0.isSameEnrolment(as: now) }) else {
                changes.append(.opened(programme: now.title))
                changes += now.deadlines.filter(\.isOutstanding).map(StandingChange.due)
                if case .notNeeded = now.lead {} else { changes.append(.lead(now.lead, programme: now.title)) }
                continue
            }
            if let ended = now.ended, then.isOpen {
                changes.append(.ended(programme: now.title, title: ended.title))
                continue
            }
            if now.stage != then.stage { changes.append(.stage(programme: now.title, title: now.stageTitle)) }
            if now.lead != then.lead { changes.append(.lead(now.lead, programme: now.title)) }
            changes += deadlines(from: then.deadlines, to: now.deadlines)
        }
        return changes
    }

    private static func deadlines(from then: [Deadline], to now: [Deadline]) -> [StandingChange] {
        now.compactMap { deadline in
            let earlier = then.first { $0.clock == deadline.clock && $0.anchor == deadline.anchor }
            switch deadline.state {
            case .running, .paused:
                return earlier?.due == deadline.due && earlier?.from == deadline.from ? nil : .due(deadline)
            case .met: return earlier?.state == .met ? nil : .met(title: deadline.title)
            case .void: return earlier?.state == .void || earlier == nil ? nil : .voided(title: deadline.title)
            case .notMet: return nil
            }
        }
    }
}

extension EnrolmentStanding {
    package func isSameEnrolment(as other: EnrolmentStanding) -> Bool {
        programme == other.programme && openedBy == other.openedBy
    }
}
