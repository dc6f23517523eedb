import Domain
import Store

/// Makes the event that a request asks for: checks the answers, makes the decision, keeps what a correction leaves alone.
struct EventMaking {
    let request: RecordRequest
    let type: RecordType
    let ground: WriteGround

    struct Made {
        var event: Event
        /// The record before it.
        var before: SubjectFold
        var finding: Decision.Finding?
    }

    func event(id: String) throws -> Made {
        let before = ground.fold(ground.log.events, request.subject)
        let target = try ground.target(of: request.act, subject: request.subject, type: type)
        let occurred = try occurred(target)
        var made = Made(
            event: Event(
                id: id, subject: request.subject, type: type.id,
                version: ground.definitions.version(of: type.id), act: request.act, occurred: occurred,
                known: request.known ?? target?.known ?? ground.now, recorded: ground.now, by: ground.viewer.worker,
                agency: ground.viewer.agency),
            before: before)
        if case .withdraw = request.act { return made }
        let judged = target.map { ground.fold(ground.log.events + [$0.withdrawn(at: ground.now)], request.subject) }
        let check = RecordCheck(
            type: ground.rights.asked(type, viewer: ground.viewer), fold: judged ?? before,
            at: min(occurred.instant(dayCountsAtStart: type.dayCountsAtStart), ground.now))
        (made.event.answers, made.finding) = check.decided(
            try answers(check, target), definitions: ground.definitions)
        try object(to: made.event, check)
        return made
    }

    /// What the scheme has against the event: a stop refuses it, a warning asks for it again.
    private func object(to event: Event, _ check: RecordCheck) throws {
        let held = check.objections(event.answers, occurred: event.occurred)
        guard held.stops.isEmpty else { throw RecordRefusal.problems(held.stops.map { FieldProblem($0) }) }
        guard let read = request.warningsRead else { return }
        let changed = ground.changed.isEmpty ? settled(event, check).map { [$0] } ?? [] : ground.changed
        let warnings = changed + held.warnings.map { RecordWarning($0) }
        // All that hold are said again, so that the page can carry them along.
        guard warnings.allSatisfy({ read.contains($0.id) }) else { throw RecordRefusal.warnings(warnings) }
    }

    /// Of an appointment that is named: that what became of it is on the record already.
    private func settled(_ event: Event, _ check: RecordCheck) -> RecordWarning? {
        guard type.actsAs == .attendance || type.actsAs == .appointmentChange, event.act == .record,
            let named = event.answers["appointment"]?.codes.first.map({ Reference($0)?.compact ?? $0 })
        else { return nil }
        let appointment = check.fold.appointments(ground).first { $0.event == named }
        guard let appointment, appointment.state != "booked", ground.row.allows(appointment.guardedBy) else {
            return nil
        }
        return RecordWarning(settled: appointment)
    }

    private func occurred(_ target: Event?) throws -> Moment {
        let occurred = request.occurred ?? target?.occurred ?? .instant(ground.now)
        // What was recorded while the clock was ahead of the time can be put right by the clock as it is.
        guard occurred == target?.occurred || occurred.instant(dayCountsAtStart: true) <= ground.now else {
            throw RecordRefusal.problems([.inTheFuture])
        }
        // A day counts at its end. For today that would be a time to come, at which nothing has happened yet.
        if case .day(let day) = occurred, day == London.day(of: ground.now), !type.dayCountsAtStart {
            return .instant(ground.now)
        }
        return occurred
    }

    private func answers(_ check: RecordCheck, _ target: Event?) throws -> [String: Answer] {
        let kept = kept(check, target)
        let options = ground.rules.options(of: check.type, on: London.day(of: check.at))
        let spelled = check.type.spelling(request.answers, options: options)
        let answers = check.asked(spelled).merging(kept) { _, kept in kept }
        let nobody = check.type.fields.filter { field in
            guard kept[field.id] == nil, case .person = field.kind, let person = answers[field.id]?.codes.first else {
                return false
            }
            return !ground.knownPeople.contains(person)
        }
        // What could not be read matters only where the question is asked.
        let unread = request.unread.filter { problem in
            check.type.field(problem.field).map { check.isShown($0, answers: answers) } ?? true
        }
        let misfits = check.misfits(answers.filter { kept[$0.key] == nil }, options: options)
        // Another system's list says what it says: what it leaves out is a gap, and no reason to leave the person out.
        let gaps = request.line == nil ? check.gaps(answers) : []
        let problems = unread + misfits + nobody.map { .nobody($0.id) } + gaps + openings(answers, check)
        guard problems.isEmpty else { throw RecordRefusal.problems(problems.inOrder(of: check.type)) }
        return answers.merging(booking) { own, _ in own }
    }

