extension Judgement {
    /// Whether a period stands to another as a test says.
    ///
    /// - Parameter occurred: when the event occurred whose answers are tested, where that is not the one at hand.
    func holds(_ test: MomentTest, _ period: ClosedRange<Instant>, occurred: ClosedRange<Instant>? = nil) -> Bool {
        guard let other = self.period(test.other, occurred ?? self.occurred) else { return false }
        let (isBefore, isAfter) = (period.upperBound < other.lowerBound, period.lowerBound > other.upperBound)
        return switch test.relation {
        case .before: isBefore
        case .after: isAfter
        case .otherThan: isBefore || isAfter
        }
    }

    private func period(_ other: MomentTest.Other, _ occurred: ClosedRange<Instant>) -> ClosedRange<Instant>? {
        switch other {
        case .record: return occurred
        case .hoursBeforeRecord(let hours):
            return occurred.lowerBound.adding(hours: -hours)...occurred.upperBound.adding(hours: -hours)
        case .answer(let field): return answers[field]?.period
        case .latest(let patterns, let field):
            return last(patterns) { $0 <= index && fold.history[$0].answers[field]?.period != nil }
                .flatMap { fold.history[$0].answers[field]?.period }
        case .lastTime(let patterns):
            return last(patterns).map { fold.instants[$0]...fold.instants[$0] }
        }
    }

    /// The last event of the whole record that is one of those meant.
    private func last(_ patterns: [EventPattern], where isMeant: (Int) -> Bool = { _ in true }) -> Int? {
        let positions = Set(patterns.flatMap { $0.types.flatMap { fold.indices[$0] ?? [] } }).sorted()
        return positions.last { isMeant($0) && matchesAny(patterns, at: $0) }
    }
}

extension Answer {
    /// What it says of time: an instant, or the London day from its start to its end; `nil` for other answers.
    var period: ClosedRange<Instant>? {
        switch self {
        case .instant(let instant): instant...instant
        case .day(let day): London.startOfDay(day)...London.endOfDay(day)
        default: nil
        }
    }
}
