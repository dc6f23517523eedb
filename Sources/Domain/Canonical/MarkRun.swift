/// How many combining marks stand in a row while text is read a character at a time.
///
/// Putting a run of marks into canonical order costs the square of its length, so text from outside is held to the bound
/// of stream-safe text (UAX #15, 13) before anything normalises, compares or hashes it. No language writes anything near
/// it. Marks of class 0 are counted too, since some decompose into marks that are not.
package struct MarkRun: Sendable {
    /// The most marks in a row that text may have.
    package static let most = 30

    private var count = 0

    package init() {}

    /// Whether the run is still within the bound once this character has been read.
    package mutating func isWithin(adding scalar: Unicode.Scalar) -> Bool {
        count = Self.isMark(scalar) ? count + 1 : 0
        return count <= Self.most
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        // U+0300 is the first mark there is.
        guard scalar.value >= 0x300 else { return false }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: return true
        default: return scalar.properties.canonicalCombiningClass != .notReordered
        }
    }
}

extension String {
    /// Whether no run of combining marks in it is longer than `MarkRun.most`. Linear in its length.
    package var hasOnlyShortMarkRuns: Bool {
        // Every mark is written with a byte above 0xCB: plain and most western text is done with here.
        guard utf8.contains(where: { $0 > 0xCB }) else { return true }
        var run = MarkRun()
        return unicodeScalars.allSatisfy { run.isWithin(adding: $0) }
    }
}
