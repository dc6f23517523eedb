import Crypto

/// The token every unsafe form carries to show that it came from our own page (OWASP ASVS 5.0.0, 3.5.1).
///
/// It is an HMAC of the session's token digest, so nothing is stored, it ends with its session, and one session's token
/// is useless in another. Before sign-in the digest is that of the pre-session cookie.
package struct FormToken: Sendable {
    private let key: SymmetricKey

    /// Tokens under the key ring's form key.
    package init(_ keys: KeyRing) {
        key = keys.current(.form).secret
    }

    /// The token for the forms of one session: 43 characters.
    package func text(for session: TokenDigest) -> String {
        RadixText.base64URL.encode(code(for: session))
    }

    /// Whether a form's token belongs to this session, compared in constant time.
    package func accepts(_ text: String, for session: TokenDigest) -> Bool {
        guard text.utf8.count == 43, let offered = RadixText.base64URL.decode(text) else { return false }
        return equalInConstantTime(offered, Array(code(for: session)))
    }

    private func code(for session: TokenDigest) -> HMAC<SHA256>.MAC {
        HMAC<SHA256>.authenticationCode(for: Array("throughcare form v1\n".utf8) + session.bytes, using: key)
    }
}
