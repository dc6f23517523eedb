/// A part of a record that a page may name and not show: "Health: withheld. Ask …".
package struct Withheld: Hashable, Sendable {
    package let category: ByteText
    /// The agency to ask.
    package let owner: ByteText

    package init(category: ByteText, owner: ByteText) {
        self.category = category
        self.owner = owner
    }
}

extension RowRule {
    /// The parts of the subject's record that the viewer may know of and not see, in the order of `rows`, each once.
    ///
    /// A part is one agency's rows of one category, of which none is shown. It is named only when some row of the
    /// subject is shown, so that the person is in view already, and only when an agreement in force foresees that this
    /// viewer sees rows like it, so that its parties agreed that the viewer knows of such records. Anything else, and
    /// everything of a sealed or barred subject, is not named at all.
    ///
    /// - Parameter rows: all that exists of the subject.
    package func withheld(among rows: [RowFacts]) -> [Withheld] {
        let seen = rows.filter(allows)
        if seen.isEmpty { return [] }
        var told = Set(seen.map { Withheld(category: $0.category, owner: $0.owner) })
        return rows.filter { row in foreseen.contains { $0.scope.contains(row) } }
            .map { Withheld(category: $0.category, owner: $0.owner) }
            .filter { told.insert($0).inserted }
    }
}
