package import Ledger
package import Store

/// The root of a ledger as it was when it had so many entries.
package struct LedgerRoot: Sendable {
    let database: Database

    package init(_ database: Database) {
        self.database = database
    }

    /// - Returns: nil when the ledger has fewer entries.
    package func callAsFunction(at size: Int64) async throws -> LedgerHash? {
        var frontier = MerkleFrontier()
        return try await frontier.grow(to: size, from: database) ? frontier.root : nil
    }
}

extension MerkleFrontier {
    /// How many leaf hashes are held in memory at once.
    private static var part: Int64 { 50_000 }

    /// Takes the leaves from where it ends up to a size.
    ///
    /// - Returns: false when they are not all there.
    mutating func grow(to size: Int64, from database: Database) async throws -> Bool {
        while self.size < size {
            let (from, limit) = (self.size, Int(min(size - self.size, Self.part)))
            let leaves = try await database.read { connection in
                try LedgerRowReading.leafHashes(from: from, limit: limit, on: connection)
            }
            guard leaves.count == limit else { return false }
            for bytes in leaves {
                guard let leaf = LedgerHash(bytes) else { return false }
                append(leaf)
            }
        }
        return true
    }
}
