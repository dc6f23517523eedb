import Domain
import Store

/// A board of people with an open enrolment.
struct EnrolmentBoard {
    let board: Board
    let programme: String
    let viewer: Viewer
    let rules: RulesInForce.Snapshot
    let now: Instant
    private let today: Day
    /// The acts that this role may do at all.
    private let acts: [Board.Act]
    /// By value of the programme: the field it is read from, for its words.
    private let fields: [String: Field]
    /// What its columns, its order and its conditions ask of an enrolment.
    private let parts: EnrolmentParts

    init(board: Board, programme: String, viewer: Viewer, rules: RulesInForce.Snapshot, now: Instant) {
        self.board = board
        self.programme = programme
        self.viewer = viewer
        self.rules = rules
        self.now = now
        today = London.day(of: now)
        acts = board.acts(for: viewer, rules: rules)
        let running = rules.definitions.programme(programme)
        let ids = board.columns.compactMap { column in if case .value(let id) = column.show { id } else { nil } }
        fields = Dictionary(
            ids.compactMap { id in running?.valueField(id, rules.definitions).map { (id, $0) } }
        ) { first, _ in first }
        parts = board.parts
    }

    /// Everybody who might be on the board is read before it is put in order and cut: the oldest, who are latest, must not
    /// be lost because the newest came first.
    private static let candidates = 3_000

    func view(rule: AccessRule, limit: Int, day: Day, on connection: Connection) throws -> BoardView {
        let (found, seen) = try rows(rule: rule, on: connection)
        var reading = RowReading(rules: rules, now: now)
        try reading.gather(
            for: [board.where], subjects: found.map(\.subject), seen: seen, rule: rule, on: connection)
        let onBoard = found.filter { reading.holds(board.where, of: $0) }
        let names = try PersonHeads.heads(of: onBoard.map(\.subject), seen: seen, on: connection).bySubject
        let ordered = BoardOrder(board.order).sorted(
            onBoard.map { BoardOrder.Entry(person: names[$0.subject] ?? .unnamed($0.subject), enrolment: $0) })
        let shown = ordered.prefix(limit)
        try reading.gather(
            for: board.acts.map(\.when), subjects: shown.map(\.person.subject), seen: seen, rule: rule,
            on: connection)
        try reading.gatherReferrals(
            for: acts, subjects: shown.map(\.person.subject), agency: viewer.agency, on: connection)
        return BoardView(
            board: board, rows: shown.map { row($0, reading) }, day: day, asOf: now,
            hasMore: ordered.count > limit || found.count > Self.candidates)
    }

    /// The row of one enrolment, if it is on the board; `nil` else.
    func row(_ openedBy: String, of subject: String, rule: AccessRule, on connection: Connection) throws -> BoardView
        .Row?
    {
        let facts = rule.given(try SubjectFactsReading.facts(of: subject, on: connection))
        var found = try StandingRows.enrolments(of: subject, rule: facts, on: connection).filter {
            $0.openedBy == openedBy && $0.programme == programme && $0.endedAt == nil && isWanted($0)
        }
        let seen = try SeenSubjects([subject], rule: rule, on: connection)
        try StandingRows.fill(&found, with: parts, seen: seen, on: connection)
        var reading = RowReading(rules: rules, now: now)
        try reading.gather(
            for: [board.where] + board.acts.map(\.when), subjects: [subject], seen: seen, rule: rule, on: connection)
        try reading.gatherReferrals(for: acts, subjects: [subject], agency: viewer.agency, on: connection)
        guard let enrolment = found.first, reading.holds(board.where, of: enrolment) else {
            return nil
        }
        let names = try PersonHeads.heads(of: [subject], seen: seen, on: connection).bySubject
        return row(
            BoardOrder.Entry(person: names[subject] ?? .unnamed(subject), enrolment: enrolment), reading)
    }

    private func rows(
        rule: AccessRule, on connection: Connection
    ) throws -> (rows: [EnrolmentRow], seen: SeenSubjects) {
        let whose: StandingRows.Whose =
            switch board.whose {
            case .mine: .ledBy(viewer.worker)
            case .agency, .team: .agency(viewer.agency)
            case .everyone: .everyone
            }
        var found = try StandingRows.open(
            programme: programme, whose: whose, rule: rule, limit: Self.candidates + 1, on: connection)
        found = found.filter(isWanted)
        let seen = try SeenSubjects(found.map(\.subject), rule: rule, on: connection)
        try StandingRows.fill(&found, with: parts, seen: seen, on: connection)
        return (found, seen)
    }

    /// Whether the enrolment is among those the board is about: mine, my team's, my agency's.
    private func isWanted(_ row: EnrolmentRow) -> Bool {
        switch board.whose {
        case .everyone: true
        case .mine: row.leadWorker == viewer.worker
        case .agency: row.agency == viewer.agency
        case .team:
            row.agency == viewer.agency && (row.leadWorker.map(team.contains) ?? true)
        }
    }

