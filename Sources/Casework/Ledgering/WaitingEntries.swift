package import Store

/// How much of the ledger no checkpoint covers yet.
package struct WaitingEntries: Sendable, Hashable {
    /// At this many the next checkpoint is due at once.
    package static let limit: Int64 = 10_000

    package let size: Int64
    /// The size of the last checkpoint; 0 when there is none.
    package let covered: Int64

    package var count: Int64 { max(0, size - covered) }

    package init(on connection: Connection) throws {
        size = try LedgerRowReading.size(on: connection)
        covered = try CheckpointRows.last(on: connection)?.size ?? 0
    }
}
