package import Domain
package import Ledger
import Store

/// Makes a receipt of one entry, for somebody who has neither the database nor the server.
package struct ProveEntry: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    private static let part = 10_000

    /// - Parameter isOpen: whether content and salt go with it. That shows whom the entry is about, so the ledger keeps
    ///   an entry of it first.
    /// - Throws: `NotProven`, or a fault.
    package func callAsFunction(
        _ position: Int64, isOpen: Bool = false, by viewer: Viewer
    ) async throws -> LedgerReceipt {
        let keys = try await CheckpointKeys(world)
        let (row, covering) = try await world.database.read { connection in
            (
                try LedgerRowReading.entry(position, on: connection),
                try CheckpointRows.covering(position, on: connection)
            )
        }
        guard let row else { throw NotProven.noSuchEntry(position) }
        guard let entry = LedgerEntry(canonical: Array(row.line.utf8)) else { throw NotProven.doesNotFit(position) }
        guard let covering else { throw NotProven.waiting(position) }
        let checkpoint = try SignedCheckpoint(note: covering.note)
        let proof = try await proof(of: position, size: covering.size)
        var opening: LedgerReceipt.Opening?
        if isOpen {
            guard let salt = row.salt, let content = row.content else { throw NotProven.erased(position) }
            opening = LedgerReceipt.Opening(salt: salt, content: content)
        }
        guard let key = keys.all.last(where: checkpoint.isSigned) else { throw NotProven.doesNotFit(position) }
        let receipt = LedgerReceipt(
            entry: entry, proof: proof, checkpoint: checkpoint, keyName: key.name, opening: opening)
        do { _ = try receipt.verified(by: key) } catch { throw NotProven.doesNotFit(position) }
        if isOpen {
            let note = LedgerKeeping.Note(
                kind: .ledgerRead, outcome: "shown", content: [("entry", .integer(position))], subjects: [])
            try await world.keepLook(note, by: viewer)
        }
        return receipt
    }

    private func proof(of position: Int64, size: Int64) async throws -> InclusionProof {
        try await world.database.read { connection in
            let tree = MerkleTree(leaves: { range, each in
                var next = range.lowerBound
                while next < range.upperBound {
                    let limit = Int(min(range.upperBound - next, Int64(Self.part)))
                    let leaves = try LedgerRowReading.leafHashes(from: next, limit: limit, on: connection)
                    guard !leaves.isEmpty else { return }
                    for leaf in leaves.compactMap({ LedgerHash($0) }) { each(leaf) }
                    next += Int64(leaves.count)
                }
            })
            return try tree.inclusionProof(of: position, size: size)
        }
    }
}

/// Why an entry cannot be proven.
package enum NotProven: Error, Sendable, Hashable {
    case noSuchEntry(Int64)
    /// No checkpoint covers it yet.
    case waiting(Int64)
    /// Its content was lawfully erased, so it cannot be shown; without its content it can be proven.
    case erased(Int64)
    /// The entry, or what stands beside it, is not what was signed: `audit verify` says where.
    case doesNotFit(Int64)
}
