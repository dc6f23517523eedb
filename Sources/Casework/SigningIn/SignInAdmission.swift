import Credentials
import Domain
import Store

/// A try that the throttle has let through and counted.
struct SignInAdmission: Sendable {
    let at: Instant
    /// Nil where nobody has that sign-in name.
    let worker: Worker?
    let credential: StoredCredential?
    let lane: PasswordGate.Lane
}

extension FrontDoor {
    /// Counts a guess at an account before anything is tried, in one transaction, so that guesses made at the same
    /// moment are counted each. Throws `SignInRefusal` when it must wait.
    ///
    /// A guess that must wait writes nothing, so asking again and again costs neither disk nor ledger.
    func admit(_ budgets: SignInBudgets) async throws -> SignInAdmission {
        let now = world.now()
        let throttle = throttle
        let (decision, admission) = try await world.database.write { connection in
            let worker = try AgencyRows.worker(signInName: budgets.signInName, on: connection)
            let credential = try worker.flatMap { try SessionRows.credential(of: $0.id, on: connection) }
            let history = try budgets.load(worker: worker?.id, on: connection)
            let (decision, counted) = throttle.admit(history, now: now.milliseconds)
            if decision == .allowed {
                try budgets.save(counted, worker: worker?.id, at: now, on: connection)
            }
            let lane: PasswordGate.Lane = throttle.isKnownDevice(history) ? .knownDevice : .stranger
            return (decision, SignInAdmission(at: now, worker: worker, credential: credential, lane: lane))
        }
        if let refusal = SignInRefusal(decision) { throw refusal }
        return admission
    }

    /// Gives back the guess that turned out to be the account's owner, and makes the device known.
    func welcome(
        _ budgets: SignInBudgets, worker: String, admittedAt: Instant, now: Instant, on connection: Connection
    ) throws {
        let history = try budgets.load(worker: worker, on: connection)
        let after = throttle.succeeded(history, admittedAt: admittedAt.milliseconds)
        try budgets.save(after, worker: worker, at: now, on: connection)
    }

    /// Whether the password is the one kept; no, at the same cost, where there is none.
    func isPassword(_ password: String, _ admission: SignInAdmission) async throws -> Bool {
        let hash = try admission.credential.map { try PasswordHash(encoded: $0.passwordHash) }
        do {
            return try await gate.verify(password, against: hash, lane: admission.lane)
        } catch is PasswordGateRefusal {
            try await keep(.busy, about: admission.worker?.id)
            throw SignInRefusal.busy
        }
    }
}
