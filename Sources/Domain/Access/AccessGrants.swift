/// Several grants as one condition. A filter of the database is quicker for being short: what grants have in common is
/// said once, and those that differ only in their categories are made one.
extension [AccessGrant] {
    /// True of what any of them shows.
    var tree: AccessTree<AccessTest> {
        .any(
            grouped { $0.scope.owners }.map { group in
                let owners = RowScope(categories: nil, owners: group[0].scope.owners, types: nil).tree
                return .all([
                    owners.replacing { .test(.row($0)) },
                    .any(group.grouped { Terms($0) }.map(AccessGrant.withoutOwner)),
                ])
            }
        ).simplified
    }

    /// The grants that have the same key together, in order of the first of each. No group is empty.
    private func grouped<Key: Hashable>(_ key: (AccessGrant) -> Key) -> [[AccessGrant]] {
        var places: [Key: Int] = [:]
        var groups: [[AccessGrant]] = []
        for grant in self {
            if let place = places[key(grant)] {
                groups[place].append(grant)
            } else {
                places[key(grant)] = groups.count
                groups.append([grant])
            }
        }
        return groups
    }
}

/// All of a grant but its owners and which categories it names.
private struct Terms: Hashable {
    let types: Set<ByteText>?
    let conditions: Set<AccessGrant.Condition>
    let namesCategories: Bool

    init(_ grant: AccessGrant) {
        types = grant.scope.types
        conditions = Set(grant.conditions)
        namesCategories = grant.scope.categories != nil
    }
}

extension AccessGrant {
    /// Grants on the same terms as one, for rows whose owner was tested already.
    fileprivate static func withoutOwner(_ alike: [AccessGrant]) -> AccessTree<AccessTest> {
        var scope = alike[0].scope
        scope.owners = nil
        scope.categories = alike.dropFirst().reduce(scope.categories) { $0?.union($1.scope.categories ?? []) }
        return AccessGrant(scope: scope, conditions: alike[0].conditions, reason: alike[0].reason).tree
    }
}
