import Domain
import Store

/// Reads a board's conditions on a row as it was derived, without folding the log again.
struct RowReading {
    let rules: RulesInForce.Snapshot
    let now: Instant

    func holds(_ condition: Condition, _ row: EnrolmentRow) -> Bool {
        let fold = SubjectFold(subject: row.subject, definitions: rules.definitions)
        return fold.holds(condition, of: standing(row), at: now)
    }

    /// The row as the engine's conditions read it.
    private func standing(_ row: EnrolmentRow) -> EnrolmentStanding {
        EnrolmentStanding(
            programme: row.programme, title: row.title, version: "", openedBy: row.openedBy, openedAt: row.openedAt,
            agency: row.agency, category: row.category, stage: row.stage, stageTitle: row.stageTitle,
            stageSince: row.stageSince, isSuspended: row.isSuspended, ended: nil, lead: lead(row),
            deadlines: row.deadlines.map(deadline),
            values: row.values.map { ValueStanding(id: $0.key, title: "", category: "", answer: $0.value) },
            flags: row.flags.map { FlagStanding(id: $0.flag, title: $0.title, category: "") })
    }

    private func lead(_ row: EnrolmentRow) -> Lead {
        switch (row.leadKind, row.leadWorker) {
        case ("on-duty", let worker?): .onDuty(worker: worker, since: row.leadSince ?? row.openedAt)
        case ("accepted", let worker?): .accepted(worker: worker, since: row.leadSince ?? row.openedAt, event: "")
        case ("not-needed", _): .notNeeded
        default: .none
        }
    }

    /// A running deadline whose time has passed since it was derived counts as not met at once.
    private func deadline(_ row: DeadlineRow) -> Deadline {
        let derived = Deadline.State(rawValue: row.state) ?? .running
        let state = derived == .running && row.dueAt < now ? .notMet : derived
        return Deadline(
            clock: row.clock, title: row.title, state: state, due: .instant(row.dueAt), anchor: .event(""),
            basis: .local, source: "", category: row.category, duty: row.duty, dutyIsThePersons: row.isPersonsDuty,
            because: "", doneBy: row.isOutstanding ? nil : "", isProvisional: row.isProvisional, escalations: [])
    }
}
