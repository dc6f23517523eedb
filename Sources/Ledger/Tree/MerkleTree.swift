/// The finished hashes of a Merkle tree, from which roots and proofs are built.
///
/// A finished hash is the root of a full subtree: level 0 is the leaves, index 0 the leftmost; the node (level, index)
/// stands over the leaves from index × 2^level on. They never change as the tree grows, so they may come from an array,
/// from stored rows, or be worked out from the leaves on demand.
package struct MerkleTree {
    private let finished: (_ level: Int, _ index: Int64) throws -> LedgerHash

    /// A tree over stored hashes. `finished` is asked only for full subtrees within the size in question.
    package init(finished: @escaping (_ level: Int, _ index: Int64) throws -> LedgerHash) {
        self.finished = finished
    }

    /// A tree over stored leaf hashes alone: `leaves` gives those of a range, in order and without gaps, in parts as
    /// large as it likes. A proof then reads every leaf once, so this suits an occasional proof, not a stream of them.
    package init(
        leaves: @escaping (_ range: Range<Int64>, _ each: (LedgerHash) -> Void) throws -> Void
    ) {
        self.init { level, index in
            var frontier = MerkleFrontier()
            let width = Int64(1) << Int64(level)
            try leaves(index * width..<(index + 1) * width) { frontier.append($0) }
            guard frontier.size == width else { throw MerkleRefusal.leavesMissing(from: index * width, count: width) }
            return frontier.root
        }
    }

    /// A tree over leaf hashes in memory; every level is worked out once.
    package init(_ leaves: [LedgerHash]) {
        var levels = [leaves]
        while let below = levels.last, below.count > 1 {
            levels.append(stride(from: 0, to: below.count - 1, by: 2).map { .node(below[$0], below[$0 + 1]) })
        }
        let all = levels
        self.init { level, index in
            guard level < all.count, index < Int64(all[level].count) else {
                throw MerkleRefusal.leavesMissing(from: index << Int64(level), count: Int64(1) << Int64(level))
            }
            return all[level][Int(index)]
        }
    }

    /// The root of the first `size` leaves.
    package func root(size: Int64) throws -> LedgerHash {
        guard size >= 0 else { throw MerkleRefusal.outOfRange(0, size: size) }
        return size == 0 ? .ofEmptyTree : try root(from: 0, count: size)
    }

    /// The root over `count` leaves from `start`, which is a multiple of the smallest power of two not below `count`.
    func root(from start: Int64, count: Int64) throws -> LedgerHash {
        if count & (count - 1) == 0 {
            let level = count.trailingZeroBitCount
            return try finished(level, start >> Int64(level))
        }
        let left = Self.split(count)
        return .node(try root(from: start, count: left), try root(from: start + left, count: count - left))
    }

    /// The largest power of two below `count`, which is at least 2: where RFC 9162 divides a tree.
    static func split(_ count: Int64) -> Int64 {
        1 << Int64(63 - (count - 1).leadingZeroBitCount)
    }
}

/// Why a root or a proof cannot be built.
package enum MerkleRefusal: Error, Equatable {
    /// There is no such leaf, or no such earlier size, in a tree of this size.
    case outOfRange(Int64, size: Int64)
    /// The source does not hold the leaves it should.
    case leavesMissing(from: Int64, count: Int64)
}

/// The root over leaf hashes in memory, in one pass.
package func merkleRoot(_ leaves: some Sequence<LedgerHash>) -> LedgerHash {
    var frontier = MerkleFrontier()
    for leaf in leaves { frontier.append(leaf) }
    return frontier.root
}
