/// Counts working days: every day but Saturdays, Sundays and the bank holidays of England and Wales.
///
/// Counting starts on the day after the trigger, whether or not the trigger's own
/// day is a working day.
package struct WorkingCalendar: Hashable, Sendable {
    /// The holidays it leaves out.
    package let holidays: BankHolidays

    /// A calendar that works on every weekday but these holidays.
    package init(_ holidays: BankHolidays) {
        self.holidays = holidays
    }

    /// Neither a Saturday, a Sunday nor a bank holiday.
    package func isWorkingDay(_ day: Day) -> Bool {
        !day.weekday.isWeekend && holidays.name(of: day) == nil
    }

    /// The `n`th working day after `after`; 0 gives `after` itself, even where that is no working day. `n` is 0 or
    /// more.
    package func workingDay(_ n: Int, after: Day) -> Day { step(n, from: after, by: 1) }

    /// The `n`th working day before `before`; 0 gives `before` itself. `n` is 0 or more.
    package func workingDay(_ n: Int, before: Day) -> Day { step(n, from: before, by: -1) }

    /// How many working days there are after `after`, up to and including `through`; 0 when `through` is not later.
    package func workingDays(after: Day, through: Day) -> Int {
        var count = 0
        var day = after.adding(days: 1)
        while day <= through {
            if isWorkingDay(day) { count += 1 }
            day = day.adding(days: 1)
        }
        return count
    }

    /// `day` itself if it is a working day, otherwise the next one.
    package func nextWorkingDay(onOrAfter day: Day) -> Day {
        isWorkingDay(day) ? day : workingDay(1, after: day)
    }

    /// Whether counting over these days, both included, rests on holidays that are computed rather than published.
    package func isProvisional(from: Day, through: Day) -> Bool {
        // The published years are one unbroken run, so looking at both ends is enough.
        holidays.isProvisional(from) || holidays.isProvisional(through)
    }

    private func step(_ n: Int, from start: Day, by direction: Int) -> Day {
        precondition(n >= 0, "Working days are counted in one direction, from zero up")
        var day = start
        var left = n
        while left > 0 {
            day = day.adding(days: direction)
            if isWorkingDay(day) { left -= 1 }
        }
        return day
    }
}
