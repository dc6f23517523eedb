/// Reads who leads one enrolment, and when nobody did.
struct LeadReading {
    let fold: SubjectFold
    let run: SubjectFold.Run
    private(set) var lead: Lead
    private var gaps: [Gap]

    /// A time in which nobody led, by the events that began and ended it; it has not ended where there is no second.
    private struct Gap {
        var from: Int
        var to: Int?
    }

    /// The named worker whose acceptance is in force, else the one on the duty rota when it opened, else nobody.
    init(fold: SubjectFold, run: SubjectFold.Run, rota: Rota, last: Int) {
        self.fold = fold
        self.run = run
        gaps = []
        guard let rule = run.programme.lead else {
            lead = .notNeeded
            return
        }
        let opening = run.openedIndex
        let judgement = Judgement(fold: fold, index: last, run: run)
        let shift = rule.rota.flatMap { rota.duty($0, at: fold.instants[opening]) }
        lead = shift.map { .onDuty(worker: $0.worker, since: fold.instants[opening]) } ?? .none
        if lead == .none { gaps.append(Gap(from: opening)) }
        let handing = Set(rule.releases.flatMap(\.types))
        var agencies: Set<String> = [run.agency(in: fold)]
        for index in opening...max(opening, last) {
            // The lead is given, by those who have it, or taken within the agency: nobody takes it from outside, since it
            // opens the record.
            guard agencies.contains(fold.history[index].agency) else { continue }
            if handing.contains(fold.history[index].type) { agencies.formUnion(fold.agenciesNamed(at: index)) }
            if judgement.matchesAny(rule.releases, at: index) {
                if lead != .none { gaps.append(Gap(from: index)) }
                lead = .none
            }
            guard let taking = rule.takes.first(where: { judgement.matches($0.pattern, at: index) }) else { continue }
            let event = fold.history[index]
            guard let worker = taking.workerField.map({ event.answers[$0]?.codes.first }) ?? event.by else { continue }
            if lead == .none { gaps[gaps.count - 1].to = index }
            lead = .accepted(worker: worker, since: fold.instants[index], event: event.id)
        }
        // Who takes it with the very event that left it open left no gap.
        gaps.removeAll { $0.from == $0.to }
    }

    /// One deadline for each time in which nobody led: due at once, and made good by whoever took the lead.
    func alarms(asOf: Instant) -> [Deadline] {
        guard let alarm = run.programme.lead?.alarm else { return [] }
        return gaps.map { gap in
            let since = fold.instants[gap.from]
            var deadline = Deadline(
                clock: LeadRule.Alarm.clock, title: alarm.title, state: asOf > since ? .notMet : .running,
                due: .instant(since), anchor: .event(fold.history[gap.from].id), basis: .local, source: alarm.source,
                category: alarm.category, duty: alarm.escalations.first?.to ?? "", dutyIsThePersons: false,
                because: "Nobody has led since \(London.day(of: since).text)", isProvisional: false,
                escalations: alarm.escalations)
            if let end = gap.to {
                deadline.state = fold.instants[end] > since ? .notMet : .met
                deadline.doneBy = fold.history[end].id
                deadline.doneAt = fold.instants[end]
            } else if let ended = run.ended {
                deadline.state = fold.instants[ended.index] > since ? .notMet : .void
                deadline.voidedBy = fold.history[ended.index].id
            }
            return deadline
        }
    }
}

extension SubjectFold.Run {
    /// Whose enrolment it is: the agency the programme names, else the one that recorded its opening.
    func agency(in fold: SubjectFold) -> String { programme.agency ?? fold.history[openedIndex].agency }
}

extension SubjectFold {
    /// The agencies that an event's answers name.
    fileprivate func agenciesNamed(at index: Int) -> [String] {
        let event = history[index]
        let type = definitions.recordType(event.type, version: event.version)
        return (type?.fields ?? []).filter { $0.kind == .agency }.flatMap { event.answers[$0.id]?.codes ?? [] }
    }
}
