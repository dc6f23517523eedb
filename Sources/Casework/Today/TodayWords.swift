import Domain
import Store

/// Puts what was read of a worker's day into the words of its page, with the names of everybody on it, read at once.
struct TodayWords {
    private let rules: RulesInForce.Snapshot
    private let now: Instant
    private var people: [String: FoundPerson] = [:]

    init(
        of subjects: [String], rules: RulesInForce.Snapshot, seen: SeenSubjects, now: Instant, on connection: Connection
    ) throws {
        self.rules = rules
        self.now = now
        for head in try PersonHeads.heads(of: Set(subjects).sorted(), seen: seen, on: connection) {
            people[head.subject] = head
        }
    }

    func named(_ subject: String) -> PersonIdentity {
        PersonIdentity(people[subject] ?? .unnamed(subject), today: London.day(of: now))
    }

    private func line<Matter>(_ subject: String, _ matter: Matter) -> TodayView.Line<Matter> {
        TodayView.Line(person: named(subject), matter: matter)
    }

    func line(_ row: DeadlineRow) -> TodayView.Line<DueLine> {
        line(row.subject, DueLine(row, at: now, rules: rules))
    }

    func line(_ row: AppointmentRow) -> TodayView.Line<AppointmentLine> {
        line(row.subject, AppointmentLine(row, rules: rules))
    }

    func line(_ row: AskedHandOver, positions: [String]) -> TodayView.Line<TodayView.HandOver> {
        line(
            row.subject,
            TodayView.HandOver(
                from: rules.directory.workerName(row.event.by), positions: positions, dueAt: row.dueAt))
    }

    func line(_ row: WaitingReferral) -> TodayView.Line<TodayView.Referral> {
        let field = rules.definitions.recordType(row.type)?.field("service")
        let service = rules.text(of: .choice(row.service), field: field, on: London.day(of: row.sentAt))
        return line(
            row.subject,
            TodayView.Referral(
                from: rules.directory.agencyTitle(row.fromAgency), service: service, sentAt: row.sentAt))
    }

    func line(_ row: EscalationRow) -> TodayView.Line<TodayView.Escalation> {
        let name = Acknowledge.Alert(
            openedBy: row.key.openedBy, programme: row.key.programme, clock: row.key.clock, number: row.key.number)
        return line(
            row.subject,
            TodayView.Escalation(name: name, title: row.title, because: row.because, dueAt: row.dueAt))
    }

    func line(_ row: EnrolmentRow) -> TodayView.Line<TodayView.WithoutLead> {
        line(
            row.subject,
            TodayView.WithoutLead(
                programme: row.title, stage: row.stageTitle, since: row.noLeadSince))
    }

    func line(_ row: Draft) -> TodayView.Line<TodayView.Begun> {
        line(
            row.subject,
            TodayView.Begun(
                type: row.type, title: rules.definitions.recordType(row.type)?.title ?? row.type,
                keptUntil: row.expiresAt))
    }

    func line(_ row: RecentChange) -> TodayView.Line<TodayView.Change> {
        let title = rules.definitions.recordType(row.type, version: row.version)?.title ?? row.type
        return line(
            row.subject,
            TodayView.Change(
                title: title, act: row.act, by: rules.directory.workerName(row.by),
                agency: rules.directory.agencyTitle(row.agency), recordedAt: row.recordedAt))
    }
}
