import Casework
import Domain
import Hummingbird
import Markup

/// Where a list is chosen or pasted.
struct ListPage {
    let context: SignedInContext
    let board: Board
    let load: Board.Load
    var pasted = ""
    var refusal: ListRefusal?

    func response() -> Response {
        let problems = refusal.map { [Markup.FieldProblem(boxID: "file", message: $0.words)] } ?? []
        return SignedInPage("Load: \(load.title)", at: .board, hasProblems: refusal != nil, context).response(
            status: refusal == nil ? .ok : .unprocessableContent,
            before: Href(board: board.id).map { backLink("Back to \(board.title)", href: $0) },
            """
            \(errorSummary(problems))
            <h1 class="govuk-heading-l">Load: \(load.title)</h1>
            <p class="govuk-body">A comma-separated file (CSV) with a heading line. It is read by these headings, in any \
            order: \(load.columns.map(\.heading).joined(separator: ", ")). What else is in it is not read. Nothing is \
            recorded until you have looked at what it would do.</p>
            \(MultipartMarkup.form(action: address, tokens: context.formTokens(), content: boxes))
            """)
    }

    private var address: Href {
        let parts = board.id.split(separator: "/").map(String.init)
        return "/boards/\(parts.first ?? "")/\(parts.last ?? "")/load"
    }

    private var boxes: HTML {
        """
        <div class="govuk-form-group">
        \(label("The file, at most 2 MB", for: "file", size: .small))
        <input class="govuk-file-upload" id="file" name="file" type="file" accept=".csv,text/csv">
        </div>
        \(textarea(Markup.Field("list", label: "Or paste it here", labelSize: .small), value: pasted, rows: 8))
        \(button("Look at it"))
        """
    }
}

/// A form that carries a file, or more text than others.
enum MultipartMarkup {
    static func form(action: Href, tokens: FormTokens, content: HTML) -> HTML {
        """
        <form action="\(action)" method="post" enctype="multipart/form-data" novalidate>
        <input type="hidden" name="csrf" value="\(tokens.csrf)"><input type="hidden" name="once" value="\(tokens.once)">
        \(content)
        </form>
        """
    }
}

extension ListRefusal {
    /// What is wrong and what to do.
    var words: String {
        switch self {
        case .empty: "The file holds no line below its headings. Choose the file, or paste its text."
        case .tooLong(let lines, let most):
            "The file has \(lines) lines. At most \(most) can be loaded at once: divide it."
        case .tooWide(let columns, let most):
            "The file has \(columns) columns. At most \(most) can be read: take out those that are not needed."
        case .unreadable(let line, let why):
            "The file cannot be read at line \(line): \(why). Put it right and load it again."
        case .headingMissing(let heading, let found):
            "The file has no column “\(heading)”, which tells one stay from another. It has: "
                + "\(found.isEmpty ? "none" : found.joined(separator: ", "))."
        case .notForYourRole(let type, let role): "“\(type)” is not recorded by the role \(role)."
        }
    }
}
