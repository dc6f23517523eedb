/// A generator whose numbers follow from its seed alone, on every machine (SplitMix64). For made-up data, never secrets.
package struct SeededRandom: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// Streams of one seed with different names are independent of each other.
    package init(seed: UInt64, stream: String) {
        state = seed
        // FNV-1a over the name, mixed with the seed.
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in stream.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        state = hash ^ next()
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    /// A whole number of the range. The slight bias of taking a remainder does not matter for made-up data, and the
    /// standard library's way of drawing may change from one version to the next.
    package mutating func number(in range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.upperBound - range.lowerBound + 1))
    }

    /// True so many times in a hundred.
    package mutating func chance(_ percent: Int) -> Bool { number(in: 1...100) <= percent }

    /// One of these; `nil` when there are none.
    package mutating func one<Element>(of all: [Element]) -> Element? {
        all.isEmpty ? nil : all[number(in: 0...all.count - 1)]
    }

    /// One of these by weight; `nil` when there are none.
    package mutating func one<Value>(of all: [Weighted<Value>]) -> Value? {
        let total = all.reduce(0) { $0 + $1.weight }
        guard total > 0 else { return nil }
        var left = number(in: 1...total)
        for item in all {
            left -= item.weight
            if left <= 0 { return item.value }
        }
        return nil
    }

    /// The elements in another order.
    package mutating func shuffled<Element>(_ all: [Element]) -> [Element] {
        var all = all
        guard all.count > 1 else { return all }
        for index in stride(from: all.count - 1, to: 0, by: -1) { all.swapAt(index, number(in: 0...index)) }
        return all
    }
}
