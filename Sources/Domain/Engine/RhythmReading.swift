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

    /// The deadline of the period that holds `asOf`, and the last one that was missed.
    func deadlines() -> [Deadline] {
        var stretch = anchor
        var inARow = 0
        var missed: Deadline?
        let evidence = evidence()
        let pauses = clocks.pauses(of: clock, from: anchor)
        let end = endOfRhythm()
        var number = 1
        for _ in 0..<Self.mostPeriods {
            let first = span(number - 1).day(after: stretch.day, calendar: clocks.calendar).adding(days: 1)
            let due = span(number).day(after: stretch.day, calendar: clocks.calendar)
            if due < first { break }
            var deadline = clocks.draft(
                clock, anchor, from: nil, due: .day(due), words: "once in every \(period.periodText)")
            deadline.inARow = inARow
            deadline.ofInARow = target
            let start = number == 1 ? stretch.instant : London.startOfDay(first)
            let limit = London.endOfDay(due)
            if let pause = pauses.last(where: { $0.from <= limit && ($0.to ?? .distantFuture) > start }) {
                guard let resumed = pause.to, resumed <= clocks.asOf else {
                    deadline.state = .paused
                    return [missed, deadline].compactMap { $0 }
                }
                stretch.instant = resumed
                stretch.day = London.day(of: resumed)
                number = 1
                continue
            }
            if let done = evidence.first(where: { $0.instant >= start && $0.instant <= limit }) {
                inARow += 1
                deadline.inARow = inARow
                deadline.state = .met
                deadline.doneBy = done.id
                deadline.doneAt = done.instant
                if target.map({ inARow >= $0 }) ?? false { return [missed, deadline].compactMap { $0 } }
                if clocks.asOf <= limit { return [missed, deadline].compactMap { $0 } }
            } else if let end, end.instant <= limit {
                deadline.state = .void
                deadline.voidedBy = end.by
                return [missed, deadline].compactMap { $0 }
            } else if clocks.asOf <= limit {
                return [missed, deadline].compactMap { $0 }
            } else {
                inARow = 0
                deadline.state = .notMet
                // Made good by the next evidence, so that only a silence that still lasts is outstanding.
                let later = evidence.first { $0.instant > limit }
                deadline.doneBy = later?.id
                deadline.doneAt = later?.instant
                missed = deadline
            }
            if let end, end.instant <= limit { return [missed].compactMap { $0 } }
            number += 1
        }
        return [missed].compactMap { $0 }
    }

    private func span(_ count: Int) -> Span {
        Span(period.amount * count, period.unit)
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
