package import Ledger
import Store

/// Signs a statement of the ledger's size and root, over everything since the last one.
///
/// Nothing is signed on trust: the last checkpoint must be ours and give the root that is built upon. Run twice, or by
/// two at once, it changes nothing more.
package struct WriteCheckpoint: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    /// - Returns: the last checkpoint, new or not; nil for a ledger without entries.
    /// - Throws: `CheckpointNotWritten`, or a fault.
    @discardableResult
    package func callAsFunction() async throws -> SignedCheckpoint? {
        let keys = try await CheckpointKeys(world)
        let (last, size) = try await world.database.read { connection in
            (try CheckpointRows.last(on: connection), try LedgerRowReading.size(on: connection))
        }
        let signed = try last.map { try read($0, keys) }
        if let signed, signed.checkpoint.size == size { return signed }
        if let signed, signed.checkpoint.size > size { throw CheckpointNotWritten.entriesMissing }
        guard size > 0 else { return nil }
        var frontier = try await start(signed)
        guard try await frontier.grow(to: size, from: world.database) else {
            throw CheckpointNotWritten.entriesMissing
        }
        let checkpoint = try Checkpoint(origin: keys.name, size: size, root: frontier.root)
        let new = try keys.signer.sign(checkpoint)
        let (note, bytes) = (new.note, frontier.bytes)
        try await world.database.write { connection in
            try LedgerRowWriting.keepCheckpoint(size: size, note: note, frontier: bytes, on: connection)
        }
        return new
    }

    /// A stored checkpoint, once it is certain that it is ours.
    private func read(_ row: CheckpointRows.Row, _ keys: CheckpointKeys) throws -> SignedCheckpoint {
        let signed: SignedCheckpoint
        do {
            signed = try SignedCheckpoint(note: row.note)
        } catch {
            throw CheckpointNotWritten.lastNotOurs(size: row.size)
        }
        guard signed.checkpoint.size == row.size, keys.all.contains(where: signed.isSigned) else {
            throw CheckpointNotWritten.lastNotOurs(size: row.size)
        }
        return signed
    }

    /// The right edge of the tree at the last checkpoint.
    private func start(_ last: SignedCheckpoint?) async throws -> MerkleFrontier {
        guard let last else { return MerkleFrontier() }
        let size = last.checkpoint.size
        let bytes = try await world.database.read { try CheckpointRows.frontier(size: size, on: $0) }
        guard let frontier = bytes.flatMap({ MerkleFrontier(bytes: $0) }), frontier.size == size,
            frontier.root == last.checkpoint.root
        else { throw CheckpointNotWritten.frontierDiffers(size: size) }
        return frontier
    }
}

/// Why no checkpoint was signed. Each means that the ledger is not as it was left: `audit verify` says where.
package enum CheckpointNotWritten: Error, Sendable, Hashable {
    /// The last checkpoint is not signed with a key of ours, or not what it should be.
    case lastNotOurs(size: Int64)
    /// What the next one would be built on does not give the last one's root.
    case frontierDiffers(size: Int64)
    /// The database names no ledger: nothing was ever signed in it.
    case unnamed
    /// Entries that were there are not.
    case entriesMissing
}
