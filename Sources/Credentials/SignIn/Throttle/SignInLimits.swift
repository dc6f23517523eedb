/// How many guesses whom is given. Times are in milliseconds.
package struct SignInLimits: Sendable {
    /// Guesses at one account by strangers before each must wait.
    var strangerFree = 5
    /// The longest wait between two guesses by strangers at one account.
    var strangerLongestWait: Int64 = 15 * 60_000
    /// Guesses at one account by all strangers together in any hour. Never exceeded.
    package internal(set) var strangerHourlyCap = 10

    /// Failures on one known device before each must wait.
    var deviceFree = 5
    /// The longest wait on a known device: the bound on what anybody can be made to wait there.
    package internal(set) var deviceLongestWait: Int64 = 5 * 60_000
    /// After so many failures without a success a device is no longer known, lest a stolen one be used to guess on.
    package internal(set) var deviceFailuresUntilStranger = 20

    /// Guesses from one source at once, over all accounts.
    var sourceBurst: Int64 = 30
    /// One more guess from a source in each such time.
    var sourceInterval: Int64 = 30_000

    /// Failures are forgotten after so long without one.
    var forgetAfter: Int64 = 24 * 3_600_000

    /// What the product runs with.
    package static let standard = SignInLimits()

    /// The wait after `failures` of which `free` cost nothing: 1 s, 2 s, 4 s … up to `longest`.
    func wait(failures: Int, free: Int, longest: Int64) -> Int64 {
        guard failures >= free else { return 0 }
        return min(longest, 1_000 << Int64(min(failures - free, 30)))
    }
}
