package import Domain

/// A subject of the demonstration with its answers as a form would have kept them and its decisions made.
package struct FinishedSubject: Sendable {
    package let subject: DemoSubject
    let fold: SubjectFold
    /// What a form would have refused; none, where the stories are right.
    package private(set) var problems: [String] = []

    package init(_ draft: DemoSubject, definitions: Definitions, now: Instant) {
        var subject = draft
        var fold = SubjectFold(subject: subject.id, definitions: definitions)
        var log: [Event] = []
        log.reserveCapacity(draft.events.count)
        for place in subject.events.indices {
            let event = subject.events[place]
            if let type = definitions.recordType(event.type) {
                let target = event.act.supersedes
                let before =
                    target == nil ? fold : Self.fold(log.filter { $0.id != target }, subject.id, definitions, now)
                let made = FinishedEvent(event, type: type, before: before, definitions: definitions)
                subject.events[place] = made.event
                problems += made.problems
            }
            let made = subject.events[place]
            log.append(made)
            let key = definitions.order.key(made)
            if made.act == .record, fold.lastKey.map({ $0 < key }) ?? true {
                fold.apply(made)
            } else {
                fold = Self.fold(log, subject.id, definitions, now)
            }
        }
        self.subject = subject
        self.fold = fold
    }

    private static func fold(
        _ log: [Event], _ subject: String, _ definitions: Definitions, _ now: Instant
    ) -> SubjectFold {
        SubjectFold(log, subject: subject, definitions: definitions, asOf: now)
    }
}

/// One event as the use case that records it would have made it.
private struct FinishedEvent {
    private(set) var event: Event
    private(set) var problems: [String] = []

    init(_ draft: Event, type: RecordType, before: SubjectFold, definitions: Definitions) {
        event = draft
        if case .withdraw = draft.act {
            event.answers = [:]
            return
        }
        let instant = definitions.order.instant(draft)
        let check = RecordCheck(type: type, fold: before, at: instant)
        event.answers = check.decided(check.asked(draft.answers), definitions: definitions).answers
        problems = check.gaps(event.answers).map { "\(type.id): \($0.field) is not answered" }
        problems += check.objections(event.answers, occurred: event.occurred).stops.map { "\(type.id): \($0.because)" }
    }
}
