/// Which rows a grant covers: by category, owner and record type, each a set or, where nil, any.
package struct RowScope: Hashable, Sendable {
    package var categories: Set<ByteText>?
    package var owners: Set<ByteText>?
    package var types: Set<ByteText>?

    package init(categories: Set<ByteText>?, owners: Set<ByteText>?, types: Set<ByteText>?) {
        self.categories = categories
        self.owners = owners
        self.types = types
    }

    package func contains(_ row: RowFacts) -> Bool {
        categories.allowing(row.category) && owners.allowing(row.owner) && types.allowing(row.type)
    }

    /// The same rows, of these categories only.
    package func narrowed(to categories: Set<ByteText>) -> RowScope {
        var scope = self
        scope.categories = self.categories?.intersection(categories) ?? categories
        return scope
    }

    /// The scope as a tree.
    package var tree: AccessTree<RowTest> {
        .all(
            [categories.map(RowTest.categoryIn), owners.map(RowTest.ownerIn), types.map(RowTest.typeIn)]
                .compactMap { $0.map(AccessTree.test) }
        ).simplified
    }
}

extension Set<ByteText>? {
    fileprivate func allowing(_ text: ByteText) -> Bool { self?.contains(text) ?? true }
}
