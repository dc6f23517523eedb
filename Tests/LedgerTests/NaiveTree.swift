@testable import Ledger

/// The definitions of RFC 9162, sections 2.1.1, 2.1.3.1 and 2.1.4.1, written down as they stand there, over an array.
final class NaiveTree {
    let leaves: [LedgerHash]
    private var roots: [Range<Int>: LedgerHash] = [:]
    private let isCareless: Bool

    /// - Parameter isCareless: divides in the middle, as somebody might who has not read the definition.
    init(_ leaves: [LedgerHash], isCareless: Bool = false) {
        self.leaves = leaves
        self.isCareless = isCareless
    }

    func root(_ range: Range<Int>) -> LedgerHash {
        if range.isEmpty { return LedgerHash(hashing: []) }
        if range.count == 1 { return leaves[range.lowerBound] }
        if let known = roots[range] { return known }
        let middle = range.lowerBound + half(range.count)
        let left = root(range.lowerBound..<middle).bytes
        let right = root(middle..<range.upperBound).bytes
        let root = LedgerHash(hashing: [1] + left + right)
        roots[range] = root
        return root
    }

    func path(_ position: Int, _ range: Range<Int>) -> [LedgerHash] {
        if range.count == 1 { return [] }
        let middle = range.lowerBound + half(range.count)
        return position < middle
            ? path(position, range.lowerBound..<middle) + [root(middle..<range.upperBound)]
            : path(position, middle..<range.upperBound) + [root(range.lowerBound..<middle)]
    }

    func proof(_ old: Int, _ size: Int) -> [LedgerHash] {
        old == 0 || old == size ? [] : subproof(old, 0..<size, isWhole: true)
    }

    private func subproof(_ old: Int, _ range: Range<Int>, isWhole: Bool) -> [LedgerHash] {
        if old == range.count { return isWhole ? [] : [root(range)] }
        let k = half(range.count)
        let middle = range.lowerBound + k
        return old <= k
            ? subproof(old, range.lowerBound..<middle, isWhole: isWhole) + [root(middle..<range.upperBound)]
            : subproof(old - k, middle..<range.upperBound, isWhole: false) + [root(range.lowerBound..<middle)]
    }

    private func half(_ count: Int) -> Int {
        if isCareless { return count / 2 }
        var half = 1
        while half * 2 < count { half *= 2 }
        return half
    }
}
