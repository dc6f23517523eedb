import Domain
import Store

/// A board of the day's appointments.
struct AppointmentBoard {
    let board: Board
    let viewer: Viewer
    let rules: RulesInForce.Snapshot
    let now: Instant

    func view(rule: AccessRule, limit: Int, day: Day, on connection: Connection) throws -> BoardView {
        let agency: String? = board.whose == .everyone ? nil : viewer.agency
        let worker: String? = board.whose == .mine ? viewer.worker : nil
        let appointments = try AppointmentReading.appointments(
            agency: agency, worker: worker, from: London.startOfDay(day), until: London.endOfDay(day), rule: rule,
            limit: limit + 1, on: connection)
        let heads = try PersonHeads.heads(of: appointments.map(\.subject), rule: rule, on: connection)
        let names = Dictionary(heads.map { ($0.subject, $0) }) { first, _ in first }
        let rows = appointments.prefix(limit).map { appointment -> BoardView.Row in
            let person = names[appointment.subject] ?? .unnamed(appointment.subject)
            let isPast = appointment.state == "booked" && appointment.startsAt < now
            return BoardView.Row(
                person: person, enrolment: nil, appointment: appointment,
                cells: board.columns.map { cell($0.show, appointment, person) },
                acts: appointment.state == "booked" ? board.acts : [], isOverdue: false, isDueSoon: isPast)
        }
        return BoardView(
            board: board, rows: BoardOrder(board.order, now: now).sorted(Array(rows)), day: day, asOf: now,
            hasMore: appointments.count > limit)
    }

    private func cell(_ show: Board.Show, _ row: AppointmentRow, _ person: FoundPerson) -> BoardView.Cell {
        switch show {
        case .name: BoardView.Cell(person.listed, why: person.born)
        case .appointmentTime: BoardView.Cell(London.time(of: row.startsAt).text)
        case .appointmentVenue: BoardView.Cell(rules.directory.venueTitle(row.venue))
        case .appointmentPurpose: BoardView.Cell(purpose(row))
        case .appointmentState: BoardView.Cell(state(row))
        case .lead: BoardView.Cell(row.worker.map(rules.directory.workerName) ?? "")
        case .stage, .since, .value, .due, .flags: BoardView.Cell("")
        }
    }

    private func purpose(_ row: AppointmentRow) -> String {
        let field = rules.definitions.recordType(row.guardedBy.type)?.field("purpose")
        return rules.text(of: .choice(row.purpose), field: field, on: London.day(of: row.startsAt))
    }

    private func state(_ row: AppointmentRow) -> String {
        switch row.state {
        case "booked": row.startsAt < now ? "Not recorded yet" : "Booked"
        case "attended": "Attended"
        case "missed": "Did not attend or left"
        case "replaced": "Moved to another time"
        default: "Cancelled"
        }
    }
}
