import Dispatch

/// The only door to password hashing: few at once, a short queue, and a plain refusal beyond.
///
/// A hash takes 19 MiB and a core by design, so a flood of sign-ins would otherwise take the machine. Here it takes at
/// most `atOnce` × the cost's memory. Devices an account knows queue apart from strangers and are served first, so a
/// flood from outside costs the people at work no more than the hash in hand. Hashing runs on threads of its own and
/// never blocks the ones that serve pages.
package actor PasswordGate {
    /// Who is asking. The two queue apart.
    package enum Lane: Sendable, CaseIterable {
        /// A device that the account has signed in from.
        case knownDevice
        /// Anyone else.
        case stranger
    }

    /// What this gate admits.
    package struct Limits: Sendable {
        /// Hashes running at the same time.
        package var atOnce = 2
        /// Callers waiting, in each lane.
        package var waiting = 16
        /// The longest a caller waits before it is turned away.
        package var patience = Duration.seconds(3)

        package init() {}
    }

    private struct Waiter {
        let id: Int
        let turn: CheckedContinuation<PasswordGateRefusal?, Never>
    }

    private let cost: PasswordCost
    private let random: RandomSource
    private let limits: Limits
    private let sleep: @Sendable (Duration) async throws -> Void
    private let threads = DispatchQueue(label: "throughcare.password-hashing", attributes: .concurrent)
    private var running = 0
    private var lastID = 0
    private var waiters: [Lane: [Waiter]] = [:]

    /// A gate that hashes at `cost`. `sleep` is the clock that patience is measured by.
    package init(
        cost: PasswordCost = .standard, random: RandomSource = .system, limits: Limits = Limits(),
        sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    ) {
        precondition(limits.atOnce > 0, "a gate that admits nobody would hold every caller")
        self.cost = cost
        self.random = random
        self.limits = limits
        self.sleep = sleep
    }

    /// Hashes a new password. Throws `PasswordGateRefusal` when busy, `PasswordHashError` when the machine could not.
    package func hash(_ password: String, lane: Lane) async throws -> PasswordHash {
        let (cost, random) = (cost, random)
        return try await admit(lane) { Result { try PasswordHash.make(password, cost: cost, random: random) } }.get()
    }

    /// Whether `password` is the one kept as `hash`; pass nil when there is no such account or it has no password.
    ///
    /// The answer for nil is always no and takes as long as for a hash of this gate's cost; a hash of another cost takes
    /// its own time until `needsRehash` has renewed it. Throws as `hash` does.
    package func verify(_ password: String, against hash: PasswordHash?, lane: Lane) async throws -> Bool {
        guard let hash else { return try await verifyNobody(password, lane: lane) }
        return try await admit(lane) { Result { try hash.verify(password) } }.get()
    }

    /// Spends what a verification costs and says no: the answer for an account that does not exist, so that neither
    /// the time nor the queue tells who does.
    package func verifyNobody(_ password: String, lane: Lane) async throws -> Bool {
        let decoy = PasswordHash.decoy(cost: cost)
        _ = try await admit(lane) { Result { try decoy.verify(password) } }.get()
        return false
    }

    /// Runs `work` on a thread of its own once there is a place.
    func admit<Outcome: Sendable>(
        _ lane: Lane, _ work: @escaping @Sendable () -> Outcome
    ) async throws(PasswordGateRefusal) -> Outcome {
        try await enter(lane)
        let outcome = await withCheckedContinuation { done in
            threads.async { done.resume(returning: work()) }
        }
        leave()
        return outcome
    }

    /// How many wait in a lane.
    func waitingCount(_ lane: Lane) -> Int {
        waiters[lane, default: []].count
    }

    private func enter(_ lane: Lane) async throws(PasswordGateRefusal) {
        if running < limits.atOnce {
            running += 1
            return
        }
        guard waitingCount(lane) < limits.waiting else { throw .busy }
        lastID += 1
        let id = lastID
        let timer = Task { [sleep, patience = limits.patience] in
            do {
                try await sleep(patience)
                dismiss(id, .waitedTooLong)
            } catch {
                // Cancelled below: this caller's turn came first, so there is nothing left to end.
            }
        }
        let refusal = await withTaskCancellationHandler {
            await withCheckedContinuation { waiters[lane, default: []].append(Waiter(id: id, turn: $0)) }
        } onCancel: {
            Task { await self.dismiss(id, .cancelled) }
        }
        timer.cancel()
        if let refusal { throw refusal }
    }

    private func leave() {
        for lane in Lane.allCases where waitingCount(lane) > 0 {
            waiters[lane]?.removeFirst().turn.resume(returning: nil)  // the place passes on, `running` stays
            return
        }
        running -= 1
    }

    private func dismiss(_ id: Int, _ refusal: PasswordGateRefusal) {
        for lane in Lane.allCases {
            guard let index = waiters[lane]?.firstIndex(where: { $0.id == id }) else { continue }
            waiters[lane]?.remove(at: index).turn.resume(returning: refusal)
        }
    }
}
