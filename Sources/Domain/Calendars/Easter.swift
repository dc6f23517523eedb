/// Easter Day in the Gregorian calendar.
enum Easter {
    /// The Sunday after the full moon of the Church's tables that falls on or next after 21 March (Calendar (New Style)
    /// Act 1750), computed by golden number, century and epact. Always 22 March to 25 April.
    static func sunday(in year: Int) -> Day {
        let golden = year % 19
        let century = year / 100
        let skippedLeapDays = century - century / 4
        let moonCorrection = (8 * century + 13) / 25
        var epact = (skippedLeapDays - moonCorrection + 19 * golden + 15) % 30
        // Two epacts would give a full moon a day later than the tables allow.
        if epact == 29 || (epact == 28 && golden > 10) { epact -= 1 }
        let fullMoon = Day(number: Day.number(year: year, month: 3, day: 21)).adding(days: epact)
        return fullMoon.adding(days: 7 - fullMoon.weekday.rawValue % 7)
    }
}
