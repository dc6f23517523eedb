import Casework
import Domain
import Hummingbird
import Markup

/// One press in a row.
struct BoardAct {
    let context: SignedInContext

    func response() async throws -> Response {
        let form = context.form
        let board = form.line("board")
        do {
            let receipt = try await ActOnBoard(context.world)(
                form.line("act"), on: board, row: form.line("row"), of: form.line("subject"), key: form.key,
                by: context.viewer)
            guard var back = Href(board: board) else { throw Missing() }
            if let day = Day(form.line("day")) { back = back.adding(query: "day", day.iso) }
            return .seeOther(
                back.adding(query: "done", receipt.event).adding(query: "act", form.line("act")))
        } catch let refusal as RecordRefusal {
            return try await BoardLooking(context: context, id: board, refusal: refusal).response()
        }
    }
}
