/// Answers a scheme's conditions for one subject, as the record stood after one event or at one instant.
struct Judgement {
    let fold: SubjectFold
    /// The last event that counts.
    let index: Int
    var run: SubjectFold.Run?
    /// What is being answered, when a form or an event is being judged.
    var answers: [String: Answer] = [:]
    /// The instant judged: the event's own unless a later one is given.
    var instant: Instant
    var standing: EnrolmentStanding?
    /// When the record at hand occurred: an instant, or a whole day where only the day is known.
    var occurred: ClosedRange<Instant>

    init(
        fold: SubjectFold, index: Int, run: SubjectFold.Run? = nil, answers: [String: Answer] = [:],
        instant: Instant? = nil, standing: EnrolmentStanding? = nil, occurred: ClosedRange<Instant>? = nil
    ) {
        self.fold = fold
        self.index = index
        self.run = run
        self.answers = answers
        self.instant = instant ?? (fold.instants.indices.contains(index) ? fold.instants[index] : .distantPast)
        self.standing = standing
        self.occurred = occurred ?? self.instant...self.instant
    }

    var day: Day { London.day(of: instant) }

    func holds(_ condition: Condition) -> Bool {
        switch condition {
        case .always: true
        case .all(let parts): parts.allSatisfy(holds)
        case .any(let parts): parts.contains(where: holds)
        case .none(let parts): !parts.contains(where: holds)
        case .events(let test): holds(test)
        case .answer(let test): holds(test, answers[test.field])
        case .age(let test): holds(test)
        case .enrolled(let test): holds(test)
        case .hours(let test): holds(test, at: instant)
        case .clock(let test): holds(test)
        case .stage(let stages): (standing?.stage).map(stages.contains) ?? false
        case .value(let test): holds(test, standing?.values.first { $0.id == test.field }?.answer)
        case .lead(let test): holds(test)
        case .record(let test): holds(test, occurred)
        }
    }

    func matchesAny(_ patterns: [EventPattern], at index: Int) -> Bool {
        patterns.contains { matches($0, at: index) }
    }

    /// Whether the event at `index` is one the pattern means.
    func matches(_ pattern: EventPattern, at index: Int) -> Bool {
        guard fold.history.indices.contains(index) else { return false }
        let event = fold.history[index]
        guard pattern.types.contains(event.type) else { return false }
        if pattern.isOwnAgencys, let run, event.agency != run.agency(in: fold) { return false }
        for test in pattern.answers where !holds(test, event.answers[test.field], on: fold.instants[index]) {
            return false
        }
        if let hours = pattern.hours, !holds(hours, at: fold.instants[index]) { return false }
        guard let also = pattern.also else { return true }
        let there = Judgement(
            fold: fold, index: index, run: run, answers: event.answers, instant: fold.instants[index],
            standing: standing)
        return there.holds(also)
    }

    /// The positions of the events of a test's types that are in its scope and period, oldest first.
    private func candidates(_ test: EventTest) -> [Int] {
        let closed = test.unlessLater.compactMap { fold.indices[$0]?.last { $0 <= index } }.max() ?? -1
        let lowest = max(test.sinceEnrolment ? (run?.openedIndex ?? 0) : 0, closed + 1)
        var found: [Int] = []
        for type in test.pattern.types {
            for position in fold.indices[type] ?? [] where position >= lowest && position <= index {
                if let within = test.within, !isWithin(within, fold.instants[position]) { continue }
                found.append(position)
            }
        }
        return test.pattern.types.count > 1 ? found.sorted() : found
    }

    private func isWithin(_ span: Span, _ past: Instant) -> Bool {
        if span.unit == .hours { return past.adding(hours: span.amount) >= instant }
        return London.day(of: past) >= span.day(before: day, calendar: fold.definitions.calendar)
    }

    private func holds(_ test: EventTest) -> Bool {
        let found = candidates(test)
        if test.latestOnly {
            let count = found.last.map { matches(test.pattern, at: $0) ? 1 : 0 } ?? 0
            return count >= test.atLeast && test.atMost.map { count <= $0 } ?? true
        }
        var count = 0
        for position in found where matches(test.pattern, at: position) {
            count += 1
            if let most = test.atMost {
                if count > most { return false }
            } else if count >= test.atLeast {
                return true
            }
        }
        return count >= test.atLeast
    }

