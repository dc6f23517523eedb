/// Slows guessing without ever letting a guesser lock somebody out.
///
/// Devices an account has signed in from have a budget of their own; everyone else shares the account's small budget for
/// strangers and the budget of the source they come from. So however hard strangers try, they use up only what
/// strangers have (OWASP ASVS 5.0.0, 6.1.1 and 6.3.1):
///
/// - nobody without a known device's cookie can make that device wait at all, and its own failures can make it wait at
///   most `SignInLimits.deviceLongestWait`;
/// - strangers together get at most `SignInLimits.strangerHourlyCap` guesses at one account in any hour.
///
/// A guess is counted when it is let through, before the password is tried: write the history in the same transaction,
/// so that guesses made at the same time are counted each. Once fully signed in, call `succeeded` and write that too.
/// A code from an authenticator app is a guess like a password: ask before each.
package struct SignInThrottle: Sendable {
    private let limits: SignInLimits

    package init(_ limits: SignInLimits = .standard) {
        self.limits = limits
    }

    /// Whether a try may go ahead at `now` (UTC milliseconds), and the history to write, whatever the decision.
    package func admit(_ history: SignInHistory, now: Int64) -> (decision: SignInDecision, history: SignInHistory) {
        var history = settled(history, now: now)
        if let device = knownDevice(history) {
            let decision = device.decision(limits, now: now)
            if decision == .allowed { history.device?.count(now: now) }
            return (decision, history)
        }
        let decision = strangersDecision(history, now: now)
        if decision == .allowed {
            history.strangers.count(limits, now: now)
            history.source.count(limits, now: now)
        }
        return (decision, history)
    }

    /// The history after the try that was let through at `admittedAt` ended in a full sign-in.
    ///
    /// Pass the history as it stands now, not as it stood then: other guesses may have been counted since. A device that
    /// had failed too often is known again; a new device is known once the caller gives it a cookie.
    package func succeeded(_ history: SignInHistory, admittedAt: Int64) -> SignInHistory {
        var history = history
        if history.device?.lastAt != admittedAt, knownDevice(history) == nil {
            history.strangers.takeBack(admittedAt: admittedAt)
            history.source.takeBack(limits)
        }
        if history.device != nil { history.device = DeviceGuesses() }
        return history
    }

    /// Whether the try comes from a device that still counts as known: it decides the lane at `PasswordGate`.
    package func isKnownDevice(_ history: SignInHistory) -> Bool {
        knownDevice(history) != nil
    }

    private func knownDevice(_ history: SignInHistory) -> DeviceGuesses? {
        history.device.flatMap { $0.isKnown(limits) ? $0 : nil }
    }

    /// The source is asked too, and the later of two waits holds.
    private func strangersDecision(_ history: SignInHistory, now: Int64) -> SignInDecision {
        let account = history.strangers.decision(limits, now: now)
        let source = history.source.decision(limits, now: now)
        switch (account, source) {
        case (.wait(let one), .wait(let other)): return .wait(until: max(one, other))
        case (.slowPath, _), (_, .allowed): return account
        default: return source
        }
    }

    private func settled(_ history: SignInHistory, now: Int64) -> SignInHistory {
        var history = history
        history.strangers.settle(limits, now: now)
        history.device?.settle(limits, now: now)
        history.source.settle(limits, now: now)
        return history
    }
}