    /// Those who work in the viewer's team; everybody of the agency where the viewer is in none.
    private var team: Set<String> {
        let own = rules.directory.roles.filter { $0.agency == viewer.agency }
        let name = own.first { $0.worker == viewer.worker && $0.role == viewer.role }?.team ?? ""
        return Set(own.filter { name.isEmpty || $0.team == name }.map(\.worker))
    }

    private func row(_ entry: BoardOrder.Entry, _ reading: RowReading) -> BoardView.Row {
        guard let enrolment = entry.enrolment else { preconditionFailure("a row of this board is an enrolment") }
        let pressing = enrolment.mostPressing
        return BoardView.Row(
            key: enrolment.openedBy, person: PersonLine(entry.person), appointment: nil,
            cells: board.columns.map { cell($0.show, enrolment, entry.person) },
            acts: acts.filter { reading.offers($0, on: enrolment) },
            isOverdue: pressing?.isOverdue(at: now) ?? false, isDueSoon: pressing?.isDueSoon(at: now) ?? false)
    }

    private func cell(_ show: Board.Show, _ row: EnrolmentRow, _ person: FoundPerson) -> BoardView.Cell {
        switch show {
        case .name: BoardView.Cell(person.listed, why: person.born)
        case .stage: BoardView.Cell(row.stageTitle)
        case .since: BoardView.Cell(words(row.openedAt))
        case .noLeadSince: BoardView.Cell(row.noLeadSince.map(words) ?? "")
        case .lead: lead(row)
        case .value(let id): BoardView.Cell(value(id, row))
        case .due(nil): due(row.deadlines.filter(\.isOutstanding))
        case .due(let clock?): due(row.deadlines.filter { $0.clock == clock && $0.programme == programme })
        case .flags:
            BoardView.Cell(flags: row.flags.map(\.title))
        case .appointmentTime, .appointmentVenue, .appointmentPurpose, .appointmentState: BoardView.Cell("")
        }
    }

    /// Today's times without their day, and this year's days without their year.
    private func words(_ instant: Instant) -> String {
        let day = London.day(of: instant)
        let time = London.time(of: instant).text
        if day == today { return time }
        return day.year == today.year ? "\(day.shortText), \(time)" : London.text(instant)
    }

    /// "by 04:36, in 2 h 26 min": hours are told as long as they are few.
    private func dueWords(_ deadline: DeadlineRow) -> String {
        guard deadline.fromText == nil, let due = Instant(deadline.dueText) else { return deadline.dueWords }
        let minutes = (due.milliseconds - now.milliseconds) / 60_000
        let left = (1..<24 * 60).contains(minutes) ? ", in \(Self.span(minutes))" : ""
        return "by \(words(due))\(left)"
    }

    private static func span(_ minutes: Int64) -> String {
        let (hours, rest) = minutes.quotientAndRemainder(dividingBy: 60)
        return hours == 0 ? "\(rest) min" : rest == 0 ? "\(hours) h" : "\(hours) h \(rest) min"
    }

    private func lead(_ row: EnrolmentRow) -> BoardView.Cell {
        switch row.leadKind {
        case "none": BoardView.Cell("No lead worker", kind: .noLead)
        case "on-duty": onDuty(row, worker: row.leadWorker ?? "")
        case "accepted": BoardView.Cell(rules.directory.workerName(row.leadWorker ?? ""))
        default: BoardView.Cell("")
        }
    }

    /// Whose shift is still to come cannot be called yet.
    private func onDuty(_ row: EnrolmentRow, worker: String) -> BoardView.Cell {
        let from = rules.dutyStart(of: row, worker: worker, at: now).map { " from \(words($0))" } ?? ""
        return BoardView.Cell("\(rules.directory.workerName(worker)) (on duty\(from))")
    }

    private func value(_ id: String, _ row: EnrolmentRow) -> String {
        guard let answer = row.values[id] else { return "" }
        if case .instant(let instant) = answer { return words(instant) }
        return rules.text(of: answer, field: fields[id], on: today)
    }

    private func due(_ deadlines: [DeadlineRow]) -> BoardView.Cell {
        guard let deadline = deadlines.first(where: { $0.isOutstanding }) else {
            let done = deadlines.contains { $0.state == "met" }
            return BoardView.Cell(done ? "Done" : "", kind: done ? .done : .plain)
        }
        // As pressing as the one that is told: late too, or due at the same moment.
        let isLate = deadline.isOverdue(at: now)
        let others =
            deadlines.filter { other in
                other.isOutstanding && (isLate ? other.isOverdue(at: now) : other.dueAt == deadline.dueAt)
            }.count - 1
        let more = others > 0 ? " and \(others) more" : ""
        let paused = deadline.state == "paused" ? ", paused" : ""
        return BoardView.Cell(
            "\(deadline.title) \(dueWords(deadline))\(paused)\(more)", why: deadline.why,
            kind: isLate ? .overdue : deadline.isDueSoon(at: now) ? .dueSoon : .due)
    }
}
