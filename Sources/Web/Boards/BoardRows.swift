import Casework
import Domain
import Markup

/// The rows of a board: its scheme's columns, and the acts that each row offers.
struct BoardRows {
    let view: BoardView
    let definitions: Definitions
    /// Each row's form has its own.
    let tokens: () -> FormTokens

    private var hasActs: Bool { !view.board.acts.isEmpty }

    var columns: [TableColumn] {
        view.board.columns.map { TableColumn($0.title) } + (hasActs ? [TableColumn("Acts", isTitleHidden: true)] : [])
    }

    var rows: [TableRow] {
        view.rows.map { row in
            let cells = zip(view.board.columns, row.cells).map { column, cell in
                column.show == .name ? name(row, cell) : markup(cell)
            }
            return TableRow(
                cells + (hasActs ? [acts(row)] : []),
                state: row.isOverdue ? .overdue : row.isDueSoon ? .dueSoon : nil)
        }
    }

    private func name(_ row: BoardView.Row, _ cell: BoardView.Cell) -> HTML {
        let born: HTML? = cell.why.isEmpty ? nil : "<br>\(small(cell.why))"
        return "\(link(cell.text, href: "/people/\(row.person.subject)"))\(born)"
    }

    /// A deadline has a sign and a word for how near it is, and beneath it why it is due.
    private func markup(_ cell: BoardView.Cell) -> HTML {
        cell.why.isEmpty ? marked(cell) : "<div class=\"tc-reasoned\">\(marked(cell))</div>"
    }

    private func marked(_ cell: BoardView.Cell) -> HTML {
        let why: HTML? = cell.why.isEmpty ? nil : "<br>\(small(cell.why))"
        switch cell.kind {
        case .plain: return "\(cell.text)\(why)"
        case .due: return "\(due(.later, cell.text))\(why)"
        case .overdue: return "\(due(.overdue, "Overdue: \(cell.text)"))\(why)"
        case .dueSoon: return "\(due(.dueSoon, cell.why.isEmpty ? cell.text : "Due soon: \(cell.text)"))\(why)"
        case .done: return due(.met, cell.text)
        case .flag: return "<ul class=\"tc-flags\">\(cell.flags.map { "<li>\(badge($0, .red))</li>" as HTML })</ul>"
        case .noLead: return tag(cell.text, .red)
        }
    }

    private func small(_ text: String) -> HTML { "<span class=\"tc-why\">\(text)</span>" }

    /// One form for the row's presses; its buttons and links in the order of the scheme.
    private func acts(_ row: BoardView.Row) -> HTML {
        guard !row.acts.isEmpty else { return "" }
        let presses = row.acts.contains { !$0.opensPage }
        let pieces: [HTML] = row.acts.map { act in act.opensPage ? pageLink(act, row) : press(act, row) }
        guard presses else { return "<div class=\"tc-acts\">\(pieces)</div>" }
        let keys = tokens()
        return """
            <form action="/boards/act" method="post" class="tc-acts"><input type="hidden" name="csrf" value="\(keys.csrf)">\
            <input type="hidden" name="once" value="\(keys.once)"><input type="hidden" name="board" \
            value="\(view.board.id)"><input type="hidden" name="subject" value="\(row.person.subject)">\
            <input type="hidden" name="row" value="\(row.key)">\(day)\
            \(pieces)</form>
            """
    }

    /// A board of appointments is of one day, and is come back to on that day.
    private var day: HTML? {
        view.board.rows == .appointments
            ? "<input type=\"hidden\" name=\"day\" value=\"\(view.day.iso)\">" : nil
    }

    private func press(_ act: Board.Act, _ row: BoardView.Row) -> HTML {
        """
        <button type="submit" name="act" value="\(act.id)" class="govuk-button govuk-button--secondary tc-act">\
        \(act.title)<span class="govuk-visually-hidden"> \(row.person.listed)</span></button>
        """
    }

    private func pageLink(_ act: Board.Act, _ row: BoardView.Row) -> HTML {
        let address = ActAddress(board: view.board, row: row, definitions: definitions).href(of: act)
        return """
            <a href="\(address)" class="govuk-button govuk-button--secondary tc-act">\
            \(act.title)<span class="govuk-visually-hidden"> \(row.person.listed)</span></a>
            """
    }
}
