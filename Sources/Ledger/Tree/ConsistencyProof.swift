/// Shows that a tree only grew: that its first `oldSize` leaves are the whole of an earlier tree, given only the two
/// sizes and roots (RFC 9162, 2.1.4). A witness asks for one before it signs.
package struct ConsistencyProof: Equatable, Sendable {
    /// The earlier number of leaves.
    package let oldSize: Int64
    /// The later number of leaves.
    package let size: Int64
    /// The hashes from which both roots follow.
    package let hashes: [LedgerHash]

    /// A proof received from somebody else; says nothing until it is verified.
    package init(oldSize: Int64, size: Int64, hashes: [LedgerHash]) {
        self.oldSize = oldSize
        self.size = size
        self.hashes = hashes
    }

    /// Whether the tree with `root` extends the tree with `oldRoot`.
    ///
    /// Every tree extends the empty one and itself; either proof is empty.
    package func verifies(oldRoot: LedgerHash, root: LedgerHash) -> Bool {
        guard oldSize >= 0, oldSize <= size else { return false }
        if oldSize == size { return hashes.isEmpty && oldRoot == root }
        if oldSize == 0 { return hashes.isEmpty && oldRoot == .ofEmptyTree }
        let isFull = oldSize & (oldSize - 1) == 0
        let path = isFull ? [oldRoot] + hashes : hashes
        guard let first = path.first else { return false }
        let shift = Int64((~(oldSize - 1)).trailingZeroBitCount)
        var index = (oldSize - 1) >> shift
        var last = (size - 1) >> shift
        var old = first
        var new = first
        for hash in path.dropFirst() {
            guard last != 0 else { return false }
            if index & 1 == 1 || index == last {
                old = .node(hash, old)
                new = .node(hash, new)
                while index & 1 == 0, index != 0 {
                    index >>= 1
                    last >>= 1
                }
            } else {
                new = .node(new, hash)
            }
            index >>= 1
            last >>= 1
        }
        return last == 0 && old == oldRoot && new == root
    }
}

extension MerkleTree {
    /// The proof that the tree of the first `size` leaves extends that of the first `oldSize`.
    package func consistencyProof(from oldSize: Int64, to size: Int64) throws -> ConsistencyProof {
        guard oldSize >= 0, oldSize <= size else { throw MerkleRefusal.outOfRange(oldSize, size: size) }
        var hashes: [LedgerHash] = []
        var start: Int64 = 0
        var count = size
        var old = oldSize
        var isWholeOldTree = true
        while old > 0, old < count {
            let left = Self.split(count)
            if old <= left {
                hashes.append(try root(from: start + left, count: count - left))
                count = left
            } else {
                hashes.append(try root(from: start, count: left))
                start += left
                count -= left
                old -= left
                isWholeOldTree = false
            }
        }
        if old > 0, !isWholeOldTree { hashes.append(try root(from: start, count: count)) }
        return ConsistencyProof(oldSize: oldSize, size: size, hashes: hashes.reversed())
    }
}
