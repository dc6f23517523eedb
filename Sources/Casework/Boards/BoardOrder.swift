import Domain
import Store

/// The order of a board's rows: overdue people are never below others by accident of name.
struct BoardOrder {
    let order: [Board.Order]
    let now: Instant

    init(_ order: [Board.Order], now: Instant) {
        self.order = order
        self.now = now
    }

    func sorted(_ rows: [BoardView.Row]) -> [BoardView.Row] {
        rows.sorted { left, right in
            for key in order {
                let (one, other) = (sortKey(key, left), sortKey(key, right))
                if one != other { return one < other }
            }
            return (left.person.listed, left.person.subject) < (right.person.listed, right.person.subject)
        }
    }

    private func sortKey(_ key: Board.Order, _ row: BoardView.Row) -> String {
        switch key {
        case .due:
            let due = row.enrolment?.deadlines.filter(\.isOutstanding).map(\.dueAt).min()
            return due.map(Self.text) ?? "~"
        case .since: return row.enrolment.map { Self.text($0.openedAt) } ?? "~"
        case .name: return row.person.listed
        case .flagged: return (row.enrolment?.flags.isEmpty ?? true) ? "1" : "0"
        case .value(let id): return row.enrolment?.values[id]?.codes.first ?? "~"
        case .appointmentTime: return row.appointment.map { Self.text($0.startsAt) } ?? "~"
        }
    }

    /// Fixed width, so that text order is time order.
    private static func text(_ instant: Instant) -> String {
        let digits = String(instant.milliseconds + 1_000_000_000_000_000)
        return String(repeating: "0", count: max(0, 17 - digits.count)) + digits
    }
}
