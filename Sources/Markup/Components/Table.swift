/// How a table meets a screen narrower than itself.
package enum TableLayout: Sendable {
    /// Each row becomes a card, each cell printing its column's title.
    case stacked
    /// As `stacked`, with less air: a board of many rows.
    case board
    /// Stays a table; put it in a `scrollablePane`.
    case fixed

    var classes: String? {
        switch self {
        case .stacked: "tc-stacked"
        case .board: "tc-stacked tc-board"
        case .fixed: nil
        }
    }
}

/// Rows and columns of facts. The first cell of a row names the row and is its heading.
///
/// The caption is hidden from the eye where the page's heading says the same.
/// A row with more or fewer cells than there are columns is a mistake in the page and stops the program.
package func table(
    caption: String, captionSize: Size = .medium, isCaptionHidden: Bool = false, columns: [TableColumn],
    rows: [TableRow],
    layout: TableLayout = .stacked, isFirstCellHeading: Bool = true
) -> HTML {
    let captionClasses = ClassList("govuk-table__caption").adding("govuk-table__caption--\(captionSize.rawValue)")
        .adding("govuk-visually-hidden", if: isCaptionHidden)
    let body = rows.map { tableRow($0, columns: columns, isFirstCellHeading: isFirstCellHeading) }
    return """
        <table\(ClassList("govuk-table").adding(layout.classes))>
        <caption\(captionClasses)>\(caption)</caption>
        <thead class="govuk-table__head">
        <tr class="govuk-table__row">\(columns.map(\.heading))</tr>
        </thead>
        <tbody class="govuk-table__body">
        \(body)</tbody>
        </table>
        """
}

private func tableRow(_ row: TableRow, columns: [TableColumn], isFirstCellHeading: Bool) -> HTML {
    precondition(row.cells.count == columns.count, "\(row.cells.count) cells for \(columns.count) columns")
    var cells: HTML = ""
    for (position, cell) in row.cells.enumerated() {
        let column = columns[position]
        if position == 0, isFirstCellHeading {
            cells += "<th scope=\"row\" class=\"govuk-table__header\" data-label=\"\(column.title)\">\(cell)</th>"
        } else if column.isNumeric {
            cells += """
                <td class="govuk-table__cell govuk-table__cell--numeric" data-label="\(column.title)">\(cell)</td>
                """
        } else {
            cells += "<td class=\"govuk-table__cell\" data-label=\"\(column.title)\">\(cell)</td>"
        }
    }
    let classes = ClassList("govuk-table__row").adding(row.state.map { "tc-row--\($0.rawValue)" })
    return "<tr\(classes)>\(cells)</tr>\n"
}
