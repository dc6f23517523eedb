package import Credentials
import Domain
import Store

/// What signing in stands on beyond the world: the one gate to password hashing, the throttle, and how long a session
/// lasts. Made once, since the gate counts what runs at the same time.
package struct FrontDoor: Sendable {
    package let world: World
    /// How long a session lasts.
    package let limits: SessionLimits
    let gate: PasswordGate
    let throttle: SignInThrottle
    let cost: PasswordCost
    let budgets: BudgetNames
    /// Tried where there is no account, so that the time taken tells nothing.
    let decoy: TOTPSecret

    /// - Parameter cost: what a password's hash costs; tests take a cheap one.
    package init(
        _ world: World, cost: PasswordCost = .standard, limits: SessionLimits = .standard,
        throttle: SignInThrottle = SignInThrottle()
    ) {
        self.world = world
        self.limits = limits
        self.throttle = throttle
        self.cost = cost
        gate = PasswordGate(cost: cost, random: world.random)
        budgets = BudgetNames(world.keys)
        decoy = TOTPSecret.fresh(world.random)
    }
}

extension FrontDoor {
    /// After so many minutes without a request a session is over.
    package var idleMinutes: Int { Int(limits.idleMilliseconds / 60_000) }

    /// So many hours after sign-in a session is over whatever happens.
    package var longestHours: Int { Int(limits.absoluteMilliseconds / 3_600_000) }

    /// Where a worker's second factor is sealed: its name is part of the seal.
    static func place(of worker: String) -> String { "worker/\(worker)/totp" }

    /// The second factor a credential keeps, or nil when it has none. Throws when the seal does not open: an older key
    /// file is in use, or the row was tampered with.
    func secret(of worker: String, _ credential: StoredCredential) throws -> TOTPSecret? {
        guard let sealed = credential.sealedSecret else { return nil }
        let bytes = try SealedSecret(text: String(decoding: sealed, as: UTF8.self))
            .open(place: Self.place(of: worker), keys: world.keys)
        return TOTPSecret(bytes: bytes)
    }

    /// The time step that accepts a code, or nil. As much is computed where there is nothing to compare with.
    func step(accepting code: String, _ credential: StoredCredential?, of worker: String?, now: Instant) throws
        -> Int64?
    {
        guard let credential, let worker, let secret = try secret(of: worker, credential) else {
            _ = TOTP.stepAccepting(code, secret: decoy, now: now.milliseconds, lastUsedStep: nil)
            return nil
        }
        return TOTP.stepAccepting(
            code, secret: secret, now: now.milliseconds, lastUsedStep: credential.lastStep)
    }
}
