/// What to do with somebody who is about to try a password or a code. Times are UTC milliseconds.
package enum SignInDecision: Sendable, Equatable {
    /// Try it. It has been counted.
    case allowed

    /// Not before then. Nothing was counted, so asking again costs nothing.
    case wait(until: Int64)

    /// Strangers have used up the account's guesses of this hour: no password is tried from an unknown device before
    /// then. The page offers what an attacker cannot take away: a device used before, or a one-time link from the
    /// person's administrator.
    case slowPath(until: Int64)
}
