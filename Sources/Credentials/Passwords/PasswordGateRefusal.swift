/// Why `PasswordGate` did not try a password. Nothing was hashed, so it says nothing about the password.
package enum PasswordGateRefusal: Error, Equatable, Sendable {
    /// As many wait already as may.
    case busy

    /// No place came free within the gate's patience.
    case waitedTooLong

    /// The caller went away while waiting.
    case cancelled
}
