import Casework
import Domain
import Hummingbird

/// Looks at a board, with what was just done above it.
struct BoardLooking {
    let context: SignedInContext
    let id: String
    /// Why an act was not done, where it was not.
    var refusal: RecordRefusal?

    func response() async throws -> Response {
        let view = try await OpenBoard(context.world)(id, day: Day(context.query.line("day")), by: context.viewer)
        var page = BoardPage(context: context, view: view)
        page.boards = OpenBoard(context.world).boards(for: context.viewer)
        page.mayLoad = LoadList(context.world).board(id, by: context.viewer) != nil
        page.refusal = refusal
        page.done = try await done()
        page.loaded = ListCounts(context.query)
        return page.response()
    }

    /// What the act that led here came to. A reference that leads to nothing of this viewer's is passed over.
    private func done() async throws -> ReceiptView? {
        let event = context.query.line("done")
        guard !event.isEmpty else { return nil }
        do {
            return try await OpenReceipt(context.world)(event, by: context.viewer)
        } catch is Missing {
            return nil
        }
    }
}
