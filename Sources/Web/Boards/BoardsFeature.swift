import Casework
import Domain
import Hummingbird
import Markup

/// Boards: where a role's day starts, and the acts done in their rows.
package struct BoardsFeature: Feature {
    package init() {}

    package var place: Place? { .board }

    package func add(to routes: Routes) {
        for path in ["/board", "/boards"] {
            routes.get(path, for: .caseworkers) { _, context in FirstBoard(context: context).response() }
        }
        routes.post("/boards/act", for: .caseworkers) { _, context in try await BoardAct(context: context).response() }
        let board = "/boards/:scheme/:board"
        routes.get(board, for: .caseworkers) { _, context in
            try await BoardLooking(context: context, id: BoardsFeature.id(context)).response()
        }
        routes.get(board + "/load", for: .caseworkers) { _, context in
            try ListLoading(context, board: BoardsFeature.id(context)).open()
        }
        routes.post(board + "/load", for: .caseworkers, body: .upload) { _, context in
            try await ListLoading(context, board: BoardsFeature.id(context)).preview()
        }
        routes.post(board + "/load/confirm", for: .caseworkers, body: .upload) { _, context in
            try await ListLoading(context, board: BoardsFeature.id(context)).confirm()
        }
    }

    private static func id(_ context: SignedInContext) throws -> String {
        "\(try context.part("scheme"))/\(try context.part("board"))"
    }
}

/// Sends a worker to the board their role's day opens on; whose role has none, to the first place that it has.
struct FirstBoard {
    let context: SignedInContext

    func response() -> Response {
        let boards = OpenBoard(context.world).boards(for: context.viewer)
        if let first = boards.first.flatMap({ Href(board: $0.id) }) { return .seeOther(first) }
        return .seeOther(context.places.first { $0 != .board }?.href ?? "/help")
    }
}
