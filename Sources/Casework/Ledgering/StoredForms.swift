import Ledger
import Store

// What the store reads, in the form the ledger audits. Nothing is believed or mended on the way.

extension StoredEntry {
    init(_ row: LedgerRowReading.EntryRow) {
        self.init(
            position: row.position, entry: Array(row.line.utf8), leafHash: row.leafHash, salt: row.salt,
            content: row.content.map { Array($0.utf8) })
    }
}

extension StoredEntry {
    /// An entry that waits, as it would be in its place.
    init(_ row: WaitingEntryRows.Row, at position: Int64) {
        let entry = LedgerEntry(canonical: Array(row.line.utf8))?.placed(at: position).bytes ?? Array(row.line.utf8)
        self.init(
            position: position, entry: entry, leafHash: LedgerHash.leaf(entry).bytes, salt: row.salt,
            content: Array(row.content.utf8))
    }
}

extension StoredEvent {
    init(_ row: StoredEventReading.EventRow) {
        self.init(
            id: row.id, salt: row.salt, subject: row.subject, type: row.type, version: row.version, act: row.act,
            reason: row.reason, supersedes: row.supersedes, occurredAt: row.occurredAt, occurredOn: row.occurredOn,
            knownAt: row.knownAt, recordedAt: row.recordedAt, by: row.by, agency: row.agency, sections: row.sections)
    }
}

extension ErasureRegister {
    /// Every line of the register.
    init(on connection: Connection) throws {
        self.init()
        for (position, by) in try ErasureRows.entries(on: connection) { add(entry: position, erasedBy: by) }
        for (id, by) in try ErasureRows.events(on: connection) { add(event: id, erasedBy: by) }
    }
}
