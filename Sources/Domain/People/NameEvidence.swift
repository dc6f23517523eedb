/// The evidence of names: of all the names of two people, the pair that speaks most for their being one.
struct NameEvidence {
    let evidence: [MatchEvidence]
    /// Whether one of the pair is an alias or a former name.
    let isThroughOtherName: Bool

    /// Nil when no pair of names has a part to compare.
    static func best(_ left: [PersonName], _ right: [PersonName]) -> NameEvidence? {
        let pairs = left.flatMap { a in right.map { b in NameEvidence(a, b) } }
        return pairs.filter { !$0.evidence.isEmpty }.max { $0.standing.lexicographicallyPrecedes($1.standing) }
    }

    /// Weight first; then legal names, and the nearer kind of likeness: the reason shown is the plainest one, and
    /// does not depend on the order in which names are held.
    private var standing: [Int] {
        [evidence.reduce(0) { $0 + $1.weight }, isThroughOtherName ? 0 : 1] + evidence.map { -$0.likenessRank }
    }

    private init(_ left: PersonName, _ right: PersonName) {
        isThroughOtherName = left.kind != .legal || right.kind != .legal
        let (a, b) = (Keys(left), Keys(right))
        if a.isSwap(of: b) {
            evidence = [.namesSwapped]
            return
        }
        let given = a.calledBy.flatMap { x in b.calledBy.compactMap { y in NameLikeness(x, y) } }
            .min { $0.rank < $1.rank }
        evidence =
            [NameLikeness(a.family, b.family).map(MatchEvidence.familyName), given.map(MatchEvidence.givenName)]
            .compactMap(\.self)
    }

    private struct Keys {
        let family: String
        let given: String
        /// The given name and what the person is known as: either may be the one that was heard.
        let calledBy: [String]

        init(_ name: PersonName) {
            family = SearchKey.name(name.family)
            given = SearchKey.name(name.given)
            calledBy = [given] + (name.knownAs.map { [SearchKey.name($0)] } ?? [])
        }

        func isSwap(of other: Keys) -> Bool {
            !family.isEmpty && !given.isEmpty && family != given && family == other.given && given == other.family
        }
    }
}

extension MatchEvidence {
    fileprivate var likenessRank: Int {
        switch self {
        case .familyName(let likeness), .givenName(let likeness): likeness.rank
        default: 0
        }
    }
}
