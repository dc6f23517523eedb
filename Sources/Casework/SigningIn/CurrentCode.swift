import Credentials
package import Domain
import Store

/// The code an authenticator app would show, so that a demonstration can be tried without one. Refused anywhere else.
package struct CurrentCode: Sendable {
    let door: FrontDoor

    package init(_ door: FrontDoor) {
        self.door = door
    }

    /// A code and when it begins to be accepted: at once, unless those before it have been used.
    package struct Code: Sendable, Equatable {
        package let digits: String
        package let from: Instant
    }

    /// - Throws: `NotADemonstration`; `Missing` when nobody with a second factor has that sign-in name; or a fault.
    package func callAsFunction(_ signInName: String) async throws -> Code {
        let found = try await door.world.database.read { connection in
            guard try PartnershipFacts(on: connection).isDemonstration else { throw NotADemonstration() }
            guard let worker = try AgencyRows.worker(signInName: signInName.trimmed.lowercased(), on: connection),
                let credential = try SessionRows.credential(of: worker.id, on: connection)
            else { throw Missing() }
            return (worker: worker.id, credential: credential)
        }
        guard let secret = try door.secret(of: found.worker, found.credential) else { throw Missing() }
        let current = TOTP.step(at: door.world.now().milliseconds)
        let step = max(current, (found.credential.lastStep ?? 0) + 1)
        let from = Instant(milliseconds: (step - TOTP.stepsOfSlack) * TOTP.stepMilliseconds)
        return Code(digits: TOTP.code(secret: secret, step: step), from: from)
    }
}

/// The database holds a real partnership: no code is given out.
package struct NotADemonstration: Error, Sendable, Hashable {
    package init() {}
}
