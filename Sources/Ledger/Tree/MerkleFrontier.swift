/// The right edge of a Merkle tree: all that is needed to append to it and to know its root.
///
/// Holds one hash for each bit set in the size, the largest subtree first; appending costs a handful of hashes, however
/// long the ledger. A tree of 30 million entries has a frontier of at most 25 hashes.
package struct MerkleFrontier: Equatable, Sendable {
    /// How many leaves the tree has.
    package private(set) var size: Int64
    private var peaks: [LedgerHash]

    /// The tree with no leaves.
    package init() {
        size = 0
        peaks = []
    }

    /// Adds a leaf at the right.
    package mutating func append(_ leaf: LedgerHash) {
        append(leaf) { _, _, _ in }
    }

    /// Adds a leaf at the right, and names every hash that is now final: the leaf at level 0, then each subtree it
    /// completed. Whoever stores these can build proofs without reading the leaves again.
    package mutating func append(
        _ leaf: LedgerHash, completing: (_ level: Int, _ index: Int64, _ hash: LedgerHash) throws -> Void
    ) rethrows {
        var hash = leaf
        var index = size
        var level = 0
        try completing(level, index, hash)
        while index & 1 == 1, let left = peaks.popLast() {
            hash = .node(left, hash)
            index >>= 1
            level += 1
            try completing(level, index, hash)
        }
        peaks.append(hash)
        size += 1
    }

    /// The root of the tree as it stands.
    package var root: LedgerHash {
        guard var root = peaks.last else { return .ofEmptyTree }
        for peak in peaks.dropLast().reversed() { root = .node(peak, root) }
        return root
    }

    /// Eight bytes of size, the highest first, then the hashes: what is stored beside the ledger.
    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(8 + peaks.count * LedgerHash.byteCount)
        for shift in stride(from: 56, through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: size >> shift)) }
        for peak in peaks { bytes.append(contentsOf: peak.bytes) }
        return bytes
    }

    /// Reads `bytes` back. Nil when the number of hashes is not the one the size asks for.
    package init?(bytes: [UInt8]) {
        guard bytes.count >= 8 else { return nil }
        let size = bytes[..<8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard let signed = Int64(exactly: size), bytes.count == 8 + size.nonzeroBitCount * LedgerHash.byteCount
        else { return nil }
        self.size = signed
        peaks = stride(from: 8, to: bytes.count, by: LedgerHash.byteCount).compactMap {
            LedgerHash(bytes[$0..<$0 + LedgerHash.byteCount])
        }
    }
}
