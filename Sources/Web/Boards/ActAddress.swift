import Casework
import Domain
import Markup

/// Where an act of a row leads that opens a page.
struct ActAddress {
    let board: Board
    let row: BoardView.Row
    let definitions: Definitions

    func href(of act: Board.Act) -> Href {
        let person = row.person.subject
        // A time is chosen from the diary, not typed.
        if definitions.recordType(act.record)?.actsAs == .appointment {
            return Href(booking: act.answers["purpose"], for: person)
        }
        let link = BoardLink(board: board.id, act: act.id, row: row.key)
        guard !board.acts.contains(where: { $0.id == act.id }) else {
            return link.adding(to: Href(recording: act.record, for: person))
        }
        let form = RecordLink(act.record, of: person, answers: act.answers)
        return link.adding(to: row.appointment.map { form.about(appointment: $0).href } ?? form.href)
    }
}

extension Href {
    /// Where a time is booked for a person, for a purpose where one is known.
    init(booking purpose: String?, for person: String) {
        let page: Href = "/people/\(person)/book"
        self = purpose.map { page.adding(query: "purpose", $0) } ?? page
    }
}
