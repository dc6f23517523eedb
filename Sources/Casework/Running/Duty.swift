package import Domain
import Store

/// Something the runner does again and again, for the partnership as a whole.
///
/// What it does is idempotent, in transactions of its own: it may be cut off anywhere, and be done twice.
package struct Duty: Sendable {
    /// Its name in `waiting_work`, and in the log.
    package let kind: String
    /// How long to wait after it was done.
    let periodSeconds: Int
    let perform: @Sendable (World) async throws -> Progress
    /// How long one turn of it may take before another runner may try it.
    let leaseSeconds: Int
    /// For one that has its hour: the next after an instant, however long the last turn took.
    private let hour: (@Sendable (Instant) -> Instant)?

    /// What came of one turn.
    package struct Progress: Sendable, Equatable {
        /// How many things were done.
        package var count: Int
        /// Whether more is waiting, so that the next turn should follow at once.
        package var isMoreWaiting: Bool

        package init(count: Int, isMoreWaiting: Bool = false) {
            self.count = count
            self.isMoreWaiting = isMoreWaiting
        }
    }

    package init(
        kind: String, periodSeconds: Int, leaseSeconds: Int = 300, hour: (@Sendable (Instant) -> Instant)? = nil,
        perform: @escaping @Sendable (World) async throws -> Progress
    ) {
        self.kind = kind
        self.periodSeconds = periodSeconds
        self.leaseSeconds = leaseSeconds
        self.perform = perform
        self.hour = hour
    }

    /// When it is first done, given when it was first known.
    func first(_ now: Instant) -> Instant { hour?(now) ?? now }

    /// When it is done next, given when it was done.
    func next(after now: Instant) -> Instant { hour?(now) ?? now.adding(seconds: periodSeconds) }
}

extension Duty {
    /// Everything the runner sees to, in the order in which one prepares another.
    package static let all = [standings, escalations, checkpoint, subjects, upkeep]

    /// What takes long, and is done when few are at work, by a runner of its own: nothing else waits for it.
    package static let nightly = [verification]

    /// Derived rows that time has overtaken.
    static let standings = Duty(kind: "standings", periodSeconds: 15) { try await RecomputeStandings($0)() }

    /// Misses that must reach somebody.
    static let escalations = Duty(kind: "escalations", periodSeconds: 30) { try await RaiseEscalations($0)() }

    /// A checkpoint a minute, while there is something new to sign.
    static let checkpoint = Duty(kind: "checkpoint", periodSeconds: 60) { world in
        let before = try await world.database.read { try WaitingEntries(on: $0) }
        guard before.count > 0 else { return Progress(count: 0) }
        try await WriteCheckpoint(world)()
        return Progress(count: Int(before.count))
    }

    /// New entries, into the index of whom they concern.
    static let subjects = Duty(kind: "subjects", periodSeconds: 30) { try await IndexSubjects($0)() }

    /// The whole record, held against the ledger: once a night, when few are at work.
    static let verification = Duty(
        kind: "verification", periodSeconds: 24 * 3_600, leaseSeconds: 6 * 3_600,
        hour: { now in London.instant(London.day(of: now).adding(days: 1), .midnight).adding(hours: 3) }
    ) { try await VerifyNightly($0)() }

    /// What has expired.
    static let upkeep = Duty(kind: "upkeep", periodSeconds: 3_600) { try await ForgetExpired($0)() }
}
