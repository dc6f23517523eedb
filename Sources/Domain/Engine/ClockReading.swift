/// Reads the deadlines of one enrolment off the fold, for one instant.
///
/// Nothing is copied once and kept: every deadline is worked out from its anchor, so it moves when the anchor does.
struct ClockReading {
    let fold: SubjectFold
    let run: SubjectFold.Run
    let asOf: Instant

    /// The last event that belongs to the enrolment: the one that ended it, else the last of all.
    var last: Int { run.ended?.index ?? fold.history.count - 1 }

    var calendar: WorkingCalendar { fold.definitions.calendar }

    func deadlines() -> [Deadline] {
        var read: [String: [Deadline]] = [:]
        var order: [String] = []
        // A clock started by another's miss is read after it; the checker refuses rings, and a ring that came here all
        // the same ends because each round must read at least one clock.
        var waiting = run.programme.clocks
        while !waiting.isEmpty {
            let ready = waiting.filter { clock in
                guard case .missed(let other) = clock.starts else { return true }
                return read[other] != nil || !waiting.contains { $0.id == other }
            }
            if ready.isEmpty { break }
            for clock in ready {
                read[clock.id] = deadlines(of: clock, others: read)
                order.append(clock.id)
            }
            waiting.removeAll { read[$0.id] != nil }
        }
        return run.programme.clocks.flatMap { read[$0.id] ?? [] }
    }

    private func deadlines(of clock: ClockRule, others: [String: [Deadline]]) -> [Deadline] {
        let anchors = anchors(of: clock, others: others)
        switch clock.instances {
        case .each: return anchors.flatMap { deadlines(of: clock, anchor: $0, until: nil) }
        case .first: return anchors.prefix(1).flatMap { deadlines(of: clock, anchor: $0, until: nil) }
        case .latest:
            // One whose time had passed unmet before its anchor moved stays on the list; one that was still running
            // was replaced.
            return anchors.indices.flatMap { position -> [Deadline] in
                let next = position + 1 < anchors.count ? anchors[position + 1] : nil
                let found = deadlines(of: clock, anchor: anchors[position], until: next)
                return next == nil ? found : found.filter { $0.state == .notMet }
            }
        }
    }

    /// Where a clock starts: the position after which evidence counts, and the instant and day counted from.
    struct Anchor {
        var index: Int
        var instant: Instant
        /// When the anchoring event itself occurred: an announced hearing lies later than its announcement.
        var occurred: Instant
        var day: Day
        var reference: Deadline.Anchor
        /// What happened, in words.
        var words: String
    }

    private func anchors(of clock: ClockRule, others: [String: [Deadline]]) -> [Anchor] {
        switch clock.starts {
        case .events(let patterns):
            guard run.openedIndex <= last else { return [] }
            let judgement = Judgement(fold: fold, index: last, run: run)
            return (run.openedIndex...last).compactMap { index -> Anchor? in
                // What ends the enrolment starts nothing in it.
                guard index != run.ended?.index, judgement.matchesAny(patterns, at: index),
                    isInStage(clock, at: index)
                else { return nil }
                return anchor(clock, at: index)
            }
        case .missed(let other):
            return (others[other] ?? []).filter { $0.state == .notMet }.map { missed in
                let start = missed.due.end.adding(milliseconds: 1)
                let index = fold.instants.lastIndex { $0 <= missed.due.end } ?? run.openedIndex
                return Anchor(
                    index: max(index, run.openedIndex), instant: start, occurred: start, day: missed.due.day,
                    reference: .missed(other), words: "\(missed.title) was not met by \(missed.due.day.text)")
            }
        }
    }

    private func isInStage(_ clock: ClockRule, at index: Int) -> Bool {
        clock.inStages.isEmpty || clock.inStages.contains(run.stage(at: index))
    }

    private func anchor(_ clock: ClockRule, at index: Int) -> Anchor? {
        let event = fold.history[index]
        var instant = clock.from == .known ? event.known : fold.instants[index]
        var day = London.day(of: instant)
        if case .day(let occurred) = event.occurred, clock.from == .occurred { day = occurred }
        if let field = clock.fromField {
            switch event.answers[field] {
            case .day(let stated): (day, instant) = (stated, London.endOfDay(stated))
            case .instant(let stated): (day, instant) = (London.day(of: stated), stated)
            default: return nil
            }
        }
        if let cutOff = clock.cutOff, London.time(of: instant) >= cutOff { day = day.adding(days: 1) }
        let title = fold.definitions.recordType(event.type)?.title ?? event.type
        return Anchor(
            index: index, instant: instant, occurred: fold.instants[index], day: day, reference: .event(event.id),
            words: "\(clock.because.isEmpty ? title : clock.because) on \(London.day(of: instant).text)")
    }

