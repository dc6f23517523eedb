import Domain

/// When stories begin.
struct DemoStarts {
    let definitions: Definitions
    let now: Instant

    private var today: Day { London.day(of: now) }

    /// How often a day and a time are drawn before the best so far is taken.
    private static let tries = 400

    /// - Parameter month: the first day of the month that a counted set asks for.
    func instant(_ start: DemoStory.Start, month: Day? = nil, _ random: inout SeededRandom) -> Instant {
        switch start.when {
        case .minutesAgo(let range):
            var instant = now.adding(minutes: -random.number(in: range))
            // Back to the last moment that fits, and a little further.
            for _ in 0..<Self.tries * 6 where !fits(start, instant) { instant = instant.adding(minutes: -5) }
            return instant
        case .daysAgo(let range):
            // What began today depends on the hour and is told by stories that begin so many minutes ago.
            let lowest = max(1, range.lowerBound)
            return drawn(start, &random) { random in
                self.today.adding(days: -random.number(in: lowest...max(lowest, range.upperBound)))
            }
        case .inMonth:
            let first = month ?? today
            // Not on the last day, so that what follows within hours falls in the month too.
            let days = first.days(until: first.adding(months: 1)) - 1
            return drawn(start, &random) { random in first.adding(days: random.number(in: 0...days - 1)) }
        }
    }

    private func drawn(
        _ start: DemoStory.Start, _ random: inout SeededRandom, _ day: (inout SeededRandom) -> Day
    ) -> Instant {
        let latest = London.startOfDay(today).adding(hours: -1)
        var instant = latest
        for _ in 0..<Self.tries {
            let times = start.between.map { $0.lowerBound.minutes...$0.upperBound.minutes } ?? 0...1_439
            instant = London.startOfDay(day(&random)).adding(minutes: random.number(in: times))
            if instant <= latest, fits(start, instant) { break }
        }
        return min(instant, latest)
    }

    /// Whether the hours it asks for hold at its start and as long after as it says.
    private func fits(_ start: DemoStory.Start, _ instant: Instant) -> Bool {
        if start.onWorkingDays, !definitions.calendar.isWorkingDay(London.day(of: instant)) { return false }
        guard let hours = start.hours, let open = definitions.openingHours(hours.hours) else { return true }
        let wanted = if case .during = hours { true } else { false }
        let steps = stride(from: 0, through: start.minutesWithin, by: 120).map { instant.adding(minutes: $0) }
        return (steps + [instant.adding(minutes: start.minutesWithin)]).allSatisfy { open.isOpen(at: $0) == wanted }
    }
}

extension DemoDelay {
    /// The moment so long after another.
    func instant(after start: Instant, calendar: WorkingCalendar, _ random: inout SeededRandom) -> Instant {
        switch unit {
        case .minutes: return start.adding(minutes: random.number(in: amount))
        case .hours:
            return start.adding(minutes: random.number(in: amount.lowerBound * 60...amount.upperBound * 60))
        case .days, .workingDays, .weeks:
            let day = day(random.number(in: amount), after: London.day(of: start), calendar: calendar)
            guard let between else { return London.instant(day, London.time(of: start)) }
            return London.startOfDay(day)
                .adding(minutes: random.number(in: between.lowerBound.minutes...between.upperBound.minutes))
        }
    }

    func day(_ count: Int, after day: Day, calendar: WorkingCalendar) -> Day {
        switch unit {
        case .minutes, .hours: day
        case .days: day.adding(days: count)
        case .workingDays: calendar.workingDay(count, after: day)
        case .weeks: day.adding(days: 7 * count)
        }
    }
}
