/// A short name for a record that can be read over a phone, such as `K7M2-9QXF-G`.
///
/// Eight characters carry 40 random bits, so that a reference says nothing about the record, its number or its age; the
/// ninth is a check. It is an address and not a secret: knowing one gives no right to see anything.
///
/// The alphabet is the ten digits and the letters without I, L, O and U: no two of its characters are read as one
/// another's look-alike O/0 or I/L/1, and few words can be spelt by chance.
///
/// The check. Characters stand for the elements of the field of 32, and the nine of them, each times its place's
/// weight, add up to a fixed sum. A slip in one character changes its term, since no weight is zero. A swap of two
/// different characters, wherever they stand, changes the sum by the difference of two weights times the difference
/// of the two characters, since no two weights are equal. So each of those is always caught, and of all other
/// mistakes 31 in 32.
package struct Reference: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Nine characters without grouping, as addresses and the database hold it.
    package let compact: String

    /// How many of the random bits are used.
    package static let randomBits = 40

    static let dataLength = 8

    /// Not zero, so that nine equal zeros, typed to fill a box, are not a reference.
    static let fixedSum = FieldOf32(1)

    /// The reference made of the low 40 bits of `random`; equal bits make equal references. The caller brings the
    /// randomness and refuses a reference that is already taken.
    package static func make(random: UInt64) -> Reference {
        let data = (0..<dataLength).map { FieldOf32(UInt8(truncatingIfNeeded: random >> (5 * UInt64($0))) & 31) }
        return Reference(checked: data + [check(for: data)])
    }

    /// Reads a reference as people type it: in either case, with spaces and dashes anywhere, with O for 0 and I or L
    /// for 1. Nil for anything else, and for a reference whose check does not fit.
    package init?(_ text: String) {
        var symbols: [FieldOf32] = []
        for scalar in text.unicodeScalars where !ReferenceAlphabet.isSeparator(scalar) {
            guard let symbol = ReferenceAlphabet.symbol(scalar), symbols.count <= Reference.dataLength else {
                return nil
            }
            symbols.append(symbol)
        }
        guard symbols.count == Reference.dataLength + 1, Reference.weightedSum(symbols) == Reference.fixedSum
        else { return nil }
        self.init(checked: symbols)
    }

    private init(checked symbols: [FieldOf32]) {
        compact = String(String.UnicodeScalarView(symbols.map(ReferenceAlphabet.scalar)))
    }

    /// Grouped for reading: `K7M2-9QXF-G`.
    package var text: String {
        let first = compact.prefix(4)
        let rest = compact.dropFirst(4)
        return "\(first)-\(rest.prefix(4))-\(rest.dropFirst(4))"
    }

    package var description: String { text }

    package static func < (left: Reference, right: Reference) -> Bool { left.compact < right.compact }

    /// The last place has weight one, so the check is simply what is missing from the fixed sum.
    private static func check(for data: [FieldOf32]) -> FieldOf32 {
        fixedSum - weightedSum(data)
    }

    static func weightedSum(_ symbols: [FieldOf32]) -> FieldOf32 {
        zip(symbols, weights).reduce(FieldOf32(0)) { $0 + $1.0 * $1.1 }
    }

    /// One for each place, distinct and not zero: powers of a generator of the field, down to one for the check.
    static let weights = (0...dataLength).map { FieldOf32.generator.power(dataLength - $0) }
}
