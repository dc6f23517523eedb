import Credentials
import Domain
import Ledger
import Store

/// Opens a session for a worker who shows a sign-in name, a password and a code of their authenticator app.
///
/// Every failure costs the same, says the same, and leaves one ledger entry that says more.
package struct SignIn: Sendable {
    let door: FrontDoor
    private var world: World { door.world }

    package init(_ door: FrontDoor) {
        self.door = door
    }

    /// - Throws: `SignInRefusal`, or a fault.
    package func callAsFunction(_ attempt: SignInAttempt) async throws -> OpenedSession {
        let budgets = SignInBudgets(
            names: door.budgets, signInName: attempt.signInName, source: attempt.source, device: attempt.deviceToken)
        let admission = try await door.admit(budgets)
        let isPassword = try await door.isPassword(attempt.password, admission)
        let step = try door.step(
            accepting: attempt.code, admission.credential, of: admission.worker?.id, now: admission.at)
        let proof = Proof(admission, isPassword: isPassword, step: step)
        let renewed = try await renewedHash(attempt.password, admission, proof)
        let opening = Opening(door: door, attempt: attempt, budgets: budgets, admission: admission, renewed: renewed)
        switch try await opening.settle(proof) {
        case .opened(let session): return session
        case .failed: throw SignInRefusal.wrong
        }
    }

    /// The password hashed anew, where it was kept at another cost than today's.
    private func renewedHash(
        _ password: String, _ admission: SignInAdmission, _ proof: Proof
    ) async throws -> PasswordHash? {
        guard case .proven = proof, let credential = admission.credential,
            try PasswordHash(encoded: credential.passwordHash).needsRehash(to: door.cost)
        else { return nil }
        do {
            return try await door.gate.hash(password, lane: admission.lane)
        } catch is PasswordGateRefusal {
            return nil  // the old hash serves; the next sign-in tries again
        }
    }
}

/// What a try has shown.
enum Proof: Sendable {
    case failed(SignInOutcome)
    /// Password and code are right; the code's time step is still to be used up.
    case proven(worker: Worker, credential: StoredCredential, step: Int64)

    init(_ admission: SignInAdmission, isPassword: Bool, step: Int64?) {
        guard let worker = admission.worker, let credential = admission.credential else {
            self = .failed(.unknownName)
            return
        }
        guard isPassword else {
            self = .failed(.wrongPassword)
            return
        }
        self = step.map { .proven(worker: worker, credential: credential, step: $0) } ?? .failed(.wrongCode)
    }
}
