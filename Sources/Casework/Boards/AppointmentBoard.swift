import Domain
import Store

/// A board of the day's appointments.
struct AppointmentBoard {
    let board: Board
    let viewer: Viewer
    let rules: RulesInForce.Snapshot
    let now: Instant

    func view(rule: AccessRule, limit: Int, day: Day, on connection: Connection) throws -> BoardView {
        let found = try rows(on: day, rule: rule, limit: limit + 1, on: connection)
        let seen = try SeenSubjects(found.map(\.subject), rule: rule, on: connection)
        var reading = RowReading(rules: rules, now: now)
        try reading.gather(
            for: [board.where] + board.acts.map(\.when), subjects: found.map(\.subject), seen: seen, rule: rule,
            on: connection)
        let onBoard = found.filter { reading.holds(board.where, subject: $0.subject) }
        let names = try PersonHeads.heads(of: onBoard.map(\.subject), seen: seen, on: connection).bySubject
        let ordered = BoardOrder(board.order).sorted(
            onBoard.map { BoardOrder.Entry(person: names[$0.subject] ?? .unnamed($0.subject), appointment: $0) })
        return BoardView(
            board: board, rows: ordered.prefix(limit).map { row($0, reading) }, day: day, asOf: now,
            hasMore: found.count > limit)
    }

    /// The row of one appointment, if it is on the board; `nil` else.
    func row(_ event: String, of subject: String, rule: AccessRule, on connection: Connection) throws -> BoardView.Row?
    {
        let facts = rule.given(try SubjectFactsReading.facts(of: subject, on: connection))
        let first = Instant(milliseconds: 0)
        let found = try AppointmentReading.appointments(of: subject, from: first, rule: facts, on: connection).first {
            $0.event == event && isWanted($0)
        }
        let seen = try SeenSubjects([subject], rule: rule, on: connection)
        var reading = RowReading(rules: rules, now: now)
        try reading.gather(
            for: [board.where] + board.acts.map(\.when), subjects: [subject], seen: seen, rule: rule, on: connection)
        guard let found, reading.holds(board.where, subject: subject) else { return nil }
        let names = try PersonHeads.heads(of: [subject], seen: seen, on: connection).bySubject
        return row(BoardOrder.Entry(person: names[subject] ?? .unnamed(subject), appointment: found), reading)
    }

    private func rows(
        on day: Day, rule: AccessRule, limit: Int, on connection: Connection
    ) throws -> [AppointmentRow] {
        try AppointmentReading.appointments(
            agency: board.whose == .everyone ? nil : viewer.agency, worker: board.whose == .mine ? viewer.worker : nil,
            from: London.startOfDay(day), until: London.endOfDay(day), rule: rule, limit: limit, on: connection)
    }

    private func isWanted(_ row: AppointmentRow) -> Bool {
        switch board.whose {
        case .everyone: true
        case .mine: row.worker == viewer.worker && row.agency == viewer.agency
        case .agency, .team: row.agency == viewer.agency
        }
    }

    private func row(_ entry: BoardOrder.Entry, _ reading: RowReading) -> BoardView.Row {
        guard let appointment = entry.appointment else { preconditionFailure("a row of this board is an appointment") }
        let isOpen = appointment.state == "booked"
        let offered =
            isOpen ? acts(on: appointment).filter { reading.holds($0.when, subject: appointment.subject) } : []
        return BoardView.Row(
            key: appointment.event, person: PersonLine(entry.person), appointment: appointment.event,
            cells: board.columns.map { cell($0.show, appointment, entry.person) }, acts: offered,
            isOverdue: false, isDueSoon: isOpen && appointment.startsAt < now)
    }

    private func acts(on row: AppointmentRow) -> [Board.Act] {
        let attendance = AttendanceActs(rules: rules, viewer: viewer, now: now)
        let own = attendance.own(row).map { [$0] } ?? []
        return own + board.acts(for: viewer, rules: rules).filter { attendance.offers($0.record, on: row) }
    }

    private func cell(_ show: Board.Show, _ row: AppointmentRow, _ person: FoundPerson) -> BoardView.Cell {
        switch show {
        case .name: BoardView.Cell(person.listed, why: person.born)
        case .appointmentTime: BoardView.Cell(London.time(of: row.startsAt).text)
        case .appointmentVenue: BoardView.Cell(rules.directory.venueTitle(row.venue))
        case .appointmentPurpose: BoardView.Cell(purpose(row))
        case .appointmentState:
            BoardView.Cell(state(row), kind: row.state == "booked" && row.startsAt < now ? .dueSoon : .plain)
        case .lead: BoardView.Cell(row.worker.map(rules.directory.workerName) ?? "")
        case .stage, .since, .noLeadSince, .value, .due, .flags: BoardView.Cell("")
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
