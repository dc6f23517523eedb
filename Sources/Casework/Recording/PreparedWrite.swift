import Domain
import Ledger
import Store

/// An event checked, judged and worked out on a snapshot, ready to be written if the snapshot still holds.
struct PreparedWrite: Sendable {
    let subject: String
    let edition: Int64
    let type: RecordType
    let salted: SaltedEvent
    let occurredAt: Instant
    let derivation: Derivation
    let receipt: RecordReceipt
    let now: Instant

    init(
        _ request: RecordRequest, type: RecordType, log: LogReading.Log, viewer: Viewer,
        rules: RulesInForce.Snapshot, now: Instant, id: String, salt: [UInt8]
    ) throws {
        let definitions = rules.definitions
        let occurred = request.occurred ?? .instant(now)
        let instant = occurred.instant(dayCountsAtStart: type.dayCountsAtStart)
        guard occurred.instant(dayCountsAtStart: true) <= now else { throw RecordRefusal.problems([.inTheFuture]) }
        let before = SubjectFold(log.events, subject: request.subject, definitions: definitions, asOf: now)
        let check = RecordCheck(type: type, fold: before, at: min(instant, now))
        var answers = request.answers
        var finding: Decision.Finding?
        if case .withdraw = request.act {
            answers = [:]
        } else {
            answers = check.asked(answers)
            let gaps = check.gaps(answers)
            guard gaps.isEmpty else { throw RecordRefusal.problems(gaps) }
            if let decision = type.decision.flatMap(definitions.decision) {
                finding = before.decide(decision, answers: answers, at: min(instant, now))
            }
        }
        if let finding {
            answers["outcome"] = .choice(finding.outcome)
            answers["rule"] = .text(finding.rule)
        }
        let event = Event(
            id: id, subject: request.subject, type: type.id, version: definitions.version(of: type.id),
            act: request.act, occurred: occurred, known: request.known ?? now, recorded: now, by: viewer.worker,
            agency: viewer.agency, answers: answers)
        let after = SubjectFold(
            log.events + [event], subject: request.subject, definitions: definitions, asOf: now)
        subject = request.subject
        edition = log.edition
        self.type = type
        salted = SaltedEvent(event, salt: salt, type: type)
        occurredAt = instant
        self.now = now
        derivation = Derivation(after, definitions: definitions, rota: rules.directory.rota, asOf: now)
        let earlier = before.standing(asOf: now, rota: rules.directory.rota)
        receipt = RecordReceipt(
            event: id, subject: subject, changes: StandingChange.between(earlier, derivation.standing),
            finding: finding, wasRepeated: false)
    }

    /// Writes the event and everything derived from the log with it.
    func store(definitions: Definitions, on connection: Connection) throws {
        let people = type.fields.compactMap { field -> (role: String, person: String)? in
            guard case .person = field.kind, let person = salted.event.answers[field.id]?.codes.first else { return nil }
            return (field.id, person)
        }
        try EventWriting.append(salted, occurredAt: occurredAt, people: people, on: connection)
        try derivation.store(subject: subject, definitions: definitions, on: connection)
    }

    /// The ledger's entry: the event and its digest.
    var ledgerNote: LedgerKeeping.Note {
        let kind: LedgerKind = salted.event.act == .record ? .collection : .alteration
        let named = EntryContent.NamedEvent(
            id: salted.event.id, digest: EventDigest.hash(salt: salted.salt, event: salted.canonical(at: occurredAt)))
        return LedgerKeeping.Note(
            kind: kind, outcome: "written", content: EntryContent(events: [named]).members, subjects: [subject])
    }
}

extension Derivation {
    /// Replaces every derived row of a subject.
    func store(subject: String, definitions: Definitions, on connection: Connection) throws {
        try StandingWriting.replace(standing, owners: owners, definitions: definitions, on: connection)
        try SearchKeysWriting.replace(keys, subject: subject, on: connection)
        try facts.replace(subject: subject, on: connection)
        try DiaryRows.replace(appointments, subject: subject, on: connection)
    }
}

extension FieldProblem {
    static let inTheFuture = FieldProblem(
        field: "occurred", code: .refused, message: "Enter a date and time that is not in the future.")
}
