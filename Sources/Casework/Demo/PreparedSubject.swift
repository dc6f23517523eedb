import Domain
import Ledger
import Store

/// Somebody of the demonstration worked out and ready to be written.
struct PreparedSubject: Sendable {
    let id: String
    let agency: String
    let madeAt: Instant
    let events: [Prepared]
    let derivation: Derivation
    let note: LedgerKeeping.Note
    let salt: [UInt8]
    let problems: [String]

    /// How many deadlines somebody still has to meet.
    var deadlines: Int {
        derivation.standing.enrolments.filter(\.isOpen).flatMap(\.deadlines).filter(\.isOutstanding).count
    }

    struct Prepared: Sendable {
        var salted: SaltedEvent
        var occurredAt: Instant
        /// Other people it names, by field.
        var people: [(role: String, person: String)]
    }

    init(_ draft: DemoSubject, now: Instant, world: World) {
        let rules = world.rules.current
        let definitions = rules.definitions
        let finished = FinishedSubject(draft, definitions: definitions, now: now)
        let subject = finished.subject
        id = subject.id
        agency = subject.agency
        madeAt = subject.madeAt
        events = subject.events.compactMap { event in
            definitions.recordType(event.type).map { type in
                Prepared(
                    salted: SaltedEvent(event, salt: world.newSalt(), type: type),
                    occurredAt: definitions.order.instant(event), people: type.people(of: event))
            }
        }
        derivation = Derivation(finished.fold, definitions: definitions, rota: rules.directory.rota, asOf: now)
        let named = events.map { event in
            EntryContent.NamedEvent(
                id: event.salted.event.id,
                digest: EventDigest.hash(
                    salt: event.salted.salt, event: event.salted.canonical(at: event.occurredAt)))
        }
        note = LedgerKeeping.Note(
            kind: .collection, outcome: "written", content: EntryContent(events: named).members,
            subjects: [subject.id])
        salt = world.newSalt()
        problems = finished.problems
    }

    func store(definitions: Definitions, at now: Instant, on connection: Connection) throws {
        try EventWriting.makeSubject(id, kind: "person", agency: agency, at: madeAt, on: connection)
        for event in events {
            try EventWriting.append(
                event.salted, occurredAt: event.occurredAt, people: event.people, on: connection)
        }
        try derivation.store(subject: id, definitions: definitions, on: connection)
        try LedgerKeeping.append(note, by: FillDemonstration.viewer, at: now, salt: salt, on: connection)
    }
}

extension RecordType {
    /// Whom an event of this type names besides its subject, by field.
    fileprivate func people(of event: Event) -> [(role: String, person: String)] {
        fields.compactMap { field in
            guard case .person = field.kind, let person = event.answers[field.id]?.codes.first else { return nil }
            return (field.id, person)
        }
    }
}
