/// Binds an entry to content that lies beside it.
///
/// The salt is at least 16 random bytes, made once for each content and stored with it. Without the salt nobody can
/// try likely contents against the entry; once content and salt are erased, the entry says nothing about either.
package enum Commitment {
    /// SHA-256(salt ‖ content): 32 bytes. The content is a canonical JSON object, so no byte can move between the two.
    package static func of(salt: [UInt8], content: [UInt8]) -> [UInt8] {
        hash(salt: salt, content: content).bytes
    }

    /// The same, as a hash.
    package static func hash(salt: [UInt8], content: [UInt8]) -> LedgerHash {
        LedgerHash(hashing: salt + content)
    }
}
