/// How long somebody stays signed in. Pure: times come in as UTC milliseconds.
package struct SessionLimits: Sendable, Equatable {
    /// Without a request for this long, the session is over.
    package let idleMilliseconds: Int64

    /// So long after sign-in the session is over whatever happens.
    package let absoluteMilliseconds: Int64

    /// A second factor this recent serves for an act that asks for one again (break-glass, export, a change of role).
    package let secondFactorMilliseconds: Int64

    /// 20 minutes idle; 12 hours in all, a night shift; a second factor good for 10 minutes.
    package static let standard = SessionLimits(unchecked: 20 * minute, absolute: 12 * 60 * minute, factor: 10 * minute)

    private static let minute: Int64 = 60_000

    /// A session's last-seen time is written at most this often, so that reading pages does not write to disk. The idle
    /// limit therefore counts from up to a minute before the last request: never longer than promised.
    package static let renewalMilliseconds: Int64 = minute

    /// A session that seems to begin this far ahead of the clock is not live: the clock cannot be trusted.
    package static let clockSlackMilliseconds: Int64 = 2 * minute

    /// Limits in minutes, as a configuration file gives them. Nil unless idle is 5 to 120, absolute is between idle and
    /// 24 hours, and the second factor is good for 1 to 60.
    package init?(idleMinutes: Int, absoluteMinutes: Int, secondFactorMinutes: Int) {
        guard (5...120).contains(idleMinutes), (idleMinutes...1_440).contains(absoluteMinutes),
            (1...60).contains(secondFactorMinutes)
        else { return nil }
        self.init(
            unchecked: Int64(idleMinutes) * Self.minute, absolute: Int64(absoluteMinutes) * Self.minute,
            factor: Int64(secondFactorMinutes) * Self.minute)
    }

    private init(unchecked idle: Int64, absolute: Int64, factor: Int64) {
        idleMilliseconds = idle
        absoluteMilliseconds = absolute
        secondFactorMilliseconds = factor
    }

    /// Whether a request at `now` may be served under this session.
    package func isLive(_ session: SessionTimes, now: Int64) -> Bool {
        let newest = max(session.signedInAt, session.lastSeenAt)
        return newest <= now + Self.clockSlackMilliseconds && now < endsAt(session)
    }

    /// When the session ends if nothing more is asked of it: for the warning on the page.
    package func endsAt(_ session: SessionTimes) -> Int64 {
        min(session.lastSeenAt + idleMilliseconds, session.signedInAt + absoluteMilliseconds)
    }

    /// Whether a live session's last-seen time should be written anew.
    package func isRenewalDue(_ session: SessionTimes, now: Int64) -> Bool {
        now - session.lastSeenAt >= Self.renewalMilliseconds
    }

    /// Whether a second factor was given recently enough for an act that asks for one again. Never, if none was given.
    package func isSecondFactorFresh(_ session: SessionTimes, now: Int64) -> Bool {
        guard let given = session.secondFactorAt else { return false }
        return given <= now + Self.clockSlackMilliseconds && now - given < secondFactorMilliseconds
    }
}
