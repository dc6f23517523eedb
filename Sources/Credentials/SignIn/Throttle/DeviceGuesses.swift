/// The failures on one device that one account has signed in from: two columns of the device.
///
/// Only somebody who holds the device's cookie can add to it, so nobody else can make its owner wait.
package struct DeviceGuesses: Sendable, Equatable {
    /// Failures since the last success.
    package var failures: Int

    /// The latest of them, in UTC milliseconds.
    package var lastAt: Int64

    /// No failures, or those stored.
    package init(failures: Int = 0, lastAt: Int64 = 0) {
        self.failures = failures
        self.lastAt = lastAt
    }

    /// Whether it still counts as known.
    func isKnown(_ limits: SignInLimits) -> Bool {
        failures < limits.deviceFailuresUntilStranger
    }

    mutating func settle(_ limits: SignInLimits, now: Int64) {
        lastAt = min(lastAt, now)
        if now - lastAt >= limits.forgetAfter, isKnown(limits) { failures = 0 }
    }

    func decision(_ limits: SignInLimits, now: Int64) -> SignInDecision {
        let wait = limits.wait(failures: failures, free: limits.deviceFree, longest: limits.deviceLongestWait)
        return now < lastAt + wait ? .wait(until: lastAt + wait) : .allowed
    }

    mutating func count(now: Int64) {
        failures += 1
        lastAt = now
    }
}