    private func deadlines(of clock: ClockRule, anchor: Anchor, until next: Anchor?) -> [Deadline] {
        switch clock.limit {
        case .within(let span):
            return [single(clock, anchor, from: nil, to: span, until: next, words: "within \(span.text)")]
        case .window(let from, let to):
            let words = from == to ? "\(to.text)" : "\(from.amount) to \(to.text)"
            return [single(clock, anchor, from: from, to: to, until: next, words: words)]
        case .before(let span):
            return [before(clock, anchor, span, until: next)]
        case .series(let spans):
            return series(clock, anchor, spans, until: next)
        case .every(let span, let target):
            return RhythmReading(clocks: self, clock: clock, anchor: anchor, period: span, target: target, until: next)
                .deadlines()
        }
    }

    /// A deadline with its limit set and its state still to be read.
    func draft(_ clock: ClockRule, _ anchor: Anchor, from: Deadline.Due?, due: Deadline.Due, words: String) -> Deadline
    {
        Deadline(
            clock: clock.id, title: clock.title, state: .running, from: from, due: due, anchor: anchor.reference,
            basis: clock.basis, source: clock.source, category: clock.category, duty: clock.duty,
            dutyIsThePersons: clock.dutyIsThePersons, because: "\(anchor.words); \(words)",
            isProvisional: calendar.isProvisional(from: min(anchor.day, due.day), through: max(anchor.day, due.day)),
            warnsAt: clock.warning.map { warning(due, $0) }, escalations: clock.escalations)
    }

    private func warning(_ due: Deadline.Due, _ span: Span) -> Instant {
        switch due {
        case .instant(let instant) where span.unit == .hours: instant.adding(hours: -span.amount)
        default: London.startOfDay(span.day(before: due.day, calendar: calendar))
        }
    }

    private func single(
        _ clock: ClockRule, _ anchor: Anchor, from: Span?, to: Span, until next: Anchor?, words: String
    ) -> Deadline {
        if to.unit == .hours {
            let due = Deadline.Due.instant(anchor.instant.adding(hours: to.amount))
            let first = from.map { Deadline.Due.instant(anchor.instant.adding(hours: $0.amount)) }
            return resolve(draft(clock, anchor, from: first, due: due, words: words), clock, anchor, until: next)
        }
        var first = from.map { $0.day(after: anchor.day, calendar: calendar) }
        var due = to.day(after: anchor.day, calendar: calendar)
        var words = words
        let judgement = Judgement(fold: fold, index: last, run: run)
        for bound in clock.notBefore {
            let position = (run.openedIndex...max(run.openedIndex, last)).last {
                judgement.matches(bound.pattern, at: $0)
            }
            guard let position else { continue }
            let earliest = bound.span.day(after: London.day(of: fold.instants[position]), calendar: calendar)
            if earliest > (first ?? anchor.day) { first = earliest }
            if earliest > due {
                due = earliest
                words += ", moved to \(earliest.text): \(bound.span.text) after "
                words += fold.definitions.recordType(fold.history[position].type)?.title ?? "an earlier event"
            }
        }
        let deadline = draft(
            clock, anchor, from: first.map(Deadline.Due.day), due: .day(due), words: words)
        return resolve(deadline, clock, anchor, until: next)
    }

    /// Due so long before the day or instant that the anchoring event names.
    private func before(_ clock: ClockRule, _ anchor: Anchor, _ span: Span, until next: Anchor?) -> Deadline {
        let words = "\(span.text) before"
        let due: Deadline.Due =
            span.unit == .hours
            ? .instant(anchor.instant.adding(hours: -span.amount))
            : .day(span.day(before: anchor.day, calendar: calendar))
        return resolve(draft(clock, anchor, from: nil, due: due, words: words), clock, anchor, until: next)
    }

    /// Evidence counts for the first of the series that is open when it occurs.
    private func series(_ clock: ClockRule, _ anchor: Anchor, _ spans: [Span], until next: Anchor?) -> [Deadline] {
        var found: [Deadline] = []
        var start = anchor
        for span in spans {
            let due = span.day(after: anchor.day, calendar: calendar)
            let deadline = resolve(
                draft(clock, anchor, from: nil, due: .day(due), words: span.text), clock, start, until: next)
            found.append(deadline)
            let after = fold.instants.lastIndex { $0 <= deadline.due.end } ?? start.index
            start.index = max(start.index, deadline.state == .met ? after : min(after, last))
        }
        return found
    }
}
