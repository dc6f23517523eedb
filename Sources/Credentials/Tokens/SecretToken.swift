import Crypto

/// A random key to a door: a session cookie, the cookie by which a device is known, a one-time link.
///
/// 256 random bits. The holder has the text; the store keeps only the digest, so a stolen database opens nothing.
/// Printing one says nothing; `text` must be asked for.
package struct SecretToken: Sendable, CustomStringConvertible, CustomReflectable {
    private let bytes: [UInt8]

    /// A fresh token.
    package static func fresh(_ random: RandomSource) -> SecretToken {
        SecretToken(bytes: random.bytes(32))
    }

    /// Reads what a cookie or link carried; nil unless it is exactly the 43 characters `text` writes.
    package init?(text: some StringProtocol) {
        guard text.utf8.count == 43, let bytes = RadixText.base64URL.decode(text) else { return nil }
        self.init(bytes: bytes)
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The token in 43 characters that need no escaping in a cookie or address.
    package var text: String { RadixText.base64URL.encode(bytes) }

    /// What to store and look up by.
    package var digest: TokenDigest { TokenDigest(of: Array(SHA256.hash(data: bytes))) }

    package var description: String { "SecretToken(hidden)" }

    package var customMirror: Mirror { Mirror(self, children: []) }
}
