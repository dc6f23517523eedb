@testable import Casework
import Credentials
import Domain
import Ledger
import Store

/// A worker of a test, with what opens the door.
struct KeyHolder: Sendable {
    let id: String
    let signInName: String
    let password: String
    let secret: TOTPSecret
}

extension House {
    /// Adds a worker as the command does.
    func add(
        _ signInName: String, roles: [(role: String, agency: String)] = [("custody-officer", "police")]
    ) async throws -> KeyHolder {
        let issued = try await AddWorker(door)(
            AddWorker.NewWorker(
                signInName: signInName, name: "Test \(signInName.uppercased())",
                roles: roles.map { WorkerRole(worker: "", agency: $0.agency, role: $0.role) }),
            by: .system("command"))
        let credential = try await world.database.read { connection in
            try SessionRows.credential(of: issued.worker, on: connection)
        }
        guard let credential, let secret = try door.secret(of: issued.worker, credential) else {
            throw Missing()
        }
        return KeyHolder(
            id: issued.worker, signInName: issued.signInName, password: issued.password, secret: secret)
    }

    /// Gives a worker another role.
    func alsoHolds(_ holder: KeyHolder, role: String, agency: String) async throws {
        let role = WorkerRole(worker: holder.id, agency: agency, role: role)
        try await world.database.write { try AgencyRows.save(role, on: $0) }
    }

    /// The code an authenticator app shows now.
    func code(of holder: KeyHolder) -> String {
        TOTP.code(secret: holder.secret, step: TOTP.step(at: clock.now.milliseconds))
    }

    /// The outcomes of the sign-in entries in the ledger, in order.
    func outcomes() async throws -> [String] {
        try await world.database.read { connection in
            var outcomes: [String] = []
            try LedgerRowReading.eachEntry(from: 0, limit: 10_000, on: connection) { row in
                let object = CanonicalObject(canonical: Array(row.line.utf8))
                guard object?["kind"] == .string("sign-in"), case .string(let outcome)? = object?["outcome"]
                else { return }
                outcomes.append(outcome)
            }
            return outcomes
        }
    }
}
