package import Credentials
package import Ledger
package import Store

/// The keys that this ledger's checkpoints are signed with, out of the server's key ring.
package struct CheckpointKeys: Sendable {
    let name: String
    /// Signs what comes next.
    let signer: CheckpointSigner
    /// The public keys, old and new, the one in use last.
    package let all: [CheckpointKey]

    /// Names the ledger if nothing has named it yet.
    package init(_ world: World) async throws {
        try self.init(name: await LedgerName.obtain(world), world.keys)
    }

    /// For a database that is only read, such as a copy. Throws `CheckpointNotWritten.unnamed` when it names no ledger.
    package init(database: Database, keys: KeyRing) async throws {
        guard let name = try await LedgerName.read(database) else { throw CheckpointNotWritten.unnamed }
        try self.init(name: name, keys)
    }

    private init(name: String, _ ring: KeyRing) throws {
        let current = ring.currentName(.checkpoint)
        var older: [CheckpointKey] = []
        var signer: CheckpointSigner?
        for key in ring.names where key.use == .checkpoint {
            guard let seed = ring.checkpointSeed(key) else { continue }
            let made = try CheckpointSigner(name: name, privateKey: seed)
            if key == current { signer = made } else { older.append(made.key) }
        }
        guard let signer else { preconditionFailure("a key ring holds the key it calls current") }
        self.name = name
        self.signer = signer
        all = older + [signer.key]
    }
}
