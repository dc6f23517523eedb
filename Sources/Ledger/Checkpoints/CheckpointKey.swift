import Domain
import Crypto

/// A name and an Ed25519 public key: who may have signed a checkpoint.
package struct CheckpointKey: Equatable, Sendable {
    /// The signer's name, as it stands in the signature line.
    package let name: String
    /// The public key's 32 bytes.
    package let publicKey: [UInt8]

    /// Refuses a name that may not stand in a signature line and a key of another length.
    package init(name: String, publicKey: [UInt8]) throws(CheckpointRefusal) {
        guard SignedNote.isName(name), publicKey.count == 32 else { throw .key }
        self.name = name
        self.publicKey = publicKey
    }

    /// Reads `NAME+BASE64`, where BASE64 is the public key; and the form that other tools of transparency logs print,
    /// `NAME+KEYID+BASE64`, where BASE64 is 0x01 and the public key.
    package init(text: String) throws(CheckpointRefusal) {
        let parts = text.split(separator: "+" as Character, maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { throw .key }
        let name = String(parts[0])
        let rest = String(parts[1])
        if let bytes = Base64.bytes(rest), bytes.count == 32 {
            try self.init(name: name, publicKey: bytes)
            return
        }
        let (keyID, typed) = (rest.utf8.prefix(8), rest.utf8.dropFirst(9))
        guard rest.utf8.dropFirst(8).first == UInt8(ascii: "+"), let bytes = Base64.bytes(String(typed) ?? ""),
            bytes.first == 0x01
        else { throw .key }
        try self.init(name: name, publicKey: Array(bytes.dropFirst()))
        guard Hex.bytes(keyID) == self.keyID else { throw .key }
    }

    /// `NAME+BASE64`, as it is given to those who verify.
    package var text: String { "\(name)+\(Base64.text(publicKey))" }

    /// The first four bytes of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key); 0x01 stands for Ed25519.
    package var keyID: [UInt8] {
        Array(LedgerHash(hashing: Array(name.utf8) + [0x0A, 0x01] + publicKey).bytes[..<4])
    }

    /// Whether `signature` is this key's over `body`.
    func isValid(_ signature: [UInt8], for body: String) -> Bool {
        do {
            return try Curve25519.Signing.PublicKey(rawRepresentation: publicKey)
                .isValidSignature(signature, for: Array(body.utf8))
        } catch {
            // Thirty-two bytes that are no key have signed nothing.
            return false
        }
    }
}