    /// What would open the record to the writer's own agency by its own word, and what is another's to say.
    private func openings(_ answers: [String: Answer], _ check: RecordCheck) -> [FieldProblem] {
        let (own, code) = (ground.viewer.agency, { (field: String) in answers[field]?.codes.first })
        switch type.actsAs {
        case .referral where code("to-agency") == own:
            return [.refused("to-agency", "Choose another agency. Nobody refers a person to themselves.")]
        case .consent where answers["recipient"]?.codes.contains(own) ?? false:
            return [
                .refused(
                    "recipient",
                    "Choose another agency. Consent to see a record is recorded by those whose record it is.")
            ]
        case .referralAnswer where !isAskedOfUs(answers, check.fold):
            return [.refused("answer", "No referral to your agency waits for this answer.")]
        case .appointment where !mayBook(code("purpose") ?? ""):
            return [.refused("purpose", "Your role does not book this. Ask those whose duty it is.")]
        case .appointment: return clashes(answers, check)
        default: return []
        }
    }

    /// A time that is past, or in which the person has another appointment that the writer may know of.
    private func clashes(_ answers: [String: Answer], _ check: RecordCheck) -> [FieldProblem] {
        guard case .instant(let startsAt)? = answers["at"] else { return [] }
        guard startsAt >= check.at else {
            return [.refused("at", "Choose a time to come. What has happened already is recorded as what it was.")]
        }
        let length = { (minutes: Int) in Int64(minutes) * 60_000 }
        let minutes = answers["minutes"]?.amount.map { Int($0.thousandths / 1_000) } ?? 60
        let (purpose, diary) = (answers["purpose"]?.codes.first ?? "", answers["diary"]?.codes.first)
        let (definitions, rules) = (ground.definitions, ground.rules)
        let booked = check.fold.appointments(ground).filter { row in
            // Of a purpose with a record of its own the new booking takes the place of the one before.
            let isReplaced =
                row.purpose == purpose && row.agency == diary ?? ground.viewer.agency
                && definitions.attendance(forPurpose: purpose) != nil
            return row.state == "booked" && !isReplaced
                && row.startsAt < startsAt.adding(milliseconds: length(minutes))
                && startsAt < row.startsAt.adding(milliseconds: length(row.minutes))
                && ground.row.allows(row.guardedBy)
        }
        guard let other = booked.first else { return [] }
        let place = rules.directory.venueTitle(other.venue)
        let venue = place.isEmpty ? "" : " at \(place)"
        return [
            .refused(
                "at",
                "They have another appointment then: \(London.text(other.startsAt))\(venue). Choose another time, or "
                    + "change that one first.")
        ]
    }

    /// Whether a referral in force asks the writer's agency; the one that is named, where one is.
    private func isAskedOfUs(_ answers: [String: Answer], _ fold: SubjectFold) -> Bool {
        let named = answers["referral"]?.codes.first.map { Reference($0)?.compact ?? $0 }
        return fold.eventsInForce.contains { event, _ in
            ground.definitions.recordType(event.type)?.actsAs == .referral && (named.map { $0 == event.id } ?? true)
                && event.answers["to-agency"]?.codes.first == ground.viewer.agency
        }
    }

    /// A purpose with a record of its own is booked by the roles whose boards book it.
    private func mayBook(_ purpose: String) -> Bool {
        ground.definitions.attendance(forPurpose: purpose) == nil
            || ground.definitions.mayBook(purpose, role: ground.viewer.role)
    }

    /// What this worker is not asked, or may not see, stays as it was.
    private func kept(_ check: RecordCheck, _ target: Event?) -> [String: Answer] {
        (target?.answers ?? [:]).filter { answer in
            !type.workedOut.contains(answer.key)
                && (check.type.field(answer.key) == nil || !maySee(answer.key, of: target))
        }
    }

    private func maySee(_ field: String, of target: Event?) -> Bool {
        guard let target else { return true }
        return ground.row.allows(
            RowFacts(category: type.section(of: field), owner: target.agency, type: target.type))
    }

    /// The slot of the diary that a booking takes, and whose diary it is: known by the page, asked by no form.
    private var booking: [String: Answer] {
        guard type.actsAs == .appointment else { return [:] }
        return request.answers.filter { ["slot", "diary"].contains($0.key) && type.field($0.key) == nil }
    }
}

extension Event {
    /// A withdrawal of this event, never written: the record as it would be without it.
    func withdrawn(at now: Instant) -> Event {
        var event = self
        event.id = "withdrawn " + id
        event.act = .withdraw(id, reason: "")
        event.recorded = now
        event.answers = [:]
        return event
    }
}

extension [FieldProblem] {
    /// In the order of the form's questions, one for each.
    func inOrder(of type: RecordType) -> [FieldProblem] {
        var seen: Set<String> = []
        let place = { (problem: FieldProblem) in type.fields.firstIndex { $0.id == problem.field } ?? Int.max }
        return enumerated().sorted { (place($0.element), $0.offset) < (place($1.element), $1.offset) }
            .map(\.element).filter { seen.insert($0.field).inserted }
    }
}

extension SubjectFold {
    /// The person's appointments, as the record has them.
    fileprivate func appointments(_ ground: WriteGround) -> [AppointmentRow] {
        Derivation(self, definitions: ground.definitions, rota: ground.rules.directory.rota, asOf: ground.now)
            .appointments
    }
}
