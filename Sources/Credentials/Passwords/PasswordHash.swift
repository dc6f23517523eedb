import CArgon2

/// A password as it is kept: salted, slow to try, and never to be turned back.
///
/// Argon2id (RFC 9106) in its usual text form, `$argon2id$v=19$m=…,t=…,p=…$salt$hash`, so that the cost travels with
/// the hash and may be raised later.
///
/// The bytes hashed are the password's UTF-8; two spellings of one accented letter differ, so text must be in Unicode
/// normal form C when it arrives here.
package struct PasswordHash: Sendable, Equatable {
    /// What to store.
    package let encoded: String

    /// The cost it was made with.
    package let cost: PasswordCost

    static let saltBytes = 16
    static let hashBytes = 32

    /// Reads a stored hash.
    ///
    /// Throws `PasswordHashError` for anything but a well-formed argon2id hash whose cost is within
    /// `PasswordCost`'s bounds: a damaged row must not be able to take all the machine's memory.
    package init(encoded: String) throws(PasswordHashError) {
        let parts = encoded.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0].isEmpty, parts[1] == "argon2id", parts[2] == "v=19" else {
            throw .notArgon2id
        }
        guard let cost = PasswordCost(encodedParameters: parts[3]) else { throw .costOutOfBounds }
        guard let salt = RadixText.base64Unpadded.decode(parts[4]), salt.count >= 8,
            let hash = RadixText.base64Unpadded.decode(parts[5]), hash.count >= 16
        else { throw .damaged }
        self.encoded = encoded
        self.cost = cost
    }

    private init(encoded: String, cost: PasswordCost) {
        self.encoded = encoded
        self.cost = cost
    }

    /// Hashes a password with a fresh salt.
    ///
    /// Blocks its thread for tens of milliseconds and takes `cost.memoryKiB` meanwhile: go through `PasswordGate`.
    package static func make(
        _ password: String, cost: PasswordCost = .standard, random: RandomSource
    ) throws(PasswordHashError) -> PasswordHash {
        let salt = random.bytes(saltBytes)
        let secret = Array(password.utf8)
        let length = argon2_encodedlen(
            cost.passes, cost.memoryKiB, cost.lanes, UInt32(saltBytes), UInt32(hashBytes), Argon2_id)
        var text = [CChar](repeating: 0, count: Int(length))
        let outcome = argon2id_hash_encoded(
            cost.passes, cost.memoryKiB, cost.lanes, secret, secret.count, salt, salt.count, hashBytes, &text,
            text.count)
        guard outcome == ARGON2_OK.rawValue else { throw .couldNotHash(code: outcome) }
        let encoded = String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        return PasswordHash(encoded: encoded, cost: cost)
    }

    /// Whether this is the hash of `password`.
    ///
    /// A wrong password is `false`; `PasswordHashError.couldNotHash` says that the machine could not try (out of
    /// memory). Costs the same as making a hash: go through `PasswordGate`.
    package func verify(_ password: String) throws(PasswordHashError) -> Bool {
        let secret = Array(password.utf8)
        let outcome = argon2id_verify(encoded, secret, secret.count)
        switch outcome {
        case ARGON2_OK.rawValue: return true
        case ARGON2_VERIFY_MISMATCH.rawValue: return false
        default: throw .couldNotHash(code: outcome)
        }
    }

    /// Whether it was made at another cost than `standard`, so that the next successful sign-in should hash anew.
    package func needsRehash(to standard: PasswordCost = .standard) -> Bool {
        cost != standard
    }

    /// A hash that no password is known to match, at a given cost.
    ///
    /// Trying a password against it takes as long as against a real one, which is all it is for.
    static func decoy(cost: PasswordCost) -> PasswordHash {
        let salt = RadixText.base64Unpadded.encode([UInt8](repeating: 0, count: saltBytes))
        let hash = RadixText.base64Unpadded.encode([UInt8](repeating: 0, count: hashBytes))
        return PasswordHash(encoded: "$argon2id$v=19$\(cost.encodedParameters)$\(salt)$\(hash)", cost: cost)
    }
}
