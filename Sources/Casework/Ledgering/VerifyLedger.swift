package import Ledger
package import Store

/// Holds every entry, content, event and checkpoint of a database against what was committed and signed.
///
/// It reads one snapshot from beginning to end and changes nothing; the memory it takes grows with the number of events
/// only. See docs/ledger.md for what it can and cannot see.
package struct VerifyLedger: Sendable {
    let database: Database

    package init(_ database: Database) {
        self.database = database
    }

    /// Entries are fetched so many at a time.
    private static let part = 5_000

    /// - Parameters:
    ///   - keys: the ledger's keys, old and new; without any, signatures are not checked and the verdict says so.
    ///   - progress: told now and then how many entries of how many have been read.
    package func callAsFunction(
        keys: [CheckpointKey], progress: @escaping @Sendable (_ done: Int64, _ of: Int64) -> Void = { _, _ in }
    ) async throws -> LedgerVerdict {
        try await database.read { connection in
            let checkpoints = try CheckpointRows.all(on: connection).map {
                StoredCheckpoint(size: $0.size, note: $0.note)
            }
            var audit = LedgerAudit(
                checkpoints: checkpoints, keys: keys, register: try ErasureRegister(on: connection))
            try Self.addEntries(to: &audit, on: connection, progress)
            try StoredEventReading.eachID(on: connection) { audit.add(storedEvent: $0, isErased: $1) }
            for position in try LedgerRowReading.contentsWithoutEntry(on: connection) {
                audit.add(contentWithoutEntry: position)
            }
            return audit.finish()
        }
    }

    private static func addEntries(
        to audit: inout LedgerAudit, on connection: Connection, _ progress: (Int64, Int64) -> Void
    ) throws {
        let size = try LedgerRowReading.size(on: connection)
        var next = Int64.min
        while true {
            var rows: [StoredEntry] = []
            try LedgerRowReading.eachEntry(from: next, limit: part, on: connection) { rows.append(StoredEntry($0)) }
            guard let last = rows.last else { break }
            try add(rows, to: &audit, on: connection)
            next = last.position + 1
            progress(next, size)
        }
        // What waits for its place is judged as if it had the next ones.
        let waiting = try WaitingEntryRows.first(.max, on: connection)
        try add(
            waiting.enumerated().map { offset, row in StoredEntry(row, at: size + Int64(offset)) }, to: &audit,
            on: connection)
    }

    private static func add(
        _ rows: [StoredEntry], to audit: inout LedgerAudit, on connection: Connection
    ) throws {
        try audit.add(rows) { ids in
            try StoredEventReading.events(ids, on: connection).mapValues { StoredEvent($0) }
        }
    }
}
