/// One way a viewer may see rows: which rows, what must hold of the subject, and why.
package struct AccessGrant: Sendable {
    package let scope: RowScope
    /// All must hold.
    package let conditions: [Condition]
    package let reason: AccessReason

    /// What must hold between the viewer and the subject.
    package enum Condition: Hashable, Sendable {
        case subject(SubjectTest)
        /// The consent must cover the row's own category.
        case consent(ConsentTest)

        var test: AccessTest {
            switch self {
            case .subject(let test): .subject(test)
            case .consent(let test): .consent(test)
            }
        }
    }

    package init(scope: RowScope, conditions: [Condition] = [], reason: AccessReason) {
        self.scope = scope
        self.conditions = conditions
        self.reason = reason
    }

    var tree: AccessTree<AccessTest> {
        .all([scope.tree.replacing { .test(.row($0)) }] + conditions.map { .test($0.test) })
    }

    /// The rows it shows of this subject, or nil for none.
    func rows(of subject: SubjectFacts) -> RowScope? {
        var rows = scope
        for condition in conditions {
            switch condition {
            case .subject(let test):
                guard test.holds(of: subject) else { return nil }
            case .consent(let test):
                rows = rows.narrowed(to: test.categories(of: subject))
            }
        }
        return rows.categories?.isEmpty == true ? nil : rows
    }
}
