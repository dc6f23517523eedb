import Casework
import Domain
import Markup

/// The state of a deadline in words, with its sign.
struct DueWords {
    let mark: HTML
    let row: TableRow.State?

    init(_ line: DueLine) {
        let when = line.when + (line.isProvisional ? " *" : "")
        switch line.state {
        case .overdue:
            let whose = line.isPersonsDuty ? "by the person" : "by us"
            mark = due(.overdue, "Overdue \(whose): was due \(when)")
            row = .overdue
        case .dueSoon:
            mark = due(.dueSoon, "Due \(when)")
            row = .dueSoon
        case .due:
            mark = due(.later, "Due \(when)")
            row = nil
        case .paused:
            mark = due(.later, "Paused: \(when) so far")
            row = nil
        case .met:
            mark = due(.met, "Met: was due \(when)")
            row = .settled
        case .void:
            mark = due(.later, "No longer due: was due \(when)")
            row = .settled
        case .missed:
            mark = due(.later, "Missed, then done late or overtaken: was due \(when)")
            row = .settled
        }
    }
}
