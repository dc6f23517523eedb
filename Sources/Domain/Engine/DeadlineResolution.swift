extension ClockReading {
    /// Reads the state of a deadline whose limit is known: what met it, voided it, paused it.
    ///
    /// Evidence in time meets it. Evidence after the limit leaves it *not met* and says when it was made good. What
    /// voids it counts only while it is running: a miss stays a miss. A pause moves the limit by as many days as it
    /// lasted, working days where the rule counts working days.
    func resolve(_ draft: Deadline, _ clock: ClockRule, _ anchor: Anchor, until next: Anchor?) -> Deadline {
        var deadline = draft
        let pauses = pauses(of: clock, from: anchor)
        let isPausedNow = extend(&deadline, by: pauses, clock)
        let judgement = Judgement(fold: fold, index: last, run: run)
        let limit = deadline.due.end
        let end = next.map { min($0.index, last) } ?? last
        var index = anchor.index + 1
        while index <= end {
            if judgement.matchesAny(clock.metBy, at: index) {
                deadline.doneBy = fold.history[index].id
                deadline.doneAt = fold.instants[index]
                deadline.state = fold.instants[index] <= limit ? .met : .notMet
                return deadline
            }
            if isVoid(clock, at: index, judgement) {
                deadline.voidedBy = fold.history[index].id
                deadline.state = fold.instants[index] <= limit ? .void : .notMet
                return deadline
            }
            index += 1
        }
        if let next {
            deadline.voidedBy = next.reference.text
            deadline.state = next.instant <= limit ? .void : .notMet
            return deadline
        }
        if isPausedNow {
            deadline.state = .paused
        } else {
            deadline.state = asOf > limit ? .notMet : .running
        }
        return deadline
    }

    private func isVoid(_ clock: ClockRule, at index: Int, _ judgement: Judgement) -> Bool {
        if run.ended?.index == index { return true }
        if !clock.inStages.isEmpty && !clock.inStages.contains(run.stage(at: index)) { return true }
        return judgement.matchesAny(clock.voidBy, at: index)
    }

    /// A stretch during which a clock stood still.
    struct Pause {
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
                pauses.append(Pause(from: max(fold.instants[index], anchor.instant), to: nil))
            } else if !suspended && !paused && isOpen {
                pauses[pauses.count - 1].to = fold.instants[index]
            }
        }
        return pauses
    }

    /// Moves the limit by the pauses that began before it; says whether one is going on.
    private func extend(_ deadline: inout Deadline, by pauses: [Pause], _ clock: ClockRule) -> Bool {
        var isPausedNow = false
        for pause in pauses where pause.from <= deadline.due.end {
            let to = pause.to ?? asOf
            isPausedNow = pause.to == nil
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
