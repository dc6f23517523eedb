import Crypto

/// Signs checkpoints with an Ed25519 private key, which comes in as a value and does not leave again.
package struct CheckpointSigner: Sendable {
    private let privateKey: Curve25519.Signing.PrivateKey
    /// What others need to verify.
    package let key: CheckpointKey

    /// `privateKey` is the 32 secret bytes (RFC 8032's seed).
    package init(name: String, privateKey: [UInt8]) throws(CheckpointRefusal) {
        do {
            self.privateKey = try Curve25519.Signing.PrivateKey(rawRepresentation: privateKey)
        } catch {
            throw .key
        }
        key = try CheckpointKey(name: name, publicKey: Array(self.privateKey.publicKey.rawRepresentation))
    }

    /// This signer's signature on a checkpoint, whoever else has signed it.
    package func signature(of checkpoint: Checkpoint) throws -> NoteSignature {
        let signature = try privateKey.signature(for: Array(checkpoint.body.utf8))
        return NoteSignature(name: key.name, keyID: key.keyID, signature: Array(signature))
    }

    /// The checkpoint with this one signature.
    package func sign(_ checkpoint: Checkpoint) throws -> SignedCheckpoint {
        SignedCheckpoint(checkpoint: checkpoint, signatures: [try signature(of: checkpoint)])
    }
}
