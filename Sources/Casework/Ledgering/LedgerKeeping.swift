import Domain
import Ledger
package import Store

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

    /// Appends an entry within the write that it is about. Where others write beside it, it is kept with the write and
    /// given its place when that is committed, before anybody is told of it.
    static func append(
        _ note: Note, by viewer: Viewer, at instant: Instant, salt: [UInt8], on connection: Connection
    ) throws {
        let entry = try UnplacedEntry(note, by: viewer, at: instant, salt: salt)
        if LedgerRowWriting.hasTurn(on: connection) {
            try place([entry], on: connection)
        } else {
            try WaitingEntryRows.add(
                line: entry.entry.line, salt: entry.salt, content: entry.content, subjects: entry.subjectList,
                on: connection)
        }
    }

    /// Gives entries the next places of the ledger, in their order. In a turn of the ledger only.
    static func place(_ entries: [UnplacedEntry], on connection: Connection) throws {
        guard !entries.isEmpty else { return }
        let next = try LedgerRowWriting.nextPosition(on: connection)
        let rows = entries.enumerated().map { offset, unplaced in
            let entry = unplaced.entry.placed(at: next + Int64(offset))
            let bytes = entry.bytes
            return LedgerRowWriting.Row(
                position: entry.position, line: String(decoding: bytes, as: UTF8.self),
                leafHash: LedgerHash.leaf(bytes).bytes, salt: unplaced.salt, content: unplaced.content,
                subjects: unplaced.subjects.isEmpty ? nil : unplaced.subjectList)
        }
        try LedgerRowWriting.append(rows, on: connection)
    }

    /// Gives those that wait their places. In a turn of the ledger only.
    ///
    /// - Returns: how many it took; as many as the limit when more may wait.
    static func placeWaiting(limit: Int, on connection: Connection) throws -> Int {
        let waiting = try WaitingEntryRows.first(limit, on: connection)
        try place(waiting.map(UnplacedEntry.init), on: connection)
        try WaitingEntryRows.remove(waiting.map(\.number), on: connection)
        return waiting.count
    }
}

/// An entry that has no place in the ledger yet.
struct UnplacedEntry: Sendable {
    /// With place 0.
    let entry: LedgerEntry
    let salt: [UInt8]
    /// Canonical JSON.
    let content: String
    let subjects: [String]

    init(_ note: LedgerKeeping.Note, by viewer: Viewer, at instant: Instant, salt: [UInt8]) throws {
        let content = CanonicalJSON.object(CanonicalObject(note.content))
        entry = try LedgerEntry(
            position: 0, at: instant.milliseconds, kind: note.kind, actor: viewer.worker, session: viewer.session,
            role: viewer.role, agency: viewer.agency, purpose: viewer.purpose, outcome: note.outcome,
            commitment: Commitment.hash(salt: salt, content: content.bytes))
        self.salt = salt
        self.content = content.text
        subjects = note.subjects
    }

    /// As it was kept while it waited.
    init(_ row: WaitingEntryRows.Row) throws {
        guard let entry = LedgerEntry(canonical: Array(row.line.utf8)) else { throw StoreFault.damaged }
        self.entry = entry
        salt = row.salt
        content = row.content
        subjects = try SubjectList.read(row.subjects)
    }

    /// The subjects as they are kept.
    var subjectList: String { CanonicalJSON.array(subjects.map(CanonicalJSON.string)).text }
}

extension World {
    /// Keeps an entry for a look, durably, before what was looked at leaves. Throws when it cannot be kept: then nothing
    /// may be shown.
    func keepLook(_ note: LedgerKeeping.Note, by viewer: Viewer) async throws {
        try await sequencer.append(UnplacedEntry(note, by: viewer, at: now(), salt: newSalt()))
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

extension Database {
    /// Gives entries that wait their places, up to a few hundred.
    ///
    /// - Returns: how many there were.
    package func placeWaitingEntries() async throws -> Int {
        try await writeInLedgerTurn { try LedgerKeeping.placeWaiting(limit: 500, on: $0) }
    }
}
