/// Why two records may be of one person, and how strongly.
///
/// Nothing is joined on it: a worker reads the reasons and decides.
package struct LikelyMatch: Hashable, Sendable {
    /// How strongly two records look like one person’s, weakest first.
    package enum Level: Int, CaseIterable, Comparable, Hashable, Sendable {
        /// Worth a look: at least 35 points.
        case possible
        /// At least 60 points.
        case likely
        /// At least 95 points and nothing that speaks against it.
        case exact

        package static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
    }

    /// The step that the score and the doubts give.
    package let level: Level
    /// The sum of the evidence's weights.
    package let score: Int
    /// Strongest first, what speaks against last.
    package let evidence: [MatchEvidence]
    /// Whether the names agree through an alias or a former name.
    package let isThroughOtherName: Bool

    /// "Same date of birth; family name sounds alike; same PNC number", with what speaks against after "but".
    package var text: String {
        let reasons =
            evidence.filter { $0.weight > 0 }.map(\.text)
            + (isThroughOtherName ? ["under an alias or former name"] : [])
        let doubts = evidence.filter { $0.weight < 0 }.map(\.text)
        let sentence =
            reasons.joined(separator: "; ") + (doubts.isEmpty ? "" : "; but " + doubts.joined(separator: "; "))
        return sentence.prefix(1).uppercased() + sentence.dropFirst()
    }
}

/// Compares two records; nil when too little speaks for their being one person. The order of the two does not matter.
package func likelyMatch(between left: MatchSubject, and right: MatchSubject) -> LikelyMatch? {
    let names = NameEvidence.best(left.names, right.names)
    var evidence = names?.evidence ?? []
    if let a = left.birth, let b = right.birth { evidence.append(.birth(BirthLikeness(a, b))) }
    evidence += identifierEvidence(left.identifiers, right.identifiers)

    let score = evidence.reduce(0) { $0 + $1.weight }
    guard let level = level(score: score, isContradicted: evidence.contains { $0.weight < 0 }) else { return nil }
    let ordered = evidence.enumerated().sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }
    let agree = names?.evidence.contains { $0.weight > 0 } ?? false
    return LikelyMatch(
        level: level, score: score, evidence: ordered.map(\.element),
        isThroughOtherName: agree && names?.isThroughOtherName == true)
}

private func level(score: Int, isContradicted: Bool) -> LikelyMatch.Level? {
    switch score {
    case 95... where !isContradicted: .exact
    case 60...: .likely
    case 35...: .possible
    default: nil
    }
}

/// A kind counts once, however many of its numbers the two share.
private func identifierEvidence(_ left: Set<Identifier>, _ right: Set<Identifier>) -> [MatchEvidence] {
    let shared = Set(left.intersection(right).map(\.kind))
    let same = IdentifierKind.allCases.filter(shared.contains).map(MatchEvidence.sameIdentifier)
    let bothHaveNHS = [left, right].allSatisfy { $0.contains { $0.kind == .nhs } }
    return same + (bothHaveNHS && !shared.contains(.nhs) ? [.differentNHSNumbers] : [])
}
