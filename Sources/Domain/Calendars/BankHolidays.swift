/// The bank and public holidays of England and Wales: dated facts for the years that are known, and the statute's rules
/// for the rest.
///
/// Parliament and the King may move a holiday or add one (as in 2020, 2022 and 2023), so a year outside the dated facts
/// is *provisional*: computed, used, and said to be so wherever a deadline rests on it.
package struct BankHolidays: Hashable, Sendable {
    private let days: [Day: String]
    private let completeYears: ClosedRange<Int>?

    /// - Parameters:
    ///   - days: the holidays as published, by name. A day outside `years` counts as well: a proclamation may be known
    ///     before the rest of its year is.
    ///   - years: the years for which `days` lacks nothing.
    package init(_ days: [Day: String], complete years: ClosedRange<Int>) {
        self.days = days
        completeYears = years
    }

    /// No dated facts: every year is computed, and provisional.
    package init() {
        days = [:]
        completeYears = nil
    }

    /// The holiday's name, or nil on a day that is none.
    package func name(of day: Day) -> String? {
        if let name = days[day] { return name }
        return isProvisional(day) ? StatutoryHolidays.name(of: day) : nil
    }

    /// Whether the day's year lies outside the dated facts, so that its holidays are computed from the statute and may
    /// still change.
    package func isProvisional(_ day: Day) -> Bool {
        guard let completeYears else { return true }
        return !completeYears.contains(day.year)
    }
}
