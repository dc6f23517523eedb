import Casework
import Domain
import Hummingbird
import Markup

/// A role's working list.
struct BoardPage {
    let context: SignedInContext
    let view: BoardView
    /// Every board of the role, this one among them.
    var boards: [Board] = []
    var mayLoad = false
    var refusal: RecordRefusal?
    /// What was just done in a row.
    var done: ReceiptView?
    /// What was just loaded.
    var loaded: ListCounts?

    private var board: Board { view.board }
    private var address: Href { Href(board: board.id) ?? "/boards" }
    private var isOfAppointments: Bool { board.rows == .appointments }

    func response() -> Response {
        let page = SignedInPage(board.title, at: .board, hasProblems: refusal != nil, isWide: true, context)
        return page.response(
            status: refusal.map { RefusalWords($0).status } ?? .ok, before: otherBoards,
            """
            \(problem)\(confirmation)<div class="tc-title"><h1 class="govuk-heading-l">\(board.title)</h1>
            <p class="govuk-body">\(count), as at \(asOf).\(loadLink)</p></div>
            \(days)\(table)\(more)
            """)
    }

    private var asOf: String {
        isOfAppointments && view.day != London.day(of: view.asOf)
            ? London.text(view.asOf) : London.time(of: view.asOf).text
    }

    private var count: String {
        let number = view.rows.count
        if isOfAppointments { return number == 1 ? "1 appointment" : "\(number) appointments" }
        return number == 1 ? "1 person" : "\(number) people"
    }

    private var otherBoards: HTML? {
        guard boards.count > 1 else { return nil }
        let items = boards.compactMap { other in
            Href(board: other.id).map { NavigationItem(other.title, href: $0, isCurrent: other.id == board.id) }
        }
        let all = subNavigation(label: "Boards", items)
        guard boards.count > Self.boardsInSight else { return all }
        let others: [HTML] = items.filter { !$0.isCurrent }.map { "<li>\(link($0.text, href: $0.href))</li>\n" }
        return """
            <div class="tc-boards--wide">\(all)</div>
            <div class="tc-boards--narrow">\(details("More boards", content: "<ul class=\"govuk-list\">\(others)</ul>"))</div>
            """
    }

    /// More than these would fill a phone before the first person.
    private static let boardsInSight = 3

    private var problem: HTML? {
        refusal.map { refusal in
            let words = RefusalWords(refusal)
            let what =
                refusal == .keyUsedForSomethingElse
                ? "Nothing was recorded by this press: another button of the same row was pressed before. Look at the row and press again."
                : "\(words.title). \(words.what)"
            return "\(errorSummary([Markup.FieldProblem(boxID: nil, message: what)]))\n"
        }
    }

    private var confirmation: HTML? {
        if let done {
            var words = ReceiptWords(view: done, context: context)
            words.act = pressed(done)
            words.hasLeft = !view.hasMore && !view.rows.contains { $0.person.subject == done.receipt.subject }
            let undo: HTML? =
                done.event.mayCorrect && !done.isClosed
                ? link("Undo", href: ReceiptWords.undo(done.receipt.subject, done.receipt.event), about: words.heading)
                : nil
            return """
                \(notificationBanner(
                    .success, heading: words.heading, content: """
                        \(done.receipt.finding.map { "<p class=\"govuk-body\"><strong>\($0.title)</strong>. \($0.because)</p>" as HTML })
                        \(words.changes)
                        \(NoticeLink(done.event, definitions: context.world.definitions).html)<p class="govuk-body">\(undo)</p>
                        """))

                """
        }
        return loaded.map { "\(notificationBanner(.success, heading: $0.sentence))\n" }
    }

    /// The title of the button that was pressed, where it says more than the record's own.
    private func pressed(_ done: ReceiptView) -> String? {
        let type = done.event.event.view.type
        let act = board.acts.first { $0.id == context.query.line("act") && $0.record == type && !$0.opensPage }
        return act?.title
    }

    private var loadLink: HTML? {
        guard mayLoad, let title = board.load?.title else { return nil }
        let parts = board.id.split(separator: "/").map(String.init)
        return " \(link("Load: \(title)", href: "/boards/\(parts.first ?? "")/\(parts.last ?? "")/load"))"
    }

    /// A board of appointments is of one day.
    private var days: HTML? {
        guard isOfAppointments else { return nil }
        let (before, after) = (view.day.adding(days: -1), view.day.adding(days: 1))
        return """
            <p class="govuk-body"><strong>\(view.day.longText)</strong> \
            \(link("Day before", href: address.adding(query: "day", before.iso), about: before.longText)) \
            \(link("Day after", href: address.adding(query: "day", after.iso), about: after.longText))</p>

            """
    }

    private var table: HTML {
        guard !view.rows.isEmpty else { return "<p class=\"govuk-body\">\(board.empty)</p>" }
        let rows = BoardRows(view: view, definitions: context.world.definitions, tokens: context.formTokens)
        return Markup.table(
            caption: board.title, isCaptionHidden: true, columns: rows.columns, rows: rows.rows, layout: .board)
    }

    private var more: HTML? {
        view.hasMore
            ? insetText("There are more people than one page shows. Those who press most are shown.") : nil
    }
}
