/// A condition over tests of one kind. Every test is true or false, never unknown, so the tree is too.
///
/// It is read twice: here, and by `AccessSQL` as a filter of the database. Neither reading knows more than the tree.
package indirect enum AccessTree<Test: Hashable & Sendable>: Hashable, Sendable {
    case always
    case never
    /// True of none.
    case all([AccessTree])
    /// False of none.
    case any([AccessTree])
    case not(AccessTree)
    case test(Test)

    /// Whether it is true when `holds` says which tests are.
    package func holds(_ holds: (Test) -> Bool) -> Bool {
        switch self {
        case .always: true
        case .never: false
        case .all(let parts): parts.allSatisfy { $0.holds(holds) }
        case .any(let parts): parts.contains { $0.holds(holds) }
        case .not(let part): !part.holds(holds)
        case .test(let test): holds(test)
        }
    }

    /// The same tree with each test replaced.
    package func replacing<Other>(_ replace: (Test) -> AccessTree<Other>) -> AccessTree<Other> {
        switch self {
        case .always: .always
        case .never: .never
        case .all(let parts): .all(parts.map { $0.replacing(replace) })
        case .any(let parts): .any(parts.map { $0.replacing(replace) })
        case .not(let part): .not(part.replacing(replace))
        case .test(let test): replace(test)
        }
    }

    /// A tree that is true of the same and has no constant inside it, so that a filter does not carry dead parts.
    package var simplified: AccessTree {
        switch self {
        case .always, .never, .test: self
        case .all(let parts): AccessTree.joined(parts, neutral: .always, deciding: .never, AccessTree.all)
        case .any(let parts): AccessTree.joined(parts, neutral: .never, deciding: .always, AccessTree.any)
        case .not(let part):
            switch part.simplified {
            case .always: .never
            case .never: .always
            case .not(let inner): inner
            case let inner: .not(inner)
            }
        }
    }

    private static func joined(
        _ parts: [AccessTree], neutral: AccessTree, deciding: AccessTree, _ join: ([AccessTree]) -> AccessTree
    ) -> AccessTree {
        let rest = parts.map(\.simplified).filter { $0 != neutral }
        if rest.contains(deciding) { return deciding }
        guard let first = rest.first else { return neutral }
        return rest.count == 1 ? first : join(rest)
    }
}
