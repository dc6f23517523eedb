import Casework
import Domain
import Markup

/// Which act of which row of a board led to a form, so that the form starts from it and leads back to it.
struct BoardLink: Hashable {
    let board: String
    let act: String
    let row: String

    init(board: String, act: String, row: String) {
        self.board = board
        self.act = act
        self.row = row
    }

    /// `nil` where the form was not opened from a board.
    init?(_ fields: FormFields) {
        let board = fields.line("board")
        guard !board.isEmpty else { return nil }
        self.init(board: board, act: fields.line("act"), row: fields.line("row"))
    }

    /// The same in an address.
    func adding(to address: Href) -> Href {
        address.adding(query: "board", board).adding(query: "act", act).adding(query: "row", row)
    }

    /// The same as hidden boxes of a form.
    var boxes: HTML {
        """
        <input type="hidden" name="board" value="\(board)"><input type="hidden" name="act" value="\(act)">\
        <input type="hidden" name="row" value="\(row)">
        """
    }

    /// What the row offered.
    var offered: OfferedAct { OfferedAct(act, on: board, row: row) }

    /// The board's own address; `nil` for an id that is none.
    var address: Href? { Href(board: board) }
}

extension Href {
    /// Where a board is; `nil` for what is no board's id.
    init?(board id: String) {
        let parts = id.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else { return nil }
        self = "/boards/\(parts[0])/\(parts[1])"
    }

    /// Where a record of a type is made for a person.
    init(recording type: String, for person: String) {
        let parts = type.split(separator: "/", maxSplits: 1).map(String.init)
        self = "/people/\(person)/record/\(parts.first ?? "")/\(parts.last ?? "")"
    }
}
