package import Ledger
package import Store

/// Holds a restored copy of a database against the one that it was made of, which has gone on since.
package struct CompareCopy: Sendable {
    let live: Database

    package init(of live: Database) {
        self.live = live
    }

    package struct Result: Sendable {
        /// How many entries the copy's ledger holds.
        package var entries: Int64
        /// How many records were compared.
        package var records = 0
        /// How much of what has been recorded since would be lost: from the copy's last entry to the database's.
        package var behindSeconds: Int64 = 0
        /// What is not as it should be, each as a sentence; empty for a good copy.
        package var problems: [String] = []
    }

    /// - Parameters:
    ///   - checkpoint: what was signed of the copy.
    ///   - records: how many records, drawn at random, are compared byte for byte.
    package func callAsFunction(
        _ copy: Database, checkpoint: Checkpoint, records: Int
    ) async throws -> Result {
        var result = Result(entries: checkpoint.size)
        if try await LedgerRoot(live)(at: checkpoint.size) != checkpoint.root {
            result.problems.append(
                "The database's ledger has another root at \(checkpoint.size) entries than the copy.")
        }
        let (here, there) = (
            try await live.read { try RecordCounts(on: $0) }, try await copy.read { try RecordCounts(on: $0) }
        )
        if there.events > here.events || there.people > here.people || there.ledgerEntries > here.ledgerEntries {
            result.problems.append("The copy holds more than the database.")
        }
        let ids = try await copy.read { try SampledEvents.ids(records, on: $0) }
        let (kept, copied) = (try await digests(ids, in: live), try await digests(ids, in: copy))
        result.records = ids.count
        for id in ids where copied[id] == nil || copied[id] != kept[id] {
            result.problems.append("Record \(id) is not the same in the copy.")
        }
        let (newest, last) = (try await lastEntryAt(live), try await lastEntryAt(copy))
        result.behindSeconds = max(0, (newest - last) / 1_000)
        return result
    }

    private func digests(_ ids: [String], in database: Database) async throws -> [String: LedgerHash] {
        try await database.read { connection in
            try StoredEventReading.events(ids, on: connection).mapValues { StoredEvent($0) }
        }.compactMapValues(\.digest)
    }

    private func lastEntryAt(_ database: Database) async throws -> Int64 {
        try await database.read { connection in
            let row = try LedgerRowReading.entry(try LedgerRowReading.size(on: connection) - 1, on: connection)
            return row.flatMap { LedgerEntry(canonical: Array($0.line.utf8)) }?.at ?? 0
        }
    }
}
