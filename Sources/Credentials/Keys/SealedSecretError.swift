/// Why a sealed secret did not open.
package enum SealedSecretError: Error, Equatable, Sendable {
    /// The stored text is not a sealed secret.
    case damaged

    /// The key ring has no such key: an older key file is in use, or the key was removed too soon.
    case noSuchKey(KeyName)

    /// It was changed, sealed for another place, or sealed with another key of the same name.
    case tampered
}
