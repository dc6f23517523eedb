import Domain
import Ledger
import Store

/// Puts an entry into the ledger within a write: who did what, when, for what purpose, and a salted commitment to the
/// rest. Nothing that leaves a page is looked at, and nothing is written, without one.
enum LedgerKeeping {
    /// What an entry is about. The content lies beside the entry and may name people; the entry may not.
    struct Note: Sendable {
        var kind: LedgerKind
        var outcome: String
        /// The members of the content.
        var content: [(String, CanonicalJSON)]
        /// The subjects whose *who has looked* page shows it.
        var subjects: [String]
    }

    /// Appends an entry and says where it stands.
    @discardableResult
    static func append(
        _ note: Note, by viewer: Viewer, at instant: Instant, salt: [UInt8], on connection: Connection
    ) throws -> Int64 {
        let position = try LedgerRowWriting.nextPosition(on: connection)
        let content = CanonicalJSON.object(CanonicalObject(note.content))
        let commitment = Commitment.hash(salt: salt, content: content.bytes)
        let entry = try LedgerEntry(
            position: position, at: instant.milliseconds, kind: note.kind, actor: viewer.worker,
            session: viewer.session, role: viewer.role, agency: viewer.agency, purpose: viewer.purpose,
            outcome: note.outcome, commitment: commitment)
        let bytes = entry.bytes
        try LedgerRowWriting.append(
            position: position, line: String(decoding: bytes, as: UTF8.self), leafHash: LedgerHash.leaf(bytes).bytes,
            salt: salt, content: content.text, subjects: note.subjects, on: connection)
        return position
    }
}

extension World {
    /// Keeps an entry for a look, durably, before what was looked at leaves. Throws when it cannot be kept: then nothing
    /// may be shown.
    func keepLook(_ note: LedgerKeeping.Note, by viewer: Viewer) async throws {
        let (instant, salt) = (now(), newSalt())
        _ = try await database.write { connection in
            try LedgerKeeping.append(note, by: viewer, at: instant, salt: salt, on: connection)
        }
    }

    /// Keeps an entry for a page that names people.
    func keepLook(
        _ page: String, kind: LedgerKind = .consultation, subjects: [String], details: [(String, CanonicalJSON)] = [],
        by viewer: Viewer
    ) async throws {
        let shown: [(String, CanonicalJSON)] = [
            ("page", .string(page)), ("shown", .array(subjects.map(CanonicalJSON.string))),
        ]
        let note = LedgerKeeping.Note(
            kind: kind, outcome: subjects.isEmpty ? "nothing" : "shown", content: shown + details, subjects: subjects)
        try await keepLook(note, by: viewer)
    }
}
