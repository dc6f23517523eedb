/// Why a password could not be hashed or tried. Never says anything about the password.
package enum PasswordHashError: Error, Equatable, Sendable {
    /// The stored text is not an argon2id hash of version 19.
    case notArgon2id

    /// The stored cost is missing, malformed, or outside what `PasswordCost` allows.
    case costOutOfBounds

    /// The stored salt or hash is not base64, or too short.
    case damaged

    /// libargon2 refused, with its error code (-22 is out of memory).
    case couldNotHash(code: Int32)
}
