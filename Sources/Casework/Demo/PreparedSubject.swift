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
    let entries: [Entry]
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

    /// An entry of the ledger: who wrote, when, and which events.
    struct Entry: Sendable {
        var note: LedgerKeeping.Note
        var viewer: Viewer
        var at: Instant
        var salt: [UInt8]
    }

    /// - Parameter entriesEach: whether each event has an entry of its own, as when workers record one after another.
    init(_ draft: DemoSubject, now: Instant, world: World, entriesEach: Bool = false) {
        let rules = world.rules.current
        let definitions = rules.definitions
        let finished = FinishedSubject(entriesEach ? draft.registered : draft, definitions: definitions, now: now)
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
        let groups = entriesEach ? events.map { [$0] } : [events]
        entries = groups.map { group in
            let writer = entriesEach ? group.first?.salted.event : nil
            return Entry(
                note: Self.note(group, subject: subject.id),
                viewer: writer.map(rules.writer) ?? FillDemonstration.viewer, at: writer?.recorded ?? world.now(),
                salt: world.newSalt())
        }
        problems = finished.problems
    }

    func store(definitions: Definitions, on connection: Connection) throws {
        // The subject counts its writes after the one that made it.
        try EventWriting.makeSubject(
            id, kind: "person", agency: agency, at: madeAt, edition: Int64(max(0, entries.count - 1)), on: connection)
        for event in events {
            try EventWriting.append(
                event.salted, occurredAt: event.occurredAt, people: event.people, on: connection)
        }
        try derivation.store(subject: id, definitions: definitions, on: connection)
        try LedgerKeeping.place(
            entries.map { try UnplacedEntry($0.note, by: $0.viewer, at: $0.at, salt: $0.salt) }, on: connection)
    }

    private static func note(_ events: [Prepared], subject: String) -> LedgerKeeping.Note {
        let named = events.map { event in
            EntryContent.NamedEvent(
                id: event.salted.event.id,
                digest: EventDigest.hash(
                    salt: event.salted.salt, event: event.salted.canonical(at: event.occurredAt)))
        }
        // Several at once are a person's whole history, which is new even where it corrects itself.
        let corrects = events.count == 1 && events.allSatisfy { $0.salted.event.act != .record }
        return LedgerKeeping.Note(
            kind: corrects ? .alteration : .collection, outcome: "written",
            content: EntryContent(events: named).members, subjects: [subject])
    }
}

extension DemoSubject {
    /// The same, with who they are known from the moment at which their record was made, as `RegisterPerson` has it.
    var registered: DemoSubject {
        var subject = self
        guard let first = events.first else { return subject }
        subject.events[0].occurred = .instant(first.recorded)
        subject.events[0].known = first.recorded
        return subject
    }
}

extension RulesInForce.Snapshot {
    /// Whoever recorded an event, in the first of their roles, at no screen.
    fileprivate func writer(of event: Event) -> Viewer {
        let role = directory.roles.first { $0.worker == event.by && $0.agency == event.agency }?.role ?? ""
        return Viewer(
            worker: event.by, name: directory.workerName(event.by), agency: event.agency, role: role,
            purpose: purpose(of: role, set: ""), session: "")
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
