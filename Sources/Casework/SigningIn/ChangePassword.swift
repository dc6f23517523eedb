import Credentials
import Domain
import Store

/// A signed-in worker sets a new password, having given the old one. Every other session of theirs ends.
package struct ChangePassword: Sendable {
    let door: FrontDoor

    package init(_ door: FrontDoor) {
        self.door = door
    }

    /// - Returns: what is wrong with the new password, a sentence each; empty when it was set.
    /// - Throws: `SignInRefusal` when the current password is not right or must wait, `Missing` when the account is
    ///   gone, or a fault.
    package func callAsFunction(
        current: String, new: String, in session: LiveSession, device: String?, source: String
    ) async throws -> [String] {
        let worker = session.worker
        let problems = PasswordRules.problems(in: new, names: [worker.name, worker.signInName], email: "")
        guard problems.isEmpty else { return problems.map(\.message) }
        let attempt = SignInAttempt(
            name: worker.signInName, password: current, code: "", device: device, source: source)
        let budgets = SignInBudgets(
            names: door.budgets, signInName: attempt.signInName, source: source, device: attempt.deviceToken)
        let admission = try await door.admit(budgets)
        guard try await door.isPassword(current, admission), let tried = admission.credential else {
            try await door.world.keepLook(
                LedgerKeeping.note(.wrongPassword, about: worker.id), by: session.viewer)
            throw SignInRefusal.wrong
        }
        let hash = try await newHash(new, lane: admission.lane)
        let (now, salt, door) = (door.world.now(), door.world.newSalt(), door)
        try await door.world.database.write { connection in
            guard var credential = try SessionRows.credential(of: worker.id, on: connection),
                credential.passwordHash == tried.passwordHash
            else { throw Missing() }
            credential.passwordHash = hash.encoded
            try SessionRows.save(credential, of: worker.id, at: now, on: connection)
            _ = try SessionRows.endAll(of: worker.id, except: session.hash, at: now, on: connection)
            try door.welcome(budgets, worker: worker.id, admittedAt: admission.at, now: now, on: connection)
            try LedgerKeeping.append(
                LedgerKeeping.note(.passwordChanged, about: worker.id), by: session.viewer, at: now, salt: salt,
                on: connection)
        }
        return []
    }

    private func newHash(_ password: String, lane: PasswordGate.Lane) async throws -> PasswordHash {
        do {
            return try await door.gate.hash(password, lane: lane)
        } catch is PasswordGateRefusal {
            throw SignInRefusal.busy
        }
    }
}
