import Casework
import Domain
import Hummingbird
import Markup

/// Loading another system's list into a board: choose it, look at what it would do, agree.
struct ListLoading {
    let context: SignedInContext
    let board: Board
    let load: Board.Load

    init(_ context: SignedInContext, board id: String) throws {
        guard let board = LoadList(context.world).board(id, by: context.viewer), let load = board.load else {
            throw Missing()
        }
        self.context = context
        self.board = board
        self.load = load
    }

    func open() -> Response { ListPage(context: context, board: board, load: load).response() }

    func preview() async throws -> Response {
        var page = ListPage(context: context, board: board, load: load)
        page.pasted = context.form.text("list")
        let text = page.pasted.isEmpty ? context.form.file.map { Self.text($0.bytes) } ?? "" : page.pasted
        do {
            let preview = try await LoadList(context.world).preview(text, on: board.id, by: context.viewer)
            return ListPreviewPage(context: context, board: board, load: load, preview: preview, text: text).response()
        } catch let refusal as ListRefusal {
            page.refusal = refusal
            return page.response()
        }
    }

    func confirm() async throws -> Response {
        let text = context.form.secret("list")
        do {
            let result = try await LoadList(context.world)(
                text, on: board.id, choices: choices, by: context.viewer)
            let counts = ListCounts(result)
            guard result.failed.isEmpty, let back = Href(board: board.id) else {
                return ListResultPage(context: context, board: board, result: result).response()
            }
            return .seeOther(counts.adding(to: back))
        } catch let refusal as ListRefusal {
            var page = ListPage(context: context, board: board, load: load)
            page.pasted = text
            page.refusal = refusal
            return page.response()
        }
    }

    /// By line: what the worker chose.
    private var choices: [Int: LineChoice] {
        var choices: [Int: LineChoice] = [:]
        for (name, value) in context.form.fields where name.hasPrefix("line-") {
            guard let line = Int(name.dropFirst("line-".count)) else { continue }
            switch value {
            case "new": choices[line] = .new
            case "leave-out": choices[line] = .leaveOut
            default: choices[line] = .person(value)
            }
        }
        return choices
    }

    /// A file's text: UTF-8, or the eight-bit characters of an older system.
    private static func text(_ bytes: [UInt8]) -> String {
        if String(validating: bytes, as: UTF8.self) != nil { return TypedText(utf8: bytes).text }
        return TypedText(String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))).text
    }
}

/// How many lines of a list did what, for the line above the board.
struct ListCounts: Hashable {
    let added: Int
    let alreadyThere: Int
    let leftOut: Int

    init(_ result: ListResult) {
        added = result.added.count
        alreadyThere = result.alreadyThere
        leftOut = result.leftOut
    }

    /// `nil` where nothing was just loaded.
    init?(_ query: FormFields) {
        guard let added = Int(query.line("loaded")), added >= 0 else { return nil }
        self.added = added
        alreadyThere = max(0, Int(query.line("there")) ?? 0)
        leftOut = max(0, Int(query.line("left")) ?? 0)
    }

    func adding(to address: Href) -> Href {
        address.adding(query: "loaded", String(added)).adding(query: "there", String(alreadyThere)).adding(
            query: "left", String(leftOut))
    }

    var sentence: String {
        let parts = ["\(added) added"] + (alreadyThere > 0 ? ["\(alreadyThere) already there"] : [])
        return (parts + (leftOut > 0 ? ["\(leftOut) left out"] : [])).joined(separator: ", ") + "."
    }
}
