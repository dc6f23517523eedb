package import Domain
import SQLAccess

/// People of a list, by what their facts leave a viewer of their rows.
///
/// Whether somebody is sealed, barred, referred, led or has consented is asked once for each person, and not again for
/// each of their rows: those of whom the same is left share a statement that looks into no other table.
package struct SeenSubjects: Sendable {
    private let rule: AccessRule
    private var groups: [Group] = []
    /// The group of those of whom the same is left; `nil` where nothing is.
    private var byFacts: [SubjectFacts: Int?] = [:]
    private var byTree: [AccessTree<RowTest>: Int] = [:]
    private var lookedAt: Set<String> = []

    private struct Group: Sendable {
        var subjects: [String]
        var allowed: AccessSQL
    }

    /// In the snapshot of the connection, in which the rows are read too. Those of whom nothing is left are dropped.
    package init(_ subjects: [String], rule: AccessRule, on connection: Connection) throws {
        self.rule = rule
        try look(at: subjects, on: connection)
    }

    /// More people, those already looked at aside.
    package mutating func look(at subjects: [String], on connection: Connection) throws {
        let new = subjects.filter { lookedAt.insert($0).inserted }
        for (subject, facts) in zip(new, try SubjectFactsReading.facts(of: new, on: connection)) {
            guard let place = group(facts) else { continue }
            groups[place].subjects.append(subject)
        }
    }

    /// Only these of them.
    package func only(_ subjects: some Collection<String>) -> SeenSubjects {
        let wanted = Set(subjects)
        var part = self
        for place in groups.indices { part.groups[place].subjects.removeAll { !wanted.contains($0) } }
        part.lookedAt.formIntersection(wanted)
        return part
    }

    private mutating func group(_ facts: SubjectFacts) -> Int? {
        if let known = byFacts[facts] { return known }
        let row = rule.given(facts)
        let tree = row.tree
        guard tree != .never else {
            byFacts[facts] = .some(nil)
            return nil
        }
        let place = byTree[tree] ?? groups.count
        if place == groups.count { groups.append(Group(subjects: [], allowed: AccessSQL(row))) }
        byTree[tree] = place
        byFacts[facts] = place
        return place
    }

    /// Asks for the rows of each group: its people, their list made as long as a power of two so that lists of many
    /// lengths share a few statements, and the filter of their rows.
    package func each(_ ask: (_ subjects: [String], _ allowed: AccessSQL) throws -> Void) rethrows {
        for group in groups where !group.subjects.isEmpty {
            try ask(group.subjects.paddedForStatements, group.allowed)
        }
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
