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
    let line: ListLine?

    init(_ request: RecordRequest, type: RecordType, on ground: WriteGround, id: String, salt: [UInt8]) throws {
        let made = try EventMaking(request: request, type: type, ground: ground).event(id: id)
        try Self.showSight(made, request, type, ground)
        self.init(made, request: request, type: type, on: ground, salt: salt)
    }

    init(
        _ made: EventMaking.Made, request: RecordRequest, type: RecordType, on ground: WriteGround, salt: [UInt8]
    ) {
        let (event, before) = (made.event, made.before)
        subject = request.subject
        edition = ground.log.edition
        self.type = type
        now = ground.now
        line = request.line
        salted = SaltedEvent(event, salt: salt, type: type)
        occurredAt = ground.definitions.order.instant(event)
        let after = before.adding(event, to: ground)
        let rota = ground.rules.directory.rota
        derivation = Derivation(after, definitions: ground.definitions, rota: rota, asOf: now)
        let earlier = before.standing(asOf: now, rota: rota).seen(through: ground.row, openings: before.owners)
        let later = derivation.standing.seen(through: ground.row, openings: derivation.owners)
        receipt = RecordReceipt(
            event: event.id, subject: subject, changes: StandingChange.between(earlier, later), finding: made.finding,
            wasRepeated: false)
    }

    /// What others will see is looked at before it is recorded, by those who can look.
    private static func showSight(
        _ made: EventMaking.Made, _ request: RecordRequest, _ type: RecordType, _ ground: WriteGround
    ) throws {
        if case .withdraw = made.event.act { return }
        guard SightPreviewMaking.asks(type), let read = request.warningsRead else { return }
        let preview = SightPreviewMaking(
            ground: ground, type: type, event: made.event, before: made.before,
            after: made.before.adding(made.event, to: ground), purposes: ground.purposes
        ).preview()
        if let preview, !read.contains(preview.mark) { throw RecordRefusal.sight(preview) }
    }

    /// Writes the event and everything derived from the log with it.
    func store(definitions: Definitions, on connection: Connection) throws {
        try append(on: connection)
        try derivation.store(subject: subject, definitions: definitions, on: connection)
    }

    /// Writes the event alone.
    func append(on connection: Connection) throws {
        let people = type.fields.compactMap { field -> (role: String, person: String)? in
            guard case .person = field.kind, let person = salted.event.answers[field.id]?.codes.first else {
                return nil
            }
            return (field.id, person)
        }
        try EventWriting.append(salted, occurredAt: occurredAt, people: people, on: connection)
        if let line {
            try WriteKeys.keep(
                line.key, worker: line.owner, bodyDigest: "", result: salted.event.id, at: now, on: connection)
        }
    }

    /// The ledger's entry: the event and its digest.
    var ledgerNote: LedgerKeeping.Note { PreparedWrite.note([self], subjects: [subject]) }

    /// One ledger entry for events written together.
    static func note(_ writes: [PreparedWrite], subjects: [String]) -> LedgerKeeping.Note {
        let named = writes.map { write in
            EntryContent.NamedEvent(
                id: write.salted.event.id,
                digest: EventDigest.hash(salt: write.salted.salt, event: write.salted.canonical(at: write.occurredAt)))
        }
        let isNew = writes.allSatisfy { $0.salted.event.act == .record }
        return LedgerKeeping.Note(
            kind: isNew ? .collection : .alteration, outcome: "written", content: EntryContent(events: named).members,
            subjects: subjects)
    }
}

extension SubjectFold {
    /// The fold with one more event. What stands after all others is put on top; a correction, or something that
    /// happened earlier, is folded again from the start.
    fileprivate func adding(_ event: Event, to ground: WriteGround) -> SubjectFold {
        let key = ground.definitions.order.key(event)
        guard event.act == .record, lastKey.map({ $0 < key }) ?? true else {
            return ground.fold(ground.log.events + [event], subject)
        }
        var after = self
        after.apply(event)
        return after
    }
}

extension ListLine {
    /// Whose keys its lines are: the list's own, whoever loads it.
    var owner: String { "list " + list }
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
