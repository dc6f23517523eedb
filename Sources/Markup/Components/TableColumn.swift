/// A column of a table.
package struct TableColumn: Sendable {
    package var title: String
    /// Aligned right, with figures of equal width.
    package var isNumeric: Bool
    /// The title is heard but not seen, as over buttons.
    package var isTitleHidden: Bool

    package init(_ title: String, isNumeric: Bool = false, isTitleHidden: Bool = false) {
        self.title = title
        self.isNumeric = isNumeric
        self.isTitleHidden = isTitleHidden
    }

    var heading: HTML {
        let classes = ClassList("govuk-table__header").adding("govuk-table__header--numeric", if: isNumeric)
        if isTitleHidden {
            return "<th scope=\"col\"\(classes)><span class=\"govuk-visually-hidden\">\(title)</span></th>"
        }
        return "<th scope=\"col\"\(classes)>\(title)</th>"
    }
}
