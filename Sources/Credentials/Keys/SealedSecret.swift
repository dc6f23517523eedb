import Crypto

/// A secret that must be kept and read again, such as a TOTP secret: encrypted and bound to the place it belongs.
///
/// ChaCha20-Poly1305 (RFC 8439) under a sealing key of the key ring, with a random nonce. The key's name travels with
/// it and is authenticated, as is `place`: what is sealed for one account cannot be moved to another's row.
package struct SealedSecret: Sendable, Equatable {
    /// The sealing key it needs.
    package let keyName: KeyName

    private let box: [UInt8]  // nonce, ciphertext, tag

    private static let nonceBytes = 12
    private static let tagBytes = 16

    /// Seals `secret` for `place`, a name for the row and column such as `worker/7KQ2/totp`, under the current key.
    package static func seal(
        _ secret: [UInt8], place: String, keys: KeyRing, random: RandomSource
    ) throws -> SealedSecret {
        let key = keys.current(.sealing)
        let nonce = try ChaChaPoly.Nonce(data: random.bytes(nonceBytes))
        let box = try ChaChaPoly.seal(
            secret, using: key.secret, nonce: nonce, authenticating: context(key.name, place))
        return SealedSecret(keyName: key.name, box: Array(box.combined))
    }

    /// Reads the stored text.
    package init(text: String) throws(SealedSecretError) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let name = KeyName(parts[0]), name.use == .sealing,
            let box = RadixText.base64URL.decode(parts[1]), box.count >= Self.nonceBytes + Self.tagBytes
        else { throw .damaged }
        self.init(keyName: name, box: box)
    }

    private init(keyName: KeyName, box: [UInt8]) {
        self.keyName = keyName
        self.box = box
    }

    /// What to store: the key's name, a colon, and the box in base64url.
    package var text: String { "\(keyName):\(RadixText.base64URL.encode(box))" }

    /// The secret, if it was sealed for `place` with a key of this ring and nobody touched it.
    package func open(place: String, keys: KeyRing) throws(SealedSecretError) -> [UInt8] {
        guard let key = keys.secret(keyName) else { throw .noSuchKey(keyName) }
        do {
            let sealed = try ChaChaPoly.SealedBox(combined: box)
            return Array(try ChaChaPoly.open(sealed, using: key, authenticating: Self.context(keyName, place)))
        } catch {
            throw .tampered
        }
    }

    /// Whether it should be sealed anew under the current key.
    package func needsResealing(_ keys: KeyRing) -> Bool {
        keyName != keys.currentName(.sealing)
    }

    private static func context(_ name: KeyName, _ place: String) -> [UInt8] {
        Array("throughcare sealed v1\n\(name)\n\(place)".utf8)
    }
}
