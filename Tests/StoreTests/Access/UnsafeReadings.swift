import Domain
import SQLAccess

@testable import Store

/// Two readings with the mistakes that a reviewer does not see, to show that the comparison finds them.
enum UnsafeReadings {
    /// A filter in which a NULL column makes a test NULL: under a NOT it stays NULL, and the row is hidden.
    static func filterWithNull(_ tree: AccessTree<AccessTest>) -> SQLQuery {
        switch tree {
        case .test(.row(.categoryIn(let words))): "(n.category IN \(list: words.ordered))"
        case .test(.row(.ownerIn(let words))): "(n.owner IN \(list: words.ordered))"
        case .test(.row(.typeIn(let words))): "(n.type IN \(list: words.ordered))"
        case .not(let part): "(NOT \(filterWithNull(part)))"
        case .all(let parts) where !parts.isEmpty: "(\(parts.map(filterWithNull).joined(separator: " AND ")))"
        case .any(let parts) where !parts.isEmpty: "(\(parts.map(filterWithNull).joined(separator: " OR ")))"
        default: AccessSQL(tree: tree).filter(AccessWorld.columns)
        }
    }

    /// A predicate that compares as Swift compares texts: composed and decomposed letters are one to it.
    static func holdsCanonically(_ test: AccessTest, _ row: RowFacts, of subject: SubjectFacts) -> Bool {
        switch test {
        case .row(.categoryIn(let words)): words.contains { $0.text == row.category.text }
        case .row(.ownerIn(let words)): words.contains { $0.text == row.owner.text }
        case .row(.typeIn(let words)): words.contains { $0.text == row.type.text }
        default: test.holds(row, of: subject)
        }
    }
}
