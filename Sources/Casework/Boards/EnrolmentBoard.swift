package import Domain
package import Store

/// A board of people with an open enrolment.
struct EnrolmentBoard {
    let board: Board
    let programme: String
    let viewer: Viewer
    let rules: RulesInForce.Snapshot
    let now: Instant

    func view(rule: AccessRule, limit: Int, day: Day, on connection: Connection) throws -> BoardView {
        let whose: StandingRows.Whose =
            switch board.whose {
            case .mine: .ledBy(viewer.worker)
            case .agency, .team: .agency(viewer.agency)
            case .everyone: .everyone
            }
        var enrolments = try StandingRows.open(
            programme: programme, whose: whose, rule: rule, limit: limit + 1, on: connection)
        try StandingRows.fill(&enrolments, rule: rule, on: connection)
        let reading = RowReading(rules: rules, now: now)
        let onBoard = enrolments.prefix(limit).filter { reading.holds(board.where, $0) }
        let heads = try PersonHeads.heads(of: onBoard.map(\.subject), rule: rule, on: connection)
        let names = Dictionary(heads.map { ($0.subject, $0) }) { first, _ in first }
        let rows = onBoard.map { enrolment -> BoardView.Row in
            let person = names[enrolment.subject] ?? .unnamed(enrolment.subject)
            let pressing = enrolment.deadlines.first { $0.isOutstanding }
            return BoardView.Row(
                person: person, enrolment: enrolment, appointment: nil,
                cells: board.columns.map { cell($0.show, enrolment, person) },
                acts: board.acts.filter { reading.holds($0.when, enrolment) },
                isOverdue: pressing?.isOverdue(at: now) ?? false,
                isDueSoon: pressing.map { $0.isDueSoon(at: now) } ?? false)
        }
        return BoardView(
            board: board, rows: BoardOrder(board.order, now: now).sorted(rows), day: day, asOf: now,
            hasMore: enrolments.count > limit)
    }

    private func cell(_ show: Board.Show, _ row: EnrolmentRow, _ person: FoundPerson) -> BoardView.Cell {
        switch show {
        case .name: BoardView.Cell(person.listed, why: person.born)
        case .stage: BoardView.Cell(row.stageTitle)
        case .since: BoardView.Cell(London.text(row.openedAt))
        case .lead: lead(row)
        case .value(let id): BoardView.Cell(value(id, row))
        case .due(let clock): due(row.deadlines.filter { clock == nil || $0.clock == clock })
        case .flags:
            BoardView.Cell(row.flags.map(\.title).joined(separator: ", "), kind: row.flags.isEmpty ? .plain : .flag)
        case .appointmentTime, .appointmentVenue, .appointmentPurpose, .appointmentState: BoardView.Cell("")
        }
    }

    private func lead(_ row: EnrolmentRow) -> BoardView.Cell {
        switch row.leadKind {
        case "none": BoardView.Cell("No lead worker", kind: .noLead)
        case "on-duty": BoardView.Cell(rules.directory.workerName(row.leadWorker ?? "") + " (on duty)")
        case "accepted": BoardView.Cell(rules.directory.workerName(row.leadWorker ?? ""))
        default: BoardView.Cell("")
        }
    }

    private func value(_ id: String, _ row: EnrolmentRow) -> String {
        guard let answer = row.values[id] else { return "" }
        let field = rules.definitions.programme(row.programme)?.valueField(id, rules.definitions)
        return rules.text(of: answer, field: field, on: London.day(of: now))
    }

    private func due(_ deadlines: [DeadlineRow]) -> BoardView.Cell {
        guard let deadline = deadlines.first(where: \.isOutstanding) else {
            let done = deadlines.contains { $0.state == "met" }
            return BoardView.Cell(done ? "Done" : "", kind: done ? .done : .plain)
        }
        return BoardView.Cell(
            "\(deadline.title): \(deadline.dueWords)", why: "\(deadline.because) (\(deadline.source))",
            kind: deadline.isOverdue(at: now) ? .overdue : deadline.isDueSoon(at: now) ? .dueSoon : .plain)
    }
}

extension FoundPerson {
    /// Somebody on a list of whom the viewer may see no name.
    static func unnamed(_ subject: String) -> FoundPerson {
        FoundPerson(
            subject: subject, given: "", family: Reference(subject)?.text ?? subject, knownAs: "", nameKind: "",
            bornOn: nil, estimatedYear: nil)
    }
}

extension DeadlineRow {
    package func isDueSoon(at now: Instant) -> Bool {
        isOutstanding && !isOverdue(at: now) && (warnsAt.map { $0 <= now } ?? false)
    }

    /// "by 15 May 2013", "10 to 15 May 2013", "by 10 May 2013, 14:30".
    package var dueWords: String {
        let due = words(dueText)
        guard let fromText, fromText != dueText else { return fromText == nil ? "by \(due)" : "on \(due)" }
        return "\(words(fromText)) to \(due)"
    }

    private func words(_ iso: String) -> String {
        if let day = Day(iso) { return day.text }
        return Instant(iso).map(London.text) ?? iso
    }
}

extension Programme {
    /// The field a value is read from, for its words.
    func valueField(_ id: String, _ definitions: Definitions) -> Field? {
        guard let rule = values.first(where: { $0.id == id }) else { return nil }
        switch rule.reading {
        case .latest(let pattern, let field), .first(let pattern, let field):
            return pattern.types.lazy.compactMap { definitions.recordType($0)?.field(field) }.first
        case .lastTime, .count, .holds: return nil
        }
    }
}
