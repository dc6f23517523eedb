package import Domain
import Store

/// One press in a row of a board: writes the act's event, if the row still offers it.
package struct ActOnBoard: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    /// - Parameters:
    ///   - row: what the row stands for (`BoardView.Row.key`).
    ///   - key: the press's own key, so that pressing twice writes once.
    /// - Throws: `Missing`, `RecordRefusal` or a fault. `.rowHasChanged` when somebody else was there first.
    package func callAsFunction(
        _ act: String, on board: String, row: String, of reference: String,
        key: (name: String, bodyDigest: String)?, by viewer: Viewer
    ) async throws -> RecordReceipt {
        let subject = Reference(reference)?.compact ?? ""
        return try await FormSent(world).once(key, by: viewer) { event in
            RecordReceipt(repeated: event, subject: subject)
        } _: {
            try await press(act, on: board, row: row, of: subject, key: key, by: viewer)
        }
    }

    private func press(
        _ act: String, on board: String, row: String, of subject: String, key: (name: String, bodyDigest: String)?,
        by viewer: Viewer
    ) async throws -> RecordReceipt {
        let (rules, now) = (world.rules.current, world.now())
        guard let board = OpenBoard(world).boards(for: viewer).first(where: { $0.id == board }),
            let act = board.acts.first(where: { $0.id == act }), !act.opensPage,
            let type = rules.definitions.recordType(act.record)
        else { throw Missing() }
        let rule = rules.policy.rule(for: viewer, today: London.day(of: now))
        var request = RecordRequest(subject: subject, type: act.record, answers: [:], key: key)
        let opening = BoardRowOpening(board: board, viewer: viewer, rules: rules, now: now)
        let state = try await world.database.read { connection -> State in
            guard try PersonInView.row(subject, rule: rule, on: connection) != nil else { return .missing }
            let found = try opening.row(row, of: subject, rule: rule, on: connection)
            guard let found, found.acts.contains(act) else { return .changed }
            return .ready(
                try opening.answers(to: act, type: type, row: found, rule: rule, on: connection))
        }
        switch state {
        case .missing: try await world.refuse("record", asked: subject, by: viewer)
        case .changed: throw RecordRefusal.rowHasChanged
        case .ready(let answers):
            request.answers = answers
            request.isStillOffered = { connection in
                try opening.row(row, of: subject, rule: rule, on: connection)?.acts.contains(act) ?? false
            }
            return try await RecordEvent(world)(request, by: viewer)
        }
    }

    private enum State: Sendable {
        case missing
        case changed
        case ready([String: Answer])
    }
}

/// What a form that a board opened starts from.
package struct ActStart: Sendable {
    package var board: Board
    package var act: Board.Act
    /// By field: what the act, and its row, already answer.
    package var given: [String: Answer]
}

extension OpenBoard {
    /// The act of a board that opened a form; `nil` when this role has no such board, or the board no such act for that
    /// record type.
    package func start(
        _ act: String, on board: String, type: RecordType, row: String, by viewer: Viewer
    ) -> ActStart? {
        guard let board = boards(for: viewer).first(where: { $0.id == board }),
            let act = board.acts.first(where: { $0.id == act && $0.record == type.id })
        else { return nil }
        return ActStart(
            board: board, act: act,
            given: type.answers(fixedBy: act, row: row, isAppointment: board.rows == .appointments))
    }
}

/// An act that a row of a board offered.
package struct OfferedAct: Sendable, Hashable {
    package var board: String
    package var act: String
    /// What the row stands for (`BoardView.Row.key`).
    package var row: String

    package init(_ act: String, on board: String, row: String) {
        self.board = board
        self.act = act
        self.row = row
    }
}

extension OpenBoard {
    /// What there is to read before a form that a board opened is recorded: nothing while the row still offers it.
    func changes(
        since offered: OfferedAct?, of subject: String, rule: AccessRule, by viewer: Viewer, now: Instant,
        on connection: Connection
    ) throws -> [RecordWarning] {
        guard let offered, let board = boards(for: viewer).first(where: { $0.id == offered.board }),
            let act = board.acts.first(where: { $0.id == offered.act })
        else { return [] }
        let opening = BoardRowOpening(board: board, viewer: viewer, rules: world.rules.current, now: now)
        let left = try opening.row(offered.row, of: subject, rule: rule, on: connection)
        return left?.acts.contains(act) ?? false ? [] : [RecordWarning(changed: board, act)]
    }
}

/// Opens one row of a board.
struct BoardRowOpening {
    let board: Board
    let viewer: Viewer
    let rules: RulesInForce.Snapshot
    let now: Instant

    func row(_ key: String, of subject: String, rule: AccessRule, on connection: Connection) throws -> BoardView.Row? {
        switch board.rows {
        case .enrolments(let programme):
            try EnrolmentBoard(board: board, programme: programme, viewer: viewer, rules: rules, now: now)
                .row(key, of: subject, rule: rule, on: connection)
        case .appointments:
            try AppointmentBoard(board: board, viewer: viewer, rules: rules, now: now)
                .row(key, of: subject, rule: rule, on: connection)
        }
    }

    /// What the act answers, and for what it must answer besides, what the record holds: "I take the lead" means me.
    func answers(
        to act: Board.Act, type: RecordType, row: BoardView.Row, rule: AccessRule, on connection: Connection
    ) throws -> [String: Answer] {
        var answers = type.answers(
            fixedBy: act, row: row.key, isAppointment: board.rows == .appointments)
        var open = RecordingRights(rules: rules).asked(type, viewer: viewer)
        open.fields = open.fields.filter { $0.required && answers[$0.id] == nil && !$0.prefill.isEmpty }
        guard !open.fields.isEmpty,
            let log = try LogReading.log(of: row.person.subject, definitions: rules.definitions, on: connection)
        else { return answers }
        let facts = rule.given(try SubjectFactsReading.facts(of: row.person.subject, on: connection))
        let seen = SubjectFold(log.events, subject: row.person.subject, definitions: rules.definitions, asOf: now)
            .seen(through: facts, definitions: rules.definitions)
        let offers = seen.prefill(open, at: now, viewer: viewer, rules: rules)
        for (field, offer) in offers { answers[field] = offer.answer }
        return answers
    }
}

extension RecordType {
    /// The answers that an act of a board fixes, with the appointment or the referral that its row is about.
    func answers(fixedBy act: Board.Act, row: String, isAppointment: Bool) -> [String: Answer] {
        var answers: [String: Answer] = [:]
        for (field, code) in act.answers { answers[field] = self.field(field)?.kind.answer(code: code) }
        let named: String? =
            switch actsAs {
            case .attendance, .appointmentChange: isAppointment ? "appointment" : nil
            case .referralAnswer: isAppointment ? nil : "referral"
            default: nil
            }
        guard let named, case .text? = field(named)?.kind else { return answers }
        answers[named] = .text(row)
        return answers
    }
}
