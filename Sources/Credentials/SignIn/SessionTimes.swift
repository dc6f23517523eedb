/// The times of one session, as stored: UTC milliseconds.
package struct SessionTimes: Sendable, Equatable {
    /// When the password (and the second factor, where there is one) was accepted.
    package var signedInAt: Int64

    /// The last request, to within `SessionLimits.renewalMilliseconds`.
    package var lastSeenAt: Int64

    /// When a second factor was last given, if ever.
    package var secondFactorAt: Int64?

    package init(signedInAt: Int64, lastSeenAt: Int64, secondFactorAt: Int64? = nil) {
        self.signedInAt = signedInAt
        self.lastSeenAt = lastSeenAt
        self.secondFactorAt = secondFactorAt
    }
}
