import Casework
import Domain
import Hummingbird
import Markup

/// What each line of a list would do, to be agreed with one press.
struct ListPreviewPage {
    let context: SignedInContext
    let board: Board
    let load: Board.Load
    let preview: ListPreview
    let text: String

    func response() -> Response {
        SignedInPage("Load: \(load.title)", at: .board, isWide: true, context).response(
            before: Href(board: board.id).map { backLink("Back to \(board.title)", href: $0) },
            """
            <h1 class="govuk-heading-l">\(summary)</h1>
            \(absent)\(MultipartMarkup.form(action: address, tokens: context.formTokens(), content: content))
            """)
    }

    private var address: Href {
        let parts = board.id.split(separator: "/").map(String.init)
        return "/boards/\(parts.first ?? "")/\(parts.last ?? "")/load/confirm"
    }

    private var toRecord: Int {
        preview.count { state in
            switch state {
            case .new, .same: true
            case .already, .problem: false
            }
        }
    }

    private var summary: String {
        let already = preview.count { $0 == .already }
        let wrong = preview.count { if case .problem = $0 { true } else { false } }
        let parts = ["\(toRecord) to record"] + (already > 0 ? ["\(already) already there"] : [])
        return (parts + (wrong > 0 ? ["\(wrong) with something wrong"] : [])).joined(separator: ", ")
    }

    private var absent: HTML? {
        preview.absent.isEmpty
            ? nil
            : insetText(
                "The file has no column \(preview.absent.map { "“\($0)”" }.joined(separator: ", ")). What it would say is left open."
            )
    }

    private var content: HTML {
        """
        \(table(
            caption: load.title, captionSize: .small,
            columns: ["Line", "Name", "Arrived", "What happens"].map { TableColumn($0) },
            rows: preview.lines.map(row), layout: .board))
        <textarea name="list" hidden aria-hidden="true">
        \(text)</textarea>
        \(toRecord == 0 ? nil : button("Record \(toRecord)"))
        """
    }

    private func row(_ line: ListPreview.Line) -> TableRow {
        let born = line.born.isEmpty ? "" : ", born \(line.born)"
        let arrived: String =
            switch line.occurred {
            case .instant(let instant)?: London.text(instant)
            case .day(let day)?: day.text
            case nil: "Now"
            }
        return TableRow(["\(line.number)", "\(line.name)\(born)", "\(arrived)", what(line)])
    }

    private func what(_ line: ListPreview.Line) -> HTML {
        switch line.state {
        case .already: return tag("Already there", .grey)
        case .problem(let problems):
            let items: [HTML] = problems.map { problem in
                "<li>\(problem.column.map { "\($0): " } ?? "")\(problem.message)</li>"
            }
            return "\(tag("Not read", .red)) <ul class=\"govuk-list govuk-!-font-size-16\">\(items)</ul>"
        case .new where line.matches.isEmpty: return tag("New", .blue)
        case .new: return choices(line, chosen: "new")
        case .same(let person): return choices(line, chosen: person)
        }
    }

    /// Somebody may be known already: which it is can be changed, and is chosen by what is likelier.
    private func choices(_ line: ListPreview.Line, chosen: String) -> HTML {
        let people = line.matches.map { match in
            Choice(
                match.person.subject,
                text:
                    "The same as \(match.person.listed)\(match.person.born.isEmpty ? "" : ", born \(match.person.born)")",
                hint: match.why, isChosen: match.person.subject == chosen)
        }
        return radios(
            Markup.Field("line-\(line.number)", label: "Who is \(line.name)?"), layout: .small,
            choices: people + [
                Choice("new", text: "Somebody new", isChosen: chosen == "new"),
                Choice("leave-out", text: "Leave this line out"),
            ])
    }
}

/// What came of a list, where some of its lines could not be recorded.
struct ListResultPage {
    let context: SignedInContext
    let board: Board
    let result: ListResult

    func response() -> Response {
        let back = Href(board: board.id) ?? "/boards"
        let items: [HTML] = result.failed.map { failed in
            let problems = failed.problems.map { ($0.column.map { "\($0): " } ?? "") + $0.message }
            return
                "<li>Line \(failed.line)\(failed.name.isEmpty ? "" : ", \(failed.name)"): \(problems.joined(separator: " "))</li>"
        }
        return SignedInPage("Loaded", at: .board, context).response(
            before: backLink("Back to \(board.title)", href: back),
            """
            <h1 class="govuk-heading-l">\(ListCounts(result).sentence)</h1>
            <h2 class="govuk-heading-m">Not recorded</h2>
            <ul class="govuk-list govuk-list--bullet">\(items)</ul>
            <p class="govuk-body">Put these lines right in the file and load it again: what is recorded already is not \
            recorded twice. Or add these people by hand.</p>
            """)
    }
}
