/// The guesses by strangers from one source, over all accounts: one column of the source.
///
/// A source is an IPv4 address or the first 64 bits of an IPv6 one. A whole agency may share one, so the budget is
/// generous, a success gives its guess back, and devices that are known do not draw on it.
package struct SourceGuesses: Sendable, Equatable {
    /// When its budget will be whole again, in UTC milliseconds; in the past, it is.
    package var clearAt: Int64

    /// No two servers' clocks differ by so much.
    private static let farAhead: Int64 = 3_600_000

    /// A whole budget, or the one stored.
    package init(clearAt: Int64 = 0) {
        self.clearAt = clearAt
    }

    mutating func settle(_ limits: SignInLimits, now: Int64) {
        // Far later than a budget can be spent to: the clock was ahead, and nobody can say what was left of it. A little
        // later, two servers' clocks differ.
        let latest = now + limits.sourceBurst * limits.sourceInterval
        clearAt = clearAt > latest + Self.farAhead ? now : min(clearAt, latest)
    }

    func decision(_ limits: SignInLimits, now: Int64) -> SignInDecision {
        let until = clearAt - (limits.sourceBurst - 1) * limits.sourceInterval
        return now < until ? .wait(until: until) : .allowed
    }

    mutating func count(_ limits: SignInLimits, now: Int64) {
        clearAt = max(clearAt, now) + limits.sourceInterval
    }

    mutating func takeBack(_ limits: SignInLimits) {
        clearAt -= limits.sourceInterval
    }
}
