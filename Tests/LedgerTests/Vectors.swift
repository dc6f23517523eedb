@testable import Ledger

/// The worked example that docs/ledger.md prints and `script/verify-ledger selftest` holds as well.
enum Vectors {
    static let salt = (0..<16).map { UInt8($0) }
    static let content = #"{"people":["SAMPLE-1"]}"#
    static let line = """
        {"actor":"W1","agency":"north","at":1760000000000,"commitment":"\(commitment)","kind":"consultation",\
        "outcome":"shown","position":0,"purpose":"care","role":"custody/officer","session":"S1"}
        """
    static let commitment = LedgerHash(hashing: salt + Array(content.utf8)).hex
    static let leafHash = "54006358d39482ef6669e8bd83ff705b25d52309f8acce0dc3dc21ebc20f0acc"
    static let eventDigest = "d314dd136257b7d3d418de2ac719d0ccfe9566dd865e1f4914ad515cde0cdcf7"
    /// The digest of the same event when only its day is known.
    static let dayOnlyDigest = "29905403bab09e988d562645d75ebffcaed97b4a65f61b73958a660cad4515c5"
    static let publicKey = "8a88e3dd7409f195fd52db2d3cba5d72ca6709bf1d94121bf3748801b40f6f5c"
    static let keyID = "f93db04b"
    /// SHA-256 of the note.
    static let note = "4e392608dbd0b95cc53c554a2448f769b085436b57698e49a600a24e77cf3719"

    static func entry() throws -> LedgerEntry {
        try LedgerEntry(
            position: 0, at: 1_760_000_000_000, kind: .consultation, actor: "W1", session: "S1",
            role: "custody/officer", agency: "north", purpose: "care", outcome: "shown",
            commitment: Commitment.hash(salt: salt, content: Array(content.utf8)))
    }

    static func signer() throws -> CheckpointSigner {
        try CheckpointSigner(name: "sample.example", privateKey: [UInt8](repeating: 1, count: 32))
    }

    static func event() -> StoredEvent {
        StoredEvent(
            id: "E1", salt: salt, subject: "P1", type: "core/test", version: "7", act: "amend",
            reason: "café \"slip\"", supersedes: "E0", occurredAt: -1, occurredOn: nil, knownAt: 2,
            recordedAt: 1_760_000_000_000,
            by: "W1", agency: "north",
            sections: [("tests", #"{"drugs":["opiates"],"score":0}"#), ("custody", #"{"cell":null}"#)])
    }

    /// The end of 8 October 2025 in London.
    static func dayOnlyEvent() -> StoredEvent {
        var event = event()
        event.occurredAt = 1_759_964_399_999
        event.occurredOn = "2025-10-08"
        return event
    }
}
