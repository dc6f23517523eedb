/// Reads a clock that comes round: once in every period, until so many in a row were met.
///
/// Period k ends k periods after the anchor. A period with no evidence breaks the run, which starts again with the
/// next one (M-069); a pause breaks nothing: the period it fell in starts afresh when it ends.
struct RhythmReading {
    let clocks: ClockReading
    let clock: ClockRule
    let anchor: ClockReading.Anchor
    let period: Span
    let target: Int?
    let until: ClockReading.Anchor?

    /// A century of days: no rhythm is followed for longer.
    private static let mostPeriods = 36_525

    /// One period as it was read. A deadline is made only of those that are shown: a date mistyped by a century would
    /// otherwise make tens of thousands.
    private struct Period {
        var due: Day
        var state: Deadline.State
        var inARow: Int
        var done: (id: String, instant: Instant)?
        var voidedBy: String?
    }

    /// The deadline of the period that holds `asOf`, and the last one that was missed.
    func deadlines() -> [Deadline] {
        let (missed, current) = periods()
        return [missed, current].compactMap { $0 }.map(deadline)
    }

    private func periods() -> (missed: Period?, current: Period?) {
        var stretch = anchor
        var inARow = 0
        var missed: Period?
        let evidence = evidence()
        let pauses = clocks.pauses(of: clock, from: anchor)
        let end = endOfRhythm()
        var number = 1
        var lastDay = stretch.day
        for _ in 0..<Self.mostPeriods {
            let first = lastDay.adding(days: 1)
            let due = endOfPeriod(number, from: stretch.day, after: lastDay)
            if due < first { break }
            let start = number == 1 ? stretch.instant : London.startOfDay(first)
            let limit = London.endOfDay(due)
            var period = Period(due: due, state: .running, inARow: inARow)
            if let pause = pauses.last(where: { $0.from <= limit && ($0.to ?? .distantFuture) > start }) {
                guard let resumed = pause.to, resumed <= clocks.asOf else {
                    period.state = .paused
                    return (missed, period)
                }
                stretch.instant = resumed
                stretch.day = London.day(of: resumed)
                lastDay = stretch.day
                number = 1
                continue
            }
            if let done = evidence.first(where: { $0.instant >= start && $0.instant <= limit }) {
                inARow += 1
                period.inARow = inARow
                period.state = .met
                period.done = done
                let isReached = target.map { inARow >= $0 } ?? false
                let isOver = end.map { $0.instant <= limit } ?? false
                if isReached || isOver || clocks.asOf <= limit { return (missed, period) }
            } else if let end, end.instant <= limit {
                period.state = .void
                period.voidedBy = end.by
                return (missed, period)
            } else if clocks.asOf <= limit {
                return (missed, period)
            } else {
                inARow = 0
                period.state = .notMet
                // Made good by the next evidence, so that only a silence that still lasts is outstanding.
                period.done = evidence.first { $0.instant > limit }
                missed = period
            }
            number += 1
            lastDay = due
        }
        return (missed, nil)
    }

    /// Working days are counted on from the period before, and not each time from the anchor.
    private func endOfPeriod(_ number: Int, from anchor: Day, after lastDay: Day) -> Day {
        period.unit == .workingDays
            ? period.day(after: lastDay, calendar: clocks.calendar)
            : Span(period.amount * number, period.unit).day(after: anchor, calendar: clocks.calendar)
    }

    private func deadline(_ read: Period) -> Deadline {
        var deadline = clocks.draft(
            clock, anchor, from: nil, due: .day(read.due), words: "once in every \(period.periodText)")
        deadline.state = read.state
        deadline.inARow = read.inARow
        deadline.ofInARow = target
        deadline.doneBy = read.done?.id
        deadline.doneAt = read.done?.instant
        deadline.voidedBy = read.voidedBy
        return deadline
    }

    private func evidence() -> [(id: String, instant: Instant)] {
        let judgement = Judgement(fold: clocks.fold, index: clocks.last, run: clocks.run)
        guard anchor.index + 1 <= clocks.last else { return [] }
        return (anchor.index + 1...clocks.last)
            .filter { judgement.matchesAny(clock.metBy, at: $0) }
            .map { (clocks.fold.history[$0].id, clocks.fold.instants[$0]) }
    }

    /// The first thing that ends the rhythm: the enrolment's end, a voiding event, a stage it does not run in, a new
    /// anchor.
    private func endOfRhythm() -> (instant: Instant, by: String)? {
        let (fold, run) = (clocks.fold, clocks.run)
        let judgement = Judgement(fold: fold, index: clocks.last, run: run)
        guard anchor.index + 1 <= clocks.last else { return nil }
        for index in anchor.index + 1...clocks.last {
            let leavesStage = !clock.inStages.isEmpty && !clock.inStages.contains(run.stage(at: index))
            if run.ended?.index == index || leavesStage || until?.index == index
                || judgement.matchesAny(clock.voidBy, at: index)
            {
                return (fold.instants[index], fold.history[index].id)
            }
        }
        return nil
    }
}

extension Span {
    /// "week", "2 weeks".
    fileprivate var periodText: String {
        amount == 1 ? String(text.dropFirst(2)) : text
    }
}

extension Instant {
    static let distantFuture = Instant(milliseconds: 64_092_211_200_000)
}
