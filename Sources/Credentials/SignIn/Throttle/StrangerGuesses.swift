/// The guesses at one account from devices it does not know: two columns of the account.
///
/// Kept for every name that is typed, whether or not there is such an account (under a keyed hash of the name), so that
/// a wait does not tell who exists.
package struct StrangerGuesses: Sendable, Equatable {
    /// Guesses since a stranger last got in.
    package var streak: Int

    /// When the latest guesses were let through, oldest first, in UTC milliseconds: at most the hourly cap.
    package var recent: [Int64]

    /// No guesses at all, or those stored.
    package init(streak: Int = 0, recent: [Int64] = []) {
        self.streak = streak
        self.recent = recent
    }

    /// Reads the two columns back; nil when `recentText` is not numbers with commas between them.
    package init?(streak: Int, recentText: String) {
        let times = recentText.split(separator: ",").map { Int64($0) }
        let recent = times.compactMap(\.self)
        guard recent.count == times.count else { return nil }
        self.init(streak: streak, recent: recent)
    }

    /// `recent` for a text column: numbers with commas between them; empty for none.
    package var recentText: String {
        recent.map { String($0) }.joined(separator: ",")
    }

    private static let hour: Int64 = 3_600_000

    /// Times ahead of a clock that was set back count as now, so that none of them can bind for longer than its limit.
    mutating func settle(_ limits: SignInLimits, now: Int64) {
        recent = recent.map { min($0, now) }
        if let last = recent.last, now - last >= limits.forgetAfter { streak = 0 }
        recent.removeAll { now - $0 >= max(Self.hour, limits.forgetAfter) }
    }

    func decision(_ limits: SignInLimits, now: Int64) -> SignInDecision {
        let thisHour = recent.filter { now - $0 < Self.hour }
        if thisHour.count >= limits.strangerHourlyCap {
            return .slowPath(until: thisHour[thisHour.count - limits.strangerHourlyCap] + Self.hour)
        }
        let wait = limits.wait(failures: streak, free: limits.strangerFree, longest: limits.strangerLongestWait)
        let until = (recent.last ?? now - wait) + wait
        return now < until ? .wait(until: until) : .allowed
    }

    mutating func count(_ limits: SignInLimits, now: Int64) {
        streak += 1
        recent = (recent + [now]).suffix(limits.strangerHourlyCap)
    }

    /// A sign-in that succeeded was no guess: it is taken back out, and the waits begin anew. The hour's other guesses
    /// stay counted.
    mutating func takeBack(admittedAt: Int64) {
        streak = 0
        if let index = recent.lastIndex(of: admittedAt) { recent.remove(at: index) }
    }
}
