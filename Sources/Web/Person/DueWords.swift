import Casework
import Domain
import Markup
import Store

/// The state of a deadline in words, with its sign.
struct DueWords {
    let mark: HTML
    let row: TableRow.State?

    init(_ deadline: DeadlineRow, at now: Instant) {
        let star = deadline.isProvisional ? " *" : ""
        let when = deadline.dueWords + star
        if deadline.isOverdue(at: now) {
            let whose = deadline.isPersonsDuty ? "by the person" : "by us"
            mark = due(.overdue, "Overdue \(whose): was due \(when)")
            row = .overdue
        } else if deadline.isOutstanding {
            let isSoon = deadline.isDueSoon(at: now)
            let paused = deadline.state == "paused"
            mark = due(isSoon ? .dueSoon : .later, paused ? "Paused: \(when) so far" : "Due \(when)")
            row = isSoon ? .dueSoon : nil
        } else {
            mark = due(deadline.state == "met" ? .met : .later, "\(Self.settled(deadline)): was due \(when)")
            row = .settled
        }
    }

    private static func settled(_ deadline: DeadlineRow) -> String {
        switch deadline.state {
        case "met": "Met"
        case "void": "No longer due"
        default: "Done late, or no longer due"
        }
    }
}
