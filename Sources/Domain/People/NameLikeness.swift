/// How one part of a name compares with the same part of another.
package enum NameLikeness: Hashable, Sendable, CaseIterable {
    case same
    case soundsAlike
    case speltAlike
    /// One of the two is only the first letter of the other.
    case initial
    case different

    /// Nil when either is empty: a part that is not known is no evidence.
    /// - Parameters: keys from ``SearchKey/name(_:)``.
    init?(_ left: String, _ right: String) {
        guard !left.isEmpty, !right.isEmpty else { return nil }
        self =
            if left == right {
                .same
            } else if NameLikeness.isInitial(left, of: right) || NameLikeness.isInitial(right, of: left) {
                .initial
            } else {
                NameLikeness.nearness(left, right)
            }
    }

    /// Soundex alone joins too much (Lee, Leigh and Low), so names that sound alike must be written somewhat alike too;
    /// and its first letter parts what sounds the same (Catherine, Kathryn), so only the digits are compared.
    private static func nearness(_ left: String, _ right: String) -> NameLikeness {
        let similarity = JaroWinkler.similarity(left, right)
        if let a = Soundex.code(left), let b = Soundex.code(right), a.dropFirst() == b.dropFirst(), similarity >= 0.75 {
            return .soundsAlike
        }
        return similarity >= 0.9 ? .speltAlike : .different
    }

    private static func isInitial(_ short: String, of long: String) -> Bool {
        short.unicodeScalars.count == 1 && long.unicodeScalars.first == short.unicodeScalars.first
    }

    /// How near, for choosing the best of several; nearer is lower.
    var rank: Int { NameLikeness.allCases.firstIndex(of: self) ?? NameLikeness.allCases.count }
}
