import Testing

@testable import Credentials

@Suite("How long a session lasts")
struct SessionLimitsTests {
    private let limits = SessionLimits.standard
    private let start: Int64 = 1_700_000_000_000
    private let minute: Int64 = 60_000

    private func session(seen: Int64 = 0, factor: Int64? = nil) -> SessionTimes {
        SessionTimes(
            signedInAt: start, lastSeenAt: start + seen * minute, secondFactorAt: factor.map { start + $0 * minute })
    }

    @Test("Live until 20 minutes without a request, to the millisecond")
    func idle() {
        #expect(limits.isLive(session(), now: start))
        #expect(limits.isLive(session(), now: start + 20 * minute - 1))
        #expect(!limits.isLive(session(), now: start + 20 * minute))
    }

    @Test("Over after 12 hours however busy")
    func absolute() {
        let busy = session(seen: 12 * 60 - 1)
        #expect(limits.isLive(busy, now: start + 12 * 60 * minute - 1))
        #expect(!limits.isLive(busy, now: start + 12 * 60 * minute))
        #expect(limits.endsAt(busy) == start + 12 * 60 * minute)
        #expect(limits.endsAt(session(seen: 5)) == start + 25 * minute)
    }

    @Test("A clock set far back ends sessions instead of stretching them")
    func clockSetBack() {
        #expect(limits.isLive(session(), now: start - 2 * minute))
        #expect(!limits.isLive(session(), now: start - 2 * minute - 1))
        #expect(!limits.isLive(session(seen: 60), now: start + 57 * minute))
    }

    @Test("Last seen is written once a minute at most")
    func renewal() {
        #expect(!limits.isRenewalDue(session(), now: start + minute - 1))
        #expect(limits.isRenewalDue(session(), now: start + minute))
    }

    @Test("A second factor is fresh for 10 minutes, and never if none was given")
    func secondFactor() {
        #expect(!limits.isSecondFactorFresh(session(), now: start))
        #expect(limits.isSecondFactorFresh(session(factor: 0), now: start + 10 * minute - 1))
        #expect(!limits.isSecondFactorFresh(session(factor: 0), now: start + 10 * minute))
        #expect(!limits.isSecondFactorFresh(session(factor: 60), now: start))
    }

    @Test("Limits are read from configuration within bounds")
    func configured() throws {
        let read = SessionLimits(idleMinutes: 20, absoluteMinutes: 720, secondFactorMinutes: 10)
        #expect(read == .standard)
        #expect(SessionLimits(idleMinutes: 4, absoluteMinutes: 720, secondFactorMinutes: 10) == nil)
        #expect(SessionLimits(idleMinutes: 121, absoluteMinutes: 720, secondFactorMinutes: 10) == nil)
        #expect(SessionLimits(idleMinutes: 60, absoluteMinutes: 59, secondFactorMinutes: 10) == nil)
        #expect(SessionLimits(idleMinutes: 60, absoluteMinutes: 1_441, secondFactorMinutes: 10) == nil)
        #expect(SessionLimits(idleMinutes: 60, absoluteMinutes: 60, secondFactorMinutes: 0) == nil)
    }
}
