import Credentials
package import Ledger
import Store

/// The keys that this ledger's checkpoints are signed with, out of the server's key ring.
package struct CheckpointKeys: Sendable {
    let name: String
    /// Signs what comes next.
    let signer: CheckpointSigner
    /// The public keys, old and new, the one in use last.
    package let all: [CheckpointKey]

    /// Names the ledger if nothing has named it yet.
    package init(_ world: World) async throws {
        let name = try await LedgerName.obtain(world)
        let current = world.keys.currentName(.checkpoint)
        var older: [CheckpointKey] = []
        var signer: CheckpointSigner?
        for key in world.keys.names where key.use == .checkpoint {
            guard let seed = world.keys.checkpointSeed(key) else { continue }
            let made = try CheckpointSigner(name: name, privateKey: seed)
            if key == current { signer = made } else { older.append(made.key) }
        }
        guard let signer else { preconditionFailure("a key ring holds the key it calls current") }
        self.name = name
        self.signer = signer
        all = older + [signer.key]
    }
}
