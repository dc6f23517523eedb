import Credentials
package import Domain
import Ledger
import Store

/// What a worker is given anew, to be read out or printed once and never shown again.
package struct GivenAccess: Sendable, Equatable {
    package let worker: String
    package let name: String
    package let signInName: String
    /// nil where the password they have stays.
    package var password: String?
    /// For typing into an authenticator app; nil where the one they use stays.
    package var secret: String?
    /// The `otpauth:` link of the same secret.
    package var link: String?

    init(worker: String, name: String, signInName: String) {
        self.worker = worker
        self.name = name
        self.signInName = signInName
    }

    /// What a new worker is given, with the name that was kept.
    package init(_ issued: AddWorker.Issued, name: String) {
        self.init(worker: issued.worker, name: name, signInName: issued.signInName)
        password = issued.password
        secret = issued.secret
        link = issued.link
    }
}

/// Gives a worker a new password, a new second factor, or both: they forgot the one, or lost the phone with the other.
/// Every session of theirs ends at once, every browser is a stranger's again, and wrong guesses are forgotten.
package struct GiveAccess: Sendable {
    let door: FrontDoor

    package init(_ door: FrontDoor) {
        self.door = door
    }

    /// What is given anew.
    package enum What: String, Sendable, Hashable, CaseIterable {
        case password
        case secondFactor = "second-factor"
        case both
    }

    /// - Parameter issuer: what an authenticator app shows as the account's service.
    /// - Throws: `Missing` for whoever does not administer the partnership and where there is no such worker,
    ///   `WorkerRefusal`, `SentBefore`, or a fault.
    package func callAsFunction(
        _ what: What, to id: String, issuer: String = "Throughcare", key: (name: String, bodyDigest: String)? = nil,
        by viewer: Viewer
    ) async throws -> GivenAccess {
        let world = door.world
        try PartnershipRights(rules: world.rules.current).check(viewer)
        let found = try await world.database.read { connection in try AgencyRows.worker(id, on: connection) }
        guard let worker = found else { throw Missing() }
        var given = GivenAccess(worker: id, name: worker.name, signInName: worker.signInName)
        var (hash, sealed): (String?, [UInt8]?) = (nil, nil)
        if what != .secondFactor {
            let password = ReadablePassword.make(world.random)
            hash = try await door.newHash(of: password)
            given.password = password
        }
        if what != .password {
            let secret = TOTPSecret.fresh(world.random)
            sealed = Array(try door.sealed(secret, of: id).text.utf8)
            given.secret = secret.textToType
            given.link = secret.link(issuer: issuer, account: worker.signInName)
        }
        try await keep(hash, sealed, what, of: id, key: key, by: viewer)
        return given
    }

    private func keep(
        _ hash: String?, _ sealed: [UInt8]?, _ what: What, of id: String, key: WorkerAct.Key?, by viewer: Viewer
    ) async throws {
        let budgets = door.budgets
        try await WorkerAct(world: door.world, changesDirectory: false)("access-given", about: id, key: key, by: viewer)
        {
            worker, now, connection in
            guard worker.maySignIn(on: London.day(of: now)) else { throw WorkerRefusal.hasLeft }
            guard var credential = try SessionRows.credential(of: id, on: connection) else { throw Missing() }
            if let hash { credential.passwordHash = hash }
            if let sealed {
                credential.sealedSecret = sealed
                credential.lastStep = nil
            }
            try SessionRows.save(credential, of: id, at: now, on: connection)
            _ = try SessionRows.endAll(of: id, at: now, on: connection)
            try SessionRows.forgetDevices(of: id, on: connection)
            try SessionRows.forget(budget: budgets.account(worker.signInName), on: connection)
            return [("given", .string(what.rawValue))]
        }
    }
}

extension FrontDoor {
    /// A hash of a password that was made here. Throws `WorkerRefusal.busy`.
    func newHash(of password: String) async throws -> String {
        do {
            return try await gate.hash(password, lane: .knownDevice).encoded
        } catch is PasswordGateRefusal {
            throw WorkerRefusal.busy
        }
    }

    /// A second factor as it is kept.
    func sealed(_ secret: TOTPSecret, of worker: String) throws -> SealedSecret {
        try SealedSecret.seal(secret.bytes, place: Self.place(of: worker), keys: world.keys, random: world.random)
    }
}
