/// A row of a table, in the order of its columns.
package struct TableRow: Sendable {
    /// Marks the row at its edge. The words that say so stand in a cell: colour is never alone.
    package enum State: String, Sendable {
        case overdue
        case dueSoon = "due-soon"
        case settled
    }

    package var cells: [HTML]
    package var state: State?

    package init(_ cells: [HTML], state: State? = nil) {
        self.cells = cells
        self.state = state
    }
}
