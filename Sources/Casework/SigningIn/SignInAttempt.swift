import Credentials
import Domain

/// What somebody typed to sign in, and where it came from. All text is in Unicode normal form C.
package struct SignInAttempt: Sendable, CustomStringConvertible, CustomReflectable {
    package var name: String
    package var password: String
    /// The six digits of the authenticator app.
    package var code: String
    /// What the device cookie carried, if it came along.
    package var device: String?
    /// Where it comes from: an IPv4 address, or the first 64 bits of an IPv6 one.
    package var source: String
    /// What the session cookie carried: that session ends when this one opens.
    package var replacing: String?

    package init(
        name: String, password: String, code: String, device: String? = nil, source: String, replacing: String? = nil
    ) {
        self.name = name
        self.password = password
        self.code = code
        self.device = device
        self.source = source
        self.replacing = replacing
    }

    /// The name as it is kept: no spaces around it, in lower case.
    var signInName: String { name.trimmed.lowercased() }

    var deviceToken: DeviceToken? {
        device.flatMap { SecretToken(text: $0) }.map(DeviceToken.init(token:))
    }

    package var description: String { "SignInAttempt(hidden)" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

/// A session that was opened: what the browser keeps.
package struct OpenedSession: Sendable {
    /// For the session cookie.
    package let session: String
    /// For the device cookie.
    package let device: String
    /// Whether the worker has several roles and must choose one before anything else.
    package let mustChooseRole: Bool
}
