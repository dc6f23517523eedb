/// Finds the name somebody probably meant.
enum NearestName {
    /// Longer names are not compared: nobody mistypes them by a letter, and comparing costs their product.
    private static let longest = 64

    /// The name with the fewest slips from `name`, up to a third of its letters; `nil` when none is near.
    static func of(_ name: String, among names: some Sequence<String>) -> String? {
        let written = Array(name.utf8)
        guard written.count <= longest else { return nil }
        var best: (name: String, slips: Int)?
        for candidate in names {
            let letters = Array(candidate.utf8)
            guard letters.count <= longest, abs(letters.count - written.count) <= 3 else { continue }
            let slips = slips(written, letters)
            if slips < (best?.slips ?? Int.max) { best = (candidate, slips) }
        }
        guard let best, best.slips <= max(1, written.count / 3) else { return nil }
        return best.name
    }

    /// Letters to add, drop, change or swap with their neighbour.
    private static func slips(_ one: [UInt8], _ other: [UInt8]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...other.count)
        for row in one.indices {
            var current = [row + 1]
            for column in other.indices {
                var cost = min(last[column + 1] + 1, current[column] + 1)
                cost = min(cost, last[column] + (one[row] == other[column] ? 0 : 1))
                let isSwap =
                    row > 0 && column > 0 && one[row] == other[column - 1] && one[row - 1] == other[column]
                if isSwap { cost = min(cost, beforeLast[column - 1] + 1) }
                current.append(cost)
            }
            (beforeLast, last) = (last, current)
        }
        return last[other.count]
    }
}
