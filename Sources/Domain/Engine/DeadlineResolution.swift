extension ClockReading {
    /// Reads the state of a deadline whose limit is known: what met it, voided it, paused it.
    ///
    /// Evidence in time meets it. Evidence after the limit leaves it *not met* and says when it was made good. What
    /// voids it counts only while it is running: a miss stays a miss. A pause moves the limit by as many days as it
    /// lasted, working days where the rule counts working days; once the deadline is settled nothing moves it any more.
    func resolve(_ draft: Deadline, _ clock: ClockRule, _ anchor: Anchor, until next: Anchor?) -> Deadline {
        let pauses = pauses(of: clock, from: anchor)
        let judgement = Judgement(fold: fold, index: last, run: run)
        let end = next.map { min($0.index, last) } ?? last
        var index = anchor.index + 1
        while index <= end {
            if judgement.matchesAny(clock.metBy, at: index) {
                var deadline = settled(draft, .met, at: fold.instants[index], pauses, clock)
                deadline.doneBy = fold.history[index].id
                deadline.doneAt = fold.instants[index]
                return deadline
            }
            if isVoid(clock, at: index, judgement) {
                return void(draft, by: fold.history[index].id, at: fold.instants[index], pauses, clock)
            }
            index += 1
        }
        if let next { return void(draft, by: next.reference.text, at: next.occurred, pauses, clock) }
        if let ended = run.ended, anchor.index >= ended.index {
            return void(draft, by: fold.history[ended.index].id, at: fold.instants[ended.index], pauses, clock)
        }
        var deadline = draft
        let isPausedNow = extend(&deadline, by: pauses, until: asOf, clock)
        if isPausedNow {
            deadline.state = .paused
        } else {
            deadline.state = asOf > deadline.due.end ? .notMet : .running
        }
        return deadline
    }

    /// The deadline as it was when something settled it: in that state if it was still in time, else missed.
    private func settled(
        _ draft: Deadline, _ state: Deadline.State, at instant: Instant, _ pauses: [Pause], _ clock: ClockRule
    ) -> Deadline {
        var deadline = draft
        _ = extend(&deadline, by: pauses, until: instant, clock)
        deadline.state = instant <= deadline.due.end ? state : .notMet
        return deadline
    }

    private func void(
        _ draft: Deadline, by: String, at instant: Instant, _ pauses: [Pause], _ clock: ClockRule
    ) -> Deadline {
        var deadline = settled(draft, .void, at: instant, pauses, clock)
        deadline.voidedBy = by
        return deadline
    }

    private func isVoid(_ clock: ClockRule, at index: Int, _ judgement: Judgement) -> Bool {
        if run.ended?.index == index { return true }
        if !clock.inStages.isEmpty && !clock.inStages.contains(run.stage(at: index)) { return true }
        return judgement.matchesAny(clock.voidBy, at: index)
    }

    /// A stretch during which a clock stood still.
    struct Pause {
        /// When the event that began it occurred.
        var since: Instant
        /// The same, but not before the clock's own anchor, which may lie later than its event.
        var from: Instant
        /// `nil` while it lasts.
        var to: Instant?
    }

    /// When the clock, or its whole enrolment, stood still after the anchor.
    func pauses(of clock: ClockRule, from anchor: Anchor) -> [Pause] {
        guard clock.pausedWhile != nil || !run.suspensions.isEmpty else { return [] }
        var pauses: [Pause] = []
        guard anchor.index <= last else { return [] }
        for index in anchor.index...last {
            let suspended = run.suspensions.contains { $0.from <= index && ($0.to.map { index < $0 } ?? true) }
            let paused =
                clock.pausedWhile.map { condition in
                    Judgement(fold: fold, index: index, run: run).holds(condition)
                } ?? false
            let isOpen = pauses.last.map { $0.to == nil } ?? false
            if (suspended || paused) && !isOpen {
                pauses.append(Pause(since: fold.instants[index], from: max(fold.instants[index], anchor.instant)))
            } else if !suspended && !paused && isOpen {
                pauses[pauses.count - 1].to = fold.instants[index]
            }
        }
        // Nothing is paused once the enrolment has ended.
        if let ended = run.ended, let open = pauses.indices.last, pauses[open].to == nil {
            pauses[open].to = fold.instants[ended.index]
        }
        return pauses
    }

    /// Moves the limit by the pauses that began before it, as far as they had lasted at an instant; says whether one was
    /// going on then.
    private func extend(
        _ deadline: inout Deadline, by pauses: [Pause], until instant: Instant, _ clock: ClockRule
    ) -> Bool {
        var isPausedNow = false
        for pause in pauses where pause.since <= instant && pause.from <= deadline.due.end {
            let to = max(pause.from, min(pause.to ?? instant, instant))
            isPausedNow = pause.to.map { instant < $0 } ?? true
            switch deadline.due {
            case .instant(let instant):
                deadline.due = .instant(instant.adding(milliseconds: pause.from.milliseconds(until: to)))
            case .day(let day):
                let (first, end) = (London.day(of: pause.from), London.day(of: to))
                if clock.limit.countsWorkingDays {
                    let lost = calendar.workingDays(after: first, through: end)
                    deadline.due = .day(calendar.workingDay(lost, after: day))
                } else {
                    deadline.due = .day(day.adding(days: first.days(until: end)))
                }
            }
        }
        return isPausedNow
    }
}

extension ClockRule.Limit {
    /// Whether the rule counts working days only.
    package var countsWorkingDays: Bool {
        switch self {
        case .within(let span), .window(_, let span), .every(let span, _), .before(let span):
            span.unit == .workingDays
        case .series(let spans): spans.contains { $0.unit == .workingDays }
        }
    }
}
