package import Domain
import SQLAccess

/// People of a list, by what their facts leave a viewer of their rows.
///
/// Whether somebody is sealed, barred, referred, led or has consented is asked once for each person, and not again for
/// each of their rows: those of whom the same is left share a statement that looks into no other table.
package struct SeenSubjects: Sendable {
    private let groups: [Group]

    private struct Group: Sendable {
        var subjects: [String]
        var allowed: AccessSQL
    }

    /// In the snapshot of the connection, in which the rows are read too. Those of whom nothing is left are dropped.
    package init(_ subjects: [String], rule: AccessRule, on connection: Connection) throws {
        var seen: Set<String> = []
        let subjects = subjects.filter { seen.insert($0).inserted }
        var byTree: [AccessTree<RowTest>: Int] = [:]
        var groups: [Group] = []
        for (subject, facts) in zip(subjects, try SubjectFactsReading.facts(of: subjects, on: connection)) {
            let row = rule.given(facts)
            let tree = row.tree
            guard tree != .never else { continue }
            if let place = byTree[tree] {
                groups[place].subjects.append(subject)
            } else {
                byTree[tree] = groups.count
                groups.append(Group(subjects: [subject], allowed: AccessSQL(row)))
            }
        }
        self.groups = groups
    }

    /// Asks for the rows of each group: its people, their list made as long as a power of two so that lists of many
    /// lengths share a few statements, and the filter of their rows.
    package func each(_ ask: (_ subjects: [String], _ allowed: AccessSQL) throws -> Void) rethrows {
        for group in groups { try ask(group.subjects.paddedForStatements, group.allowed) }
    }
}

extension [String] {
    /// The list with its last repeated up to a power of two, so that lists of many lengths share a few statements.
    package var paddedForStatements: [String] {
        guard let last else { return [] }
        var count = 1
        while count < self.count { count *= 2 }
        return self + Array(repeating: last, count: count - self.count)
    }
}
