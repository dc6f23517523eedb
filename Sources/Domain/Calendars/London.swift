/// Clocks and days in London, where every day that a rule counts begins and ends.
///
/// From 1972 clocks follow ``SummerTime``; earlier instants are read as GMT all year round.
package enum London {
    /// Whether clocks show British Summer Time.
    package static func isSummer(at instant: Instant) -> Bool {
        // Summer time never begins or ends near a new year, so the UTC year is the London year here.
        SummerTime.period(in: instant.utc.day.year)?.contains(instant) ?? false
    }

    /// The day on the London calendar.
    package static func day(of instant: Instant) -> Day { wallClock(instant).day }

    /// The time that London clocks show, without its seconds.
    package static func time(of instant: Instant) -> TimeOfDay {
        TimeOfDay(checked: wallClock(instant).milliseconds / Instant.millisecondsPerMinute)
    }

    /// The instant at which London clocks show `time` on `day`.
    ///
    /// A time that the spring change skips gives the first instant after the gap; one that the autumn change repeats
    /// gives the first of the two.
    package static func instant(_ day: Day, _ time: TimeOfDay) -> Instant {
        let asWinter = Instant(utc: day, minutes: time.minutes)
        guard let summer = SummerTime.period(in: day.year) else { return asWinter }
        let asSummer = asWinter.adding(hours: -1)
        if summer.contains(asSummer) { return asSummer }
        return summer.contains(asWinter) ? summer.lowerBound : asWinter
    }

    /// The first instant of the day.
    package static func startOfDay(_ day: Day) -> Instant { instant(day, .midnight) }

    /// The last millisecond of the day: still in time for what is due that day.
    package static func endOfDay(_ day: Day) -> Instant {
        startOfDay(day.adding(days: 1)).adding(milliseconds: -1)
    }

    /// "10 May 2013, 22:30".
    package static func text(_ instant: Instant) -> String {
        "\(day(of: instant).text), \(time(of: instant).text)"
    }

    private static func wallClock(_ instant: Instant) -> (day: Day, milliseconds: Int) {
        instant.adding(hours: isSummer(at: instant) ? 1 : 0).utc
    }
}
