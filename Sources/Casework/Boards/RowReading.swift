import Domain
import Store

/// Reads a board's conditions on its rows, from what was derived and may be seen.
///
/// Most conditions ask only for an enrolment's standing, which its row holds. Where a board also asks for events or an
/// age, the logs of its people are read; where it asks for other programmes, their enrolments in those.
struct RowReading {
    let rules: RulesInForce.Snapshot
    let now: Instant
    /// By subject, as far as the viewer may see: their events, where a condition asks for them.
    private(set) var folds: [String: SubjectFold] = [:]
    /// By subject: the programmes they are in and the stage, as far as the viewer may know of them.
    private(set) var stages: [String: [(programme: String, stage: String)]] = [:]

    /// The referrals that ask the viewer's agency, by the events that made them.
    private(set) var askedOfUs: Set<String> = []

    /// The record of somebody of whom a condition asks no events.
    private let empty: SubjectFold

    init(rules: RulesInForce.Snapshot, now: Instant) {
        self.rules = rules
        self.now = now
        empty = SubjectFold(subject: "", definitions: rules.definitions)
    }

    /// Reads what the conditions ask for beyond the rows themselves.
    mutating func gather(
        for conditions: [Condition], subjects: [String], seen: SeenSubjects, rule: AccessRule,
        on connection: Connection
    ) throws {
        let programmes = Set(conditions.flatMap(\.otherProgrammes)).sorted()
        if !programmes.isEmpty {
            let found = try StandingRows.stages(of: seen, in: programmes, on: connection)
            stages.merge(found) { $0 + $1 }
        }
        guard conditions.contains(where: \.asksForEvents) else { return }
        for (subject, facts) in zip(subjects, try SubjectFactsReading.facts(of: subjects, on: connection)) {
            guard let log = try LogReading.log(of: subject, definitions: rules.definitions, on: connection) else {
                continue
            }
            folds[subject] = SubjectFold(log.events, subject: subject, definitions: rules.definitions, asOf: now)
                .seen(through: rule.given(facts), definitions: rules.definitions)
        }
    }

    /// Reads which referrals ask the viewer's agency, where one of the acts answers a referral.
    mutating func gatherReferrals(
        for acts: [Board.Act], subjects: [String], agency: String, on connection: Connection
    ) throws {
        guard acts.contains(where: answersReferral) else { return }
        askedOfUs = try ReferralReading.events(asking: agency, about: subjects, on: connection)
    }

    /// Whether a row offers an act: its condition holds, and a referral is answered by whom it asks.
    func offers(_ act: Board.Act, on row: EnrolmentRow) -> Bool {
        holds(act.when, of: row) && (!answersReferral(act) || askedOfUs.contains(row.openedBy))
    }

    private func answersReferral(_ act: Board.Act) -> Bool {
        rules.definitions.recordType(act.record)?.actsAs == .referralAnswer
    }

    func holds(_ condition: Condition, of row: EnrolmentRow) -> Bool {
        holds(condition, subject: row.subject, row: row)
    }

    /// A condition on a row that is no enrolment.
    func holds(_ condition: Condition, subject: String) -> Bool {
        holds(condition, subject: subject, row: nil)
    }

    private func holds(_ condition: Condition, subject: String, row: EnrolmentRow?) -> Bool {
        switch condition {
        case .always: return true
        case .all(let parts): return parts.allSatisfy { holds($0, subject: subject, row: row) }
        case .any(let parts): return parts.contains { holds($0, subject: subject, row: row) }
        case .none(let parts): return !parts.contains { holds($0, subject: subject, row: row) }
        // What nearly every act asks for stands in the row as it is.
        case .stage(let stages): return row.map { stages.contains($0.stage) } ?? false
        case .lead(let test): return row.map { $0.leadKind == test.rawValue } ?? false
        case .enrolled(let test):
            return (stages[subject] ?? []).contains { open in
                open.programme == test.programme && (test.stages.isEmpty || test.stages.contains(open.stage))
            }
        case .events, .answer, .age, .hours, .clock, .value, .record:
            let fold = folds[subject] ?? empty
            guard let row else { return fold.holds(condition, answers: [:], at: now) }
            return fold.holds(condition, of: enrolment(row), at: now)
        }
    }

    /// The row as the engine's conditions read it.
    private func enrolment(_ row: EnrolmentRow) -> EnrolmentStanding {
        EnrolmentStanding(
            programme: row.programme, title: row.title, version: "", openedBy: row.openedBy, openedAt: row.openedAt,
            agency: row.agency, category: row.category, positionCategory: row.category,
            leadGuard: .init(category: row.category, type: ""), stage: row.stage, stageTitle: row.stageTitle,
            stageSince: row.stageSince, isSuspended: row.isSuspended, ended: nil, lead: lead(row),
            deadlines: row.deadlines.filter { $0.openedBy == row.openedBy && $0.programme == row.programme }.map(
                deadline),
            values: row.values.map { ValueStanding(id: $0.key, title: "", category: "", answer: $0.value) },
            flags: row.flags.map { FlagStanding(id: $0.flag, title: $0.title, category: "") })
    }

    private func lead(_ row: EnrolmentRow) -> Lead {
        switch (row.leadKind, row.leadWorker) {
        case ("on-duty", let worker?): .onDuty(worker: worker, since: row.leadSince ?? row.openedAt)
        case ("accepted", let worker?): .accepted(worker: worker, since: row.leadSince ?? row.openedAt, event: "")
        case ("not-needed", _), (EnrolmentRow.leadNotShown, _): .notNeeded
        default: .none
        }
    }

    /// A running deadline whose time has passed since it was derived counts as not met at once.
    private func deadline(_ row: DeadlineRow) -> Deadline {
        let derived = Deadline.State(rawValue: row.state) ?? .running
        return Deadline(
            clock: row.clock, title: row.title, state: row.isOverdue(at: now) ? .notMet : derived,
            due: .instant(row.dueAt), anchor: .event(""), basis: .local, source: "", category: row.category,
            duty: row.duty, dutyIsThePersons: row.isPersonsDuty, because: "", doneBy: row.isOutstanding ? nil : "",
            isProvisional: row.isProvisional, escalations: [])
    }
}

extension Condition {
    /// Whether it asks for the events, or the age, of a person.
    fileprivate var asksForEvents: Bool {
        switch self {
        case .all(let parts), .any(let parts), .none(let parts): parts.contains(where: \.asksForEvents)
        case .events, .age, .record: true
        case .always, .answer, .enrolled, .hours, .clock, .stage, .value, .lead: false
        }
    }

    /// The other programmes it asks for.
    fileprivate var otherProgrammes: [String] {
        switch self {
        case .all(let parts), .any(let parts), .none(let parts): parts.flatMap(\.otherProgrammes)
        case .enrolled(let test): [test.programme]
        case .always, .events, .answer, .age, .hours, .clock, .stage, .value, .lead, .record: []
        }
    }
}
