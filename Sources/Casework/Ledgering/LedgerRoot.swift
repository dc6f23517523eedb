package import Ledger
package import Store

/// The root of a ledger as it was when it had so many entries.
package struct LedgerRoot: Sendable {
    let database: Database

    package init(_ database: Database) {
        self.database = database
    }

    private static let part = 50_000

    /// - Returns: nil when the ledger has fewer entries.
    package func callAsFunction(at size: Int64) async throws -> LedgerHash? {
        try await database.read { connection in
            var frontier = MerkleFrontier()
            while frontier.size < size {
                let limit = Int(min(size - frontier.size, Int64(Self.part)))
                let leaves = try LedgerRowReading.leafHashes(from: frontier.size, limit: limit, on: connection)
                guard !leaves.isEmpty else { return nil }
                for leaf in leaves.compactMap({ LedgerHash($0) }) { frontier.append(leaf) }
            }
            return frontier.root
        }
    }
}
