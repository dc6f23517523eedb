extension SubjectFold {
    /// Everything derived at an instant. `asOf` must not lie before the last applied event.
    package func standing(asOf: Instant, rota: Rota = Rota()) -> Standing {
        let enrolments = runs.map { enrolment($0, asOf: asOf, rota: rota) }
        let changes = enrolments.filter(\.isOpen).flatMap(\.deadlines).compactMap { deadline -> Instant? in
            // A rhythm whose period was met goes on with the next one.
            let goesOn = deadline.state == .met && deadline.inARow != nil && deadline.inARow != deadline.ofInARow
            return deadline.state == .running || goesOn ? deadline.due.end.adding(milliseconds: 1) : nil
        }
        return Standing(
            subject: subject, asOf: asOf, enrolments: enrolments, nextChange: changes.filter { $0 > asOf }.min())
    }

    private func enrolment(_ run: Run, asOf: Instant, rota: Rota) -> EnrolmentStanding {
        let last = run.ended?.index ?? history.count - 1
        let programme = run.programme
        let opening = history[run.openedIndex]
        let stage = run.stage(at: last)
        let leading = LeadReading(fold: self, run: run, rota: rota, last: last)
        let position = run.ended?.index ?? run.stages.last { $0.index <= last }?.index ?? run.openedIndex
        var standing = EnrolmentStanding(
            programme: programme.id, title: programme.title, version: run.edition.version, openedBy: opening.id,
            openedAt: instants[run.openedIndex], agency: run.agency(in: self),
            category: category(of: opening), positionCategory: category(of: history[position]),
            leadGuard: leadGuard(programme) ?? .init(category: category(of: opening), type: opening.type),
            stage: stage, stageTitle: programme.stage(stage)?.title ?? "",
            stageSince: instants[run.stages.last?.index ?? run.openedIndex],
            isSuspended: run.ended == nil && (run.suspensions.last.map { $0.to == nil } ?? false),
            ended: run.ended.map { ended in
                EnrolmentStanding.Ended(
                    at: instants[ended.index], reason: ended.reason, title: ended.title,
                    event: history[ended.index].id)
            },
            lead: leading.lead, deadlines: [], values: [], flags: [])
        standing.deadlines =
            ClockReading(fold: self, run: run, asOf: asOf).deadlines() + leading.alarms(asOf: asOf)
        let judgement = Judgement(fold: self, index: last, run: run, instant: asOf, standing: standing)
        standing.values = programme.values.compactMap { value($0, judgement, last: last) }
        // Flags may look at the values just read.
        let informed = Judgement(fold: self, index: last, run: run, instant: asOf, standing: standing)
        if run.ended == nil {
            standing.flags = programme.flags.filter { informed.holds($0.when) }.map { rule in
                FlagStanding(id: rule.id, title: rule.title, category: rule.category)
            }
        }
        return standing
    }

    private func category(of event: Event) -> String {
        definitions.recordType(event.type)?.categories.first ?? "notes"
    }

    private func leadGuard(_ programme: Programme) -> EnrolmentStanding.LeadGuard? {
        programme.lead?.takes.lazy.flatMap(\.pattern.types).compactMap { definitions.recordType($0) }.first.map {
            EnrolmentStanding.LeadGuard(category: $0.categories.first ?? "notes", type: $0.id)
        }
    }

    private func value(_ rule: ValueRule, _ judgement: Judgement, last: Int) -> ValueStanding? {
        let answer: Answer?
        var event: String?
        func positions(_ pattern: EventPattern) -> [Int] {
            let first = judgement.run?.openedIndex ?? 0
            return pattern.types.flatMap { indices[$0] ?? [] }.sorted()
                .filter { $0 >= first && $0 <= last && judgement.matches(pattern, at: $0) }
        }
        switch rule.reading {
        case .latest(let pattern, let field):
            let position = positions(pattern).last { history[$0].answers[field] != nil }
            answer = position.flatMap { history[$0].answers[field] }
            event = position.map { history[$0].id }
        case .first(let pattern, let field):
            let position = positions(pattern).first { history[$0].answers[field] != nil }
            answer = position.flatMap { history[$0].answers[field] }
            event = position.map { history[$0].id }
        case .lastTime(let pattern):
            let position = positions(pattern).last
            answer = position.map { .instant(instants[$0]) }
            event = position.map { history[$0].id }
        case .count(let pattern, let within):
            let counted = positions(pattern).filter { position in
                guard let within else { return true }
                let first = within.day(before: judgement.day, calendar: definitions.calendar)
                return London.day(of: instants[position]) >= first
            }
            answer = .number(Quantity(whole: counted.count))
        case .holds(let condition):
            answer = .yesNo(judgement.holds(condition))
        }
        return answer.map { answer in
            ValueStanding(id: rule.id, title: rule.title, category: rule.category, answer: answer, event: event)
        }
    }
}
