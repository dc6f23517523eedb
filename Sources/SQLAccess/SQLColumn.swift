/// A column of the database as its catalogue lists it.
package struct SQLColumn: Sendable, Hashable {
    /// The table or view.
    package let table: String

    /// The column's own name.
    package let column: String

    /// A column by its names.
    package init(table: String, column: String) {
        self.table = table
        self.column = column
    }
}
