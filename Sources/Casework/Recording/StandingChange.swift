package import Domain

/// One difference a record made.
package enum StandingChange: Sendable, Hashable {
    case opened(programme: String)
    case ended(programme: String, title: String)
    /// The enrolment is no longer there, since what opened it was corrected.
    case undone(programme: String)
    case stage(programme: String, title: String)
    case due(Deadline)
    /// Due no more, since what started the clock was corrected.
    case notDue(title: String)
    case met(title: String)
    /// Missed, and now done late or overtaken.
    case madeGood(Deadline)
    case voided(title: String)
    case lead(Lead, programme: String)

    /// What differs between two standings of one subject.
    package static func between(_ before: Standing, _ after: Standing) -> [StandingChange] {
        var changes: [StandingChange] = []
        for then in before.enrolments where !after.enrolments.contains(where: { $0.isSameEnrolment(as: then) }) {
            // One that opens on the corrected event under another reference is the same enrolment to a reader.
            let isContinued = after.enrolments.contains { now in
                now.programme == then.programme
                    && !before.enrolments.contains { $0.isSameEnrolment(as: now) }
            }
            if !isContinued { changes.append(.undone(programme: then.title)) }
        }
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
            if now.stage != then.stage, !now.stage.isEmpty {
                changes.append(.stage(programme: now.title, title: now.stageTitle))
            }
            if now.lead != then.lead { changes.append(.lead(now.lead, programme: now.title)) }
            changes += deadlines(from: then.deadlines, to: now.deadlines)
        }
        return changes
    }

    private static func deadlines(from then: [Deadline], to now: [Deadline]) -> [StandingChange] {
        var changes = now.compactMap { deadline -> StandingChange? in
            let earlier = then.first { $0.isSameInstance(as: deadline) }
            switch deadline.state {
            case .running, .paused:
                return earlier?.isOutstanding == true && earlier?.due == deadline.due && earlier?.from == deadline.from
                    ? nil : .due(deadline)
            case .met: return earlier?.state == .met ? nil : .met(title: deadline.title)
            case .void: return earlier?.state == .void || earlier == nil ? nil : .voided(title: deadline.title)
            case .notMet:
                let isMadeGood = deadline.doneBy != nil && earlier?.doneBy == nil && earlier != nil
                return isMadeGood ? .madeGood(deadline) : nil
            }
        }
        for earlier in then where earlier.isOutstanding && !now.contains(where: { $0.isSameInstance(as: earlier) }) {
            // A clock whose anchor moved shows its new deadline instead.
            if !now.contains(where: { $0.clock == earlier.clock && $0.isOutstanding }) {
                changes.append(.notDue(title: earlier.title))
            }
        }
        return changes
    }
}

extension Deadline {
    /// Whether both are one deadline at two times: of one clock, from one anchor, for one period.
    fileprivate func isSameInstance(as other: Deadline) -> Bool {
        clock == other.clock && anchor == other.anchor && (ofInARow == nil || due == other.due)
    }
}

extension EnrolmentStanding {
    package func isSameEnrolment(as other: EnrolmentStanding) -> Bool {
        programme == other.programme && openedBy == other.openedBy
    }
}
