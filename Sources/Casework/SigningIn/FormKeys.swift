import Credentials
import Domain
import Ledger

/// The hidden values of forms: the token that shows a form was ours, and the key that makes a second posting of it
/// change nothing.
package struct FormKeys: Sendable {
    private let random: RandomSource
    private let token: FormToken

    package init(_ world: World) {
        random = world.random
        token = FormToken(world.keys)
    }

    /// A fresh idempotency key, 43 characters.
    package func once() -> String { SecretToken.fresh(random).text }

    /// Whether a posted token belongs to the session; compared in constant time.
    package func accepts(_ text: String, in session: LiveSession) -> Bool {
        token.accepts(text, for: session.digest)
    }

    /// A digest of what a form sent and where, in hexadecimal: the same names and values in the same order to the same
    /// address give the same one.
    ///
    /// - Parameter address: method and path, so that a key belongs to one form.
    package static func digest(of fields: [(name: String, value: String)], to address: String) -> String {
        let pairs = fields.map { CanonicalJSON.array([.string($0.name), .string($0.value)]) }
        return LedgerHash(hashing: CanonicalJSON.array([.string(address), .array(pairs)]).bytes).hex
    }
}
