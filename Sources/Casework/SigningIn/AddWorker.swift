import Credentials
package import Domain
import Ledger
package import Store

/// Makes a worker who can sign in, with a readable password and a second factor that are shown once and never again.
package struct AddWorker: Sendable {
    let door: FrontDoor

    package init(_ door: FrontDoor) {
        self.door = door
    }

    /// Who is added.
    package struct NewWorker: Sendable {
        /// A reference of its own unless given.
        package var id: String?
        package var signInName: String
        package var name: String
        package var phone: String
        /// What they act as: agency, role and dates. The worker's id is filled in.
        package var roles: [WorkerRole]

        package init(
            id: String? = nil, signInName: String, name: String, phone: String = "", roles: [WorkerRole] = []
        ) {
            self.id = id
            self.signInName = signInName
            self.name = name
            self.phone = phone
            self.roles = roles
        }
    }

    /// What the new worker is given, to be read out or written down once.
    package struct Issued: Sendable, Equatable {
        package let worker: String
        package let signInName: String
        package let password: String
        /// For typing into an authenticator app.
        package let secret: String
        /// The `otpauth:` link of the same secret.
        package let link: String
    }

    /// - Parameter issuer: what an authenticator app shows as the account's service.
    /// - Throws: `Missing` for whoever does not administer the partnership, `AddWorkerRefusal`, `WorkerRefusal`,
    ///   `SentBefore`, or a fault.
    package func callAsFunction(
        _ new: NewWorker, issuer: String = "Throughcare", key: (name: String, bodyDigest: String)? = nil,
        by viewer: Viewer
    ) async throws -> Issued {
        let world = door.world
        try PartnershipRights(rules: world.rules.current).check(viewer)
        let signInName = new.signInName.trimmed.lowercased()
        guard Self.isSignInName(signInName) else { throw AddWorkerRefusal.notASignInName }
        guard !new.name.trimmed.isEmpty else { throw AddWorkerRefusal.nameMissing }
        let id = new.id ?? world.newReference()
        let password = ReadablePassword.make(world.random)
        let secret = TOTPSecret.fresh(world.random)
        let hash = try await door.newHash(of: password)
        let sealed = try door.sealed(secret, of: id)
        let credential = StoredCredential(passwordHash: hash, sealedSecret: Array(sealed.text.utf8), lastStep: nil)
        let worker = Worker(id: id, signInName: signInName, name: new.name.trimmed, phone: new.phone.trimmed)
        try await keep(worker, credential, roles: new.roles, key: key, by: viewer)
        return Issued(
            worker: id, signInName: signInName, password: password, secret: secret.textToType,
            link: secret.link(issuer: issuer, account: signInName))
    }

    private func keep(
        _ worker: Worker, _ credential: StoredCredential, roles: [WorkerRole], key: WorkerAct.Key?,
        by viewer: Viewer
    ) async throws {
        let (now, salt) = (door.world.now(), door.world.newSalt())
        let note = AdministrationRegister.note(
            "worker-added",
            [
                ("roles", .array(roles.map { .string("\($0.role) \($0.agency)") })), ("worker", .string(worker.id)),
            ])
        try await door.world.database.write { connection in
            try WorkerAct.use(key, about: worker.id, by: viewer, at: now, on: connection)
            let isTaken = try AgencyRows.worker(signInName: worker.signInName, on: connection) != nil
            guard !isTaken, try AgencyRows.worker(worker.id, on: connection) == nil
            else { throw AddWorkerRefusal.taken }
            let agencies = Set(try AgencyRows.agencies(on: connection).map(\.id))
            if let role = roles.first(where: { !agencies.contains($0.agency) }) {
                throw AddWorkerRefusal.noSuchAgency(role.agency)
            }
            try AgencyRows.save(worker, on: connection)
            for var role in roles {
                role.worker = worker.id
                try RoleCheck.check(role, today: London.day(of: now), on: connection)
                try AgencyRows.save(role, on: connection)
            }
            try SessionRows.save(credential, of: worker.id, at: now, on: connection)
            try LedgerKeeping.append(note, by: viewer, at: now, salt: salt, on: connection)
        }
        try await door.world.readDirectory()
    }

    /// 2 to 64 of a–z, 0–9, `.`, `-`, `_` and `@`: nothing that two keyboards write in two ways.
    private static func isSignInName(_ text: String) -> Bool {
        (2...64).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                    UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "@"):
                    true
                default: false
                }
            }
    }
}

/// Why a worker was not added.
package enum AddWorkerRefusal: Error, Sendable, Hashable {
    /// A sign-in name is 2 to 64 of a–z, 0–9, full stop, hyphen, underscore and @.
    case notASignInName
    /// Colleagues would see no name.
    case nameMissing
    /// The sign-in name, or the id, is somebody's already.
    case taken
    /// A role is for an agency the partnership does not have.
    case noSuchAgency(String)
}
