/// What one viewer may see of one subject on one day: the rule with the subject's facts already taken into account.
package struct RowRule: Sendable {
    /// Rows, and why they may be seen.
    package struct Grant: Sendable {
        package let scope: RowScope
        package let reason: AccessReason

        package init(scope: RowScope, reason: AccessReason) {
            self.scope = scope
            self.reason = reason
        }
    }

    /// What is shown of this subject.
    package let shown: [Grant]
    /// What would be shown of some subject, were every condition met: what a page may say is withheld.
    package let foreseen: [Grant]
    /// What is shown, as one condition on a row.
    package let tree: AccessTree<RowTest>
    /// How the database reads it.
    package let reading = RuleReading()

    package init(shown: [Grant], foreseen: [Grant]) {
        self.shown = shown
        self.foreseen = foreseen
        tree = .any(shown.map(\.scope.tree)).simplified
    }

    /// Shows nothing and names nothing.
    package static let nothing = RowRule(shown: [], foreseen: [])

    package func allows(_ row: RowFacts) -> Bool {
        shown.contains { $0.scope.contains(row) }
    }

    /// Why the viewer may see this row; nil exactly where they may not.
    package func reason(for row: RowFacts) -> AccessReason? {
        shown.first { $0.scope.contains(row) }?.reason
    }
}
