import Credentials
import Domain
import Store

/// A signed-in worker gives the second factor again, for an act that asks for one: break-glass, an export, a change of
/// role. A code is a guess like a password, so the throttle is asked first.
package struct StepUp: Sendable {
    let door: FrontDoor

    package init(_ door: FrontDoor) {
        self.door = door
    }

    /// - Parameters:
    ///   - device: what the device cookie carried.
    ///   - source: where the request comes from.
    /// - Throws: `SignInRefusal`, `Missing` when the session has ended, or a fault.
    package func callAsFunction(
        code: String, in session: LiveSession, device: String?, source: String
    ) async throws {
        let attempt = SignInAttempt(
            name: session.worker.signInName, password: "", code: code, device: device, source: source)
        let budgets = SignInBudgets(
            names: door.budgets, signInName: attempt.signInName, source: source, device: attempt.deviceToken)
        let admission = try await door.admit(budgets)
        let worker = session.worker.id
        let step = try door.step(accepting: code, admission.credential, of: worker, now: admission.at)
        let (now, salt, door) = (door.world.now(), door.world.newSalt(), door)
        let isRight = try await door.world.database.write { connection in
            let isRight = try step.map { try SessionRows.useStep($0, of: worker, on: connection) } ?? false
            if isRight {
                try door.welcome(budgets, worker: worker, admittedAt: admission.at, now: now, on: connection)
                guard try SessionRows.keepSecondFactor(at: now, tokenHash: session.hash, on: connection)
                else { throw Missing() }
            }
            let note = LedgerKeeping.note(isRight ? .steppedUp : .wrongCode, about: worker)
            try LedgerKeeping.append(note, by: session.viewer, at: now, salt: salt, on: connection)
            return isRight
        }
        guard isRight else { throw SignInRefusal.wrong }
    }
}
