/// Shows that one leaf stands at one place in a tree, given only the tree's size and root (RFC 9162, 2.1.3).
package struct InclusionProof: Equatable, Sendable {
    /// The leaf's place, from 0.
    package let position: Int64
    /// How many leaves the tree has.
    package let size: Int64
    /// The sibling hashes from the leaf up.
    package let hashes: [LedgerHash]

    /// A proof received from somebody else; says nothing until it is verified.
    package init(position: Int64, size: Int64, hashes: [LedgerHash]) {
        self.position = position
        self.size = size
        self.hashes = hashes
    }

    /// Whether `leaf` is at `position` in the tree of `size` leaves whose root is `root`.
    package func verifies(leaf: LedgerHash, root: LedgerHash) -> Bool {
        guard position >= 0, position < size else { return false }
        var index = position
        var last = size - 1
        var hash = leaf
        for sibling in hashes {
            guard last != 0 else { return false }
            if index & 1 == 1 || index == last {
                hash = .node(sibling, hash)
                while index & 1 == 0, index != 0 {
                    index >>= 1
                    last >>= 1
                }
            } else {
                hash = .node(hash, sibling)
            }
            index >>= 1
            last >>= 1
        }
        return last == 0 && hash == root
    }
}

extension MerkleTree {
    /// The proof that the leaf at `position` is in the tree of the first `size` leaves.
    package func inclusionProof(of position: Int64, size: Int64) throws -> InclusionProof {
        guard position >= 0, position < size else { throw MerkleRefusal.outOfRange(position, size: size) }
        var hashes: [LedgerHash] = []
        var start: Int64 = 0
        var count = size
        while count > 1 {
            let left = Self.split(count)
            if position < start + left {
                hashes.append(try root(from: start + left, count: count - left))
                count = left
            } else {
                hashes.append(try root(from: start, count: left))
                start += left
                count -= left
            }
        }
        return InclusionProof(position: position, size: size, hashes: hashes.reversed())
    }
}
