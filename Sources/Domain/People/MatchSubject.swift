/// What is compared of one person's record.
package struct MatchSubject: Hashable, Sendable {
    /// Every name held that the viewer may see, of any kind and in any order.
    package let names: [PersonName]
    /// Nil where nothing is known, which is no evidence either way.
    package let birth: BirthDate?
    /// Checked numbers of any kind, several of one kind included.
    package let identifiers: Set<Identifier>

    /// What is left out is not compared.
    package init(names: [PersonName], birth: BirthDate? = nil, identifiers: Set<Identifier> = []) {
        self.names = names
        self.birth = birth
        self.identifiers = identifiers
    }
}
