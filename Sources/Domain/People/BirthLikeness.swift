/// How one birth date compares with another.
package enum BirthLikeness: Hashable, Sendable, CaseIterable {
    case same
    /// 3 April and 4 March of one year: entered the other way round.
    case dayAndMonthSwapped
    /// The two dates differ in one digit.
    case oneDigitApart
    /// At least one is an estimate, and both can be true, give or take two years.
    case estimateFits
    case different

    /// How far an estimate may be out, in years either way.
    static let estimateSlackYears = 2

    init(_ left: BirthDate, _ right: BirthDate) {
        if case .day(let a) = left, case .day(let b) = right {
            self = BirthLikeness.compare(a, b)
        } else {
            let (a, b) = (left.range, right.range)
            let apart = min(a.upperBound, b.upperBound).days(until: max(a.lowerBound, b.lowerBound))
            self = apart <= BirthLikeness.estimateSlackYears * 366 ? .estimateFits : .different
        }
    }

    private static func compare(_ a: Day, _ b: Day) -> BirthLikeness {
        if a == b { return .same }
        if a.year == b.year, a.month == b.dayOfMonth, a.dayOfMonth == b.month { return .dayAndMonthSwapped }
        return zip(a.iso.utf8, b.iso.utf8).count { $0 != $1 } == 1 ? .oneDigitApart : .different
    }
}
