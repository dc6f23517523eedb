/// What one viewer may see on one day. Read here as a predicate and by `AccessSQL` as a filter, which agree.
///
/// Nothing is shown that no grant shows, and nothing of a subject that a bar holds of.
package struct AccessRule: Sendable {
    /// Whatever the grants say, nothing is shown of a subject of which one of these holds.
    package let bars: [SubjectTest]
    /// The ways the viewer may see rows; the first that shows a row says why.
    package let grants: [AccessGrant]
    /// Bars and grants as one condition.
    package let tree: AccessTree<AccessTest>
    /// How the database reads it.
    package let reading = RuleReading()
    /// What is left of it for the same facts: many people are alike to a viewer.
    private let left = MadeOnce<SubjectFacts, RowRule>(most: 64)

    package init(bars: [SubjectTest], grants: [AccessGrant]) {
        self.bars = bars
        self.grants = grants
        let isFree: [AccessTree<AccessTest>] = bars.map { .not(.test(.subject($0))) }
        tree = .all([grants.tree] + isFree).simplified
    }

    /// Shows nothing to anybody.
    package static let nothing = AccessRule(bars: [], grants: [])

    /// Whether the viewer may see this row of this subject.
    package func allows(_ row: RowFacts, of subject: SubjectFacts) -> Bool {
        tree.holds { $0.holds(row, of: subject) }
    }

    /// Why the viewer may see this row of this subject; nil exactly where they may not.
    package func reason(for row: RowFacts, of subject: SubjectFacts) -> AccessReason? {
        given(subject).reason(for: row)
    }

    /// What the viewer may see of this subject, with only its rows left to test: a page works it out once.
    package func given(_ subject: SubjectFacts) -> RowRule {
        left.value(of: subject) { leaving(subject) }
    }

    private func leaving(_ subject: SubjectFacts) -> RowRule {
        if bars.contains(where: { $0.holds(of: subject) }) { return .nothing }
        var shown: [RowRule.Grant] = []
        for grant in grants {
            guard let rows = grant.rows(of: subject) else { continue }
            shown.append(RowRule.Grant(scope: rows, reason: grant.reason))
        }
        return RowRule(
            shown: shown, foreseen: grants.map { RowRule.Grant(scope: $0.scope, reason: $0.reason) })
    }
}
