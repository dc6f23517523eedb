import Credentials
import Domain
import Store

/// The last step of a sign-in, one transaction: what may have changed meanwhile is looked at again, the code is used up,
/// and either the session opens or the failure is kept.
struct Opening: Sendable {
    let door: FrontDoor
    let attempt: SignInAttempt
    let budgets: SignInBudgets
    let admission: SignInAdmission
    let renewed: PasswordHash?

    enum End: Sendable {
        case opened(OpenedSession)
        case failed
    }

    func settle(_ proof: Proof) async throws -> End {
        let world = door.world
        let session = SecretToken.fresh(world.random)
        let device = attempt.deviceToken ?? DeviceToken(token: SecretToken.fresh(world.random))
        let (now, salt, reference) = (world.now(), world.newSalt(), world.newReference())
        return try await world.database.write { connection in
            switch try self.outcome(proof, now: now, on: connection) {
            case .failed(let outcome, let worker):
                try LedgerKeeping.append(
                    LedgerKeeping.note(outcome, about: worker), by: FrontDoor.doorkeeper, at: now, salt: salt,
                    on: connection)
                return .failed
            case .passed(let worker, let roles):
                let only = roles.count == 1 ? roles.first : nil
                let stored = StoredSession(
                    worker: worker.id, agency: only?.agency ?? "", role: only?.role ?? "", createdAt: now, seenAt: now,
                    secondFactorAt: now, reference: reference)
                try self.open(stored, session: session, device: device, on: connection)
                let viewer = Viewer(
                    worker: worker.id, name: worker.name, agency: stored.agency, role: stored.role, purpose: "",
                    session: reference)
                try LedgerKeeping.append(
                    LedgerKeeping.note(.signedIn, about: worker.id), by: viewer, at: now, salt: salt, on: connection)
                return .opened(
                    OpenedSession(
                        session: session.text, device: device.token.text, mustChooseRole: only == nil))
            }
        }
    }

    private enum Outcome {
        case failed(SignInOutcome, worker: String?)
        case passed(Worker, roles: [WorkerRole])
    }

    private func outcome(_ proof: Proof, now: Instant, on connection: Connection) throws -> Outcome {
        guard case .proven(let worker, let tried, let step) = proof else {
            guard case .failed(let outcome) = proof else { preconditionFailure("a proof failed or did not") }
            return .failed(outcome, worker: admission.worker?.id)
        }
        let today = London.day(of: now)
        guard let credential = try SessionRows.credential(of: worker.id, on: connection),
            credential.passwordHash == tried.passwordHash
        else { return .failed(.wrongPassword, worker: worker.id) }
        guard try SessionRows.useStep(step, of: worker.id, on: connection) else {
            return .failed(.wrongCode, worker: worker.id)
        }
        guard let worker = try AgencyRows.worker(worker.id, on: connection), worker.maySignIn(on: today) else {
            return .failed(.left, worker: worker.id)
        }
        let roles = try AgencyRows.roles(of: worker.id, on: connection).filter { $0.isInForce(on: today) }
        return roles.isEmpty ? .failed(.noRole, worker: worker.id) : .passed(worker, roles: roles)
    }

    private func open(
        _ stored: StoredSession, session: SecretToken, device: DeviceToken, on connection: Connection
    ) throws {
        let (worker, now) = (stored.worker, stored.createdAt)
        try door.welcome(budgets, worker: worker, admittedAt: admission.at, now: now, on: connection)
        try SessionRows.addDevice(tokenHash: device.hash(for: worker), worker: worker, at: now, on: connection)
        if let old = attempt.replacing.flatMap({ SecretToken(text: $0) }) {
            try SessionRows.end(tokenHash: old.digest.bytes, at: now, on: connection)
        }
        try SessionRows.open(stored, tokenHash: session.digest.bytes, on: connection)
        if let renewed, var credential = try SessionRows.credential(of: worker, on: connection) {
            credential.passwordHash = renewed.encoded
            try SessionRows.save(credential, of: worker, at: now, on: connection)
        }
    }
}
