package import Domain
package import SQLAccess

/// A rule of access as a filter of the database: true of exactly the rows that the rule allows.
///
/// It goes into the WHERE of every query that reads rows of a person's record, so that what a viewer may not see is
/// never read. Each test is true or false and never NULL, which a NOT would hide rows by.
package struct AccessSQL: Sendable {
    private let tree: AccessTree<AccessTest>
    /// The filters made of it, by the columns.
    private let filters: MadeOnce<AccessColumns, SQLQuery>

    package init(_ rule: AccessRule) {
        self = rule.reading.reading { AccessSQL(tree: rule.tree) }
    }

    /// The filter within one subject, whose facts the rule has taken into account: it looks into no other table.
    package init(_ rule: RowRule) {
        self = rule.reading.reading { AccessSQL(tree: rule.tree.replacing { .test(.row($0)) }) }
    }

    init(tree: AccessTree<AccessTest>) {
        self.tree = tree
        filters = MadeOnce(most: 64)
    }

    /// The condition on the row that `columns` names, in brackets. Binds nothing but ids, dates and times.
    package func filter(_ columns: AccessColumns) -> SQLQuery {
        guard columns.isOfNames else { return condition(tree, columns) }
        return filters.value(of: columns) { condition(tree, columns) }
    }

    private func condition(_ tree: AccessTree<AccessTest>, _ columns: AccessColumns) -> SQLQuery {
        switch tree {
        case .always: "(1 = 1)"
        case .never: "(1 = 0)"
        case .all(let parts) where parts.isEmpty: "(1 = 1)"
        case .all(let parts): "(\(parts.map { condition($0, columns) }.joined(separator: " AND ")))"
        case .any(let parts) where parts.isEmpty: "(1 = 0)"
        case .any(let parts): "(\(parts.map { condition($0, columns) }.joined(separator: " OR ")))"
        case .not(let part): "(NOT \(condition(part, columns)))"
        case .test(let test): test.condition(columns)
        }
    }
}

extension AccessTest {
    fileprivate func condition(_ columns: AccessColumns) -> SQLQuery {
        switch self {
        case .row(.categoryIn(let categories)): AccessTest.condition(columns.category, in: categories)
        case .row(.ownerIn(let owners)): AccessTest.condition(columns.owner, in: owners)
        case .row(.typeIn(let types)): AccessTest.condition(columns.type, in: types)
        case .subject(let test): test.condition(columns.subject)
        case .consent(let test): test.condition(columns.subject, category: columns.category)
        }
    }

    /// False, not NULL, where the column is NULL or the set empty.
    private static func condition(_ column: SQLQuery, in texts: Set<ByteText>) -> SQLQuery {
        texts.isEmpty ? "(1 = 0)" : "(\(column) IS NOT NULL AND \(column) IN \(list: texts.ordered))"
    }
}
