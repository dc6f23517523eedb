/// What the entry that wrote an event keeps of it.
package enum EventDigest {
    /// SHA-256(salt ‖ canonical event): 32 bytes. The salt is the event's own, at least 16 random bytes.
    package static func of(salt: [UInt8], canonical: [UInt8]) -> [UInt8] {
        hash(salt: salt, event: canonical).bytes
    }

    /// The same for an event in its canonical form, as a hash.
    package static func hash(salt: [UInt8], event: CanonicalEvent) -> LedgerHash {
        hash(salt: salt, event: event.bytes)
    }

    private static func hash(salt: [UInt8], event: [UInt8]) -> LedgerHash {
        LedgerHash(hashing: salt + event)
    }
}