    private func holds(_ test: AnswerTest, _ answer: Answer?, on judged: Instant? = nil) -> Bool {
        let day = judged.map(London.day) ?? day
        switch test.comparison {
        case .isAny(let codes): return answer.map { $0.codes.contains(where: codes.contains) } ?? false
        case .isNone(let codes):
            guard let answer, !answer.codes.isEmpty else { return false }
            return !answer.codes.contains(where: codes.contains)
        case .atLeast(let least): return answer?.amount.map { $0 >= least } ?? false
        case .atMost(let most): return answer?.amount.map { $0 <= most } ?? false
        case .answered:
            if case .missing = answer { return false }
            return answer != nil
        case .untouched: return answer == nil
        case .missing(let kinds):
            guard case .missing(let kind) = answer else { return false }
            return kinds.contains(kind)
        case .inList(let list):
            guard let answer, let list = fold.definitions.codeList(list) else { return false }
            return answer.codes.contains { list.contains($0, on: day) }
        case .notInList(let list):
            guard let answer, !answer.codes.isEmpty, let list = fold.definitions.codeList(list) else { return false }
            return !answer.codes.contains { list.contains($0, on: day) }
        case .moment(let test):
            return answer?.period.map { holds(test, $0, occurred: judged.map { $0...$0 }) } ?? false
        }
    }

    private func holds(_ test: AgeTest) -> Bool {
        let age = fold.age(on: day)
        switch test {
        case .atLeast(let years): return age.map { $0 >= years } ?? false
        case .under(let years): return age.map { $0 < years } ?? false
        case .unknown: return age == nil
        }
    }

    private func holds(_ test: EnrolmentTest) -> Bool {
        fold.runs.contains { run in
            run.programme.id == test.programme && run.isOpen(at: index)
                && (test.stages.isEmpty || test.stages.contains(run.stage(at: index)))
        }
    }

    private func holds(_ test: HoursTest, at instant: Instant) -> Bool {
        guard let hours = fold.definitions.openingHours(test.hours) else { return false }
        switch test {
        case .during: return hours.isOpen(at: instant)
        case .outside: return !hours.isOpen(at: instant)
        }
    }

    private func holds(_ test: ClockTest) -> Bool {
        guard let standing else { return false }
        return standing.deadlines.contains { deadline in
            guard test.clocks.isEmpty || test.clocks.contains(deadline.clock), test.states.contains(deadline.state),
                deadline.state != .notMet || deadline.isOutstanding
            else { return false }
            guard let within = test.dueWithin else { return true }
            if within.unit == .hours { return deadline.due.end <= instant.adding(hours: within.amount) }
            return deadline.due.day <= within.day(after: day, calendar: fold.definitions.calendar)
        }
    }

    private func holds(_ test: LeadTest) -> Bool {
        switch (test, standing?.lead) {
        case (.none, Lead.none?), (.onDuty, .onDuty?), (.accepted, .accepted?): true
        default: false
        }
    }
}

extension Instant {
    /// Before anything that is ever recorded.
    static let distantPast = Instant(milliseconds: -62_135_596_800_000)
}

extension SubjectFold {
    /// Age in completed years; from an estimated age, that age and the years since it was noted. `nil` when unknown or
    /// before birth.
    package func age(on day: Day) -> Int? {
        if case .day(let born)? = facts[.birthDate]?.answer {
            return born.completedYears(on: day)
        }
        guard let (answer, index) = facts[.estimatedAge], let estimate = answer.amount else { return nil }
        let noted = London.day(of: instants[index])
        guard let passed = noted.completedYears(on: day) else { return nil }
        return Int(estimate.thousandths / 1_000) + passed
    }
}

extension Day {
    /// Completed years from this day to another; `nil` when the other lies before it. Someone born on 29 February is a
    /// year older on 1 March of a common year, as English law reads it for whole days.
    package func completedYears(on day: Day) -> Int? {
        guard day >= self else { return nil }
        let had = (day.month, day.dayOfMonth) >= (month, dayOfMonth)
        return day.year - year - (had ? 0 : 1)
    }
}
