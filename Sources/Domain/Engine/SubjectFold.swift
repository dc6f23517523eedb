/// What has happened to one subject so far, folded event by event.
///
/// Events are applied in the order of `EffectiveLog`; a caller that has an event out of order folds again from the
/// start. The fold keeps which enrolments opened, their stages and endings; deadlines, values and flags are read from
/// it for any instant (`standing(asOf:)`).
package struct SubjectFold: Sendable {
    package let subject: String
    let definitions: Definitions
    var history: [Event] = []
    var instants: [Instant] = []
    private(set) var indices: [String: [Int]] = [:]
    private(set) var runs: [Run] = []
    var facts: [PersonFact: (answer: Answer, index: Int)] = [:]

    /// One enrolment, by positions in the history.
    struct Run: Sendable {
        var edition: Definitions.ProgrammeEdition
        var openedIndex: Int
        var stages: [(index: Int, stage: String)]
        var ended: (index: Int, reason: String, title: String)?
        var suspensions: [(from: Int, to: Int?)] = []

        var programme: Programme { edition.programme }

        /// The stage after the event at `index` was applied.
        func stage(at index: Int) -> String {
            stages.last { $0.index <= index }?.stage ?? ""
        }

        func isOpen(at index: Int) -> Bool {
            openedIndex <= index && (ended.map { index < $0.index } ?? true)
        }
    }

    package init(subject: String, definitions: Definitions) {
        self.subject = subject
        self.definitions = definitions
    }

    /// Folds a whole log.
    ///
    /// - Parameters:
    ///   - asOf: events that occurred later do not count yet.
    ///   - knownAt: when given, events recorded later do not count.
    package init(
        _ log: [Event], subject: String, definitions: Definitions, asOf: Instant, knownAt: Instant? = nil
    ) {
        self.init(subject: subject, definitions: definitions)
        let effective = EffectiveLog(log, subject: subject, order: definitions.order, knownAt: knownAt)
        for event in effective.events where definitions.order.instant(event) <= asOf { apply(event) }
    }

    /// Where the last applied event stands; the next must stand after it.
    package var lastKey: EventOrder.Key? {
        history.last.map(definitions.order.key)
    }

    package mutating func apply(_ event: Event) {
        let index = history.count
        history.append(event)
        instants.append(definitions.order.instant(event))
        indices[event.type, default: []].append(index)
        noteFacts(of: event, at: index)
        let migration = definitions.recordType(event.type)?.actsAs == .migration
        for id in definitions.programmeIDs { step(id, event: event, index: index, isMigration: migration) }
    }

    private mutating func step(_ id: String, event: Event, index: Int, isMigration: Bool) {
        var hasOpen = false
        for position in runs.indices where runs[position].programme.id == id && runs[position].ended == nil {
            if isMigration { migrate(position, by: event) }
            advance(position, to: index)
            if runs[position].ended == nil { hasOpen = true }
        }
        guard let edition = definitions.edition(id, on: London.day(of: instants[index])),
            !hasOpen || edition.programme.mayRunTwice
        else { return }
        let judgement = Judgement(fold: self, index: index)
        guard judgement.matchesAny(edition.programme.opens, at: index) else { return }
        let first = edition.programme.stages.first?.id ?? ""
        runs.append(Run(edition: edition, openedIndex: index, stages: [(index, first)]))
        // The opening event may carry the enrolment further at once: a positive test that is disputed on the spot.
        advance(runs.count - 1, to: index)
    }

    /// Moves one open enrolment by the event at `index`.
    private mutating func advance(_ position: Int, to index: Int) {
        let run = runs[position]
        let judgement = Judgement(fold: self, index: index, run: run)
        let stage = run.stage(at: index)
        let ending = run.programme.endings.first { ending in
            (ending.from.isEmpty || ending.from.contains(stage)) && judgement.matchesAny(ending.when, at: index)
        }
        if let ending {
            runs[position].ended = (index, ending.reason, ending.title)
            closeSuspension(position, at: index)
            return
        }
        let next = run.programme.stages.last { candidate in
            candidate.id != stage && (candidate.from.isEmpty || candidate.from.contains(stage))
                && judgement.matchesAny(candidate.enters, at: index)
        }
        if let next { runs[position].stages.append((index, next.id)) }
        guard let condition = run.programme.suspendedWhile else { return }
        let suspended = Judgement(fold: self, index: index, run: runs[position]).holds(condition)
        let isSuspended = runs[position].suspensions.last.map { $0.to == nil } ?? false
        if suspended && !isSuspended { runs[position].suspensions.append((index, nil)) }
        if !suspended && isSuspended { closeSuspension(position, at: index) }
    }

    private mutating func closeSuspension(_ position: Int, at index: Int) {
        guard let last = runs[position].suspensions.indices.last, runs[position].suspensions[last].to == nil else {
            return
        }
        runs[position].suspensions[last].to = index
    }

    /// Moves an enrolment to the edition a migration event names. One that names no such edition changes nothing.
    private mutating func migrate(_ position: Int, by event: Event) {
        guard event.answers["programme"]?.codes.first == runs[position].programme.id,
            let version = event.answers["version"]?.codes.first,
            let edition = definitions.edition(runs[position].programme.id, version: version)
        else { return }
        runs[position].edition = edition
    }

    private mutating func noteFacts(of event: Event, at index: Int) {
        guard let type = definitions.recordType(event.type, version: event.version) else { return }
        for field in type.fields {
            guard let fact = field.fact, let answer = event.answers[field.id] else { continue }
            facts[fact] = (answer, index)
        }
    }
}
