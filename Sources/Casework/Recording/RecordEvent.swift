package import Domain
import Ledger
import Store

/// Records one thing about a subject, or corrects it: access, answers, event, standing, ledger entry, all in one
/// transaction.
///
/// The work is done on a snapshot and committed only if nobody wrote to the subject meanwhile; otherwise it is done
/// again on what they wrote. Moving an event to another person is `MoveEvent`.
package struct RecordEvent: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    static let tries = 8

    /// - Throws: `Missing` when there is no such person for this viewer, `RecordRefusal`, or a fault.
    package func callAsFunction(_ request: RecordRequest, by viewer: Viewer) async throws -> RecordReceipt {
        let rules = world.rules.current
        var request = request
        request.subject = Reference(request.subject)?.compact ?? ""
        if case .move = request.act { preconditionFailure("MoveEvent moves an event") }
        guard let type = rules.definitions.recordType(request.type) else {
            try await world.refuse("record", asked: request.subject, by: viewer)
        }
        try RecordingRights(rules: rules).check(type, viewer: viewer)
        if request.act != .record, (request.act.reason ?? "").trimmed.isEmpty { throw RecordRefusal.reasonMissing }
        for _ in 0..<Self.tries {
            switch try await prepare(request, type: type, viewer: viewer, rules: rules) {
            case .missing: try await world.refuse("record", asked: request.subject, by: viewer)
            case .repeated(let receipt): return receipt
            case .ready(let write):
                if let receipt = try await commit(write, viewer: viewer, request: request) { return receipt }
            }
        }
        throw RecordRefusal.tooBusy
    }

    private enum Prepared: Sendable {
        case missing
        case repeated(RecordReceipt)
        case ready(PreparedWrite)
    }

    private func prepare(
        _ request: RecordRequest, type: RecordType, viewer: Viewer, rules: RulesInForce.Snapshot
    ) async throws -> Prepared {
        let now = world.now()
        let rule = rules.policy.rule(for: viewer, today: London.day(of: now))
        let (found, ground) = try await world.database.read { connection -> (WriteKeys.Found, WriteGround?) in
            let found = try request.found(by: viewer, on: connection)
            guard found == .unused, let row = try PersonInView.row(request.subject, rule: rule, on: connection),
                let log = try LogReading.log(of: request.subject, definitions: rules.definitions, on: connection)
            else { return (found, nil) }
            if let isStillOffered = request.isStillOffered, try !isStillOffered(connection) {
                throw RecordRefusal.rowHasChanged
            }
            let changed = try OpenBoard(world).changes(
                since: request.openedFrom, of: request.subject, rule: rule, by: viewer, now: now, on: connection)
            let people = try request.people(type).filter { person in
                try PersonInView.row(person, rule: rule, on: connection) != nil
            }
            let purposes = SightPreviewMaking.asks(type) ? try rules.usualPurposes(on: connection) : [:]
            return (
                found,
                WriteGround(
                    viewer: viewer, rules: rules, now: now, row: row, log: log, knownPeople: Set(people),
                    purposes: purposes, changed: changed)
            )
        }
        switch found {
        case .otherBody: throw RecordRefusal.keyUsedForSomethingElse
        case .done(let event):
            return .repeated(RecordReceipt(repeated: event, subject: request.subject))
        case .unused: break
        }
        guard let ground else { return .missing }
        do {
            return .ready(
                try PreparedWrite(
                    request, type: type, on: ground, id: world.newReference(), salt: world.newSalt()))
        } catch is Missing {
            return .missing
        }
    }

    /// `nil` when somebody else wrote first.
    private func commit(
        _ write: PreparedWrite, viewer: Viewer, request: RecordRequest
    ) async throws -> RecordReceipt? {
        let (salt, instant) = (world.newSalt(), write.now)
        let messages = ConsentMessages(
            write.salted.event, at: write.occurredAt, type: write.type, after: write.derivation, now: instant,
            newID: world.newReference
        ).messages
        let definitions = world.definitions
        do {
            let written = try await world.database.write { connection -> Bool in
                guard try EventWriting.advance(subject: write.subject, from: write.edition, on: connection) else {
                    return false
                }
                try write.store(definitions: definitions, on: connection)
                try LedgerKeeping.append(write.ledgerNote, by: viewer, at: instant, salt: salt, on: connection)
                for message in messages { try MessageRows.add(message, on: connection) }
                if write.type.actsAs == .acknowledgement, let about = write.salted.event.answers["about"]?.codes.first {
                    try EscalationRows.acknowledge(
                        about, of: write.subject, by: viewer, at: instant, on: connection)
                }
                if request.act == .record {
                    try DraftRows.remove(
                        worker: viewer.worker, agency: viewer.agency, subject: write.subject, type: write.type.id,
                        on: connection)
                }
                try request.keepKey(result: write.salted.event.id, viewer: viewer, at: instant, on: connection)
                return true
            }
            return written ? write.receipt : nil
        } catch StoreFault.taken(let name) {
            try RecordRefusal.mayTryAgain(taken: name)
            return nil
        }
    }
}

extension RecordRequest {
    /// Whether the form was sent before, or the line loaded.
    func found(by viewer: Viewer, on connection: Connection) throws -> WriteKeys.Found {
        if let key {
            let found = try WriteKeys.find(
                key.name, worker: viewer.worker, bodyDigest: key.bodyDigest, on: connection)
            if found != .unused { return found }
        }
        guard let line else { return .unused }
        return try WriteKeys.find(line.key, worker: line.owner, bodyDigest: "", on: connection)
    }

    func keepKey(result: String, viewer: Viewer, at instant: Instant, on connection: Connection) throws {
        guard let key else { return }
        try WriteKeys.keep(
            key.name, worker: viewer.worker, bodyDigest: key.bodyDigest, result: result, at: instant, on: connection)
    }

    /// The people that the answers name.
    func people(_ type: RecordType) -> [String] {
        type.fields.compactMap { field in
            if case .person = field.kind { answers[field.id]?.codes.first } else { nil }
        }
    }
}

extension RecordRefusal {
    /// Returns when the name of a *only one* rule means that somebody was quicker, or that a reference was drawn twice:
    /// then the whole is done again. Throws the refusal, or the fault, that it means otherwise.
    static func mayTryAgain(taken name: String) throws {
        switch name {
        case "appointments_slot_once": throw RecordRefusal.slotTaken
        case "write_keys_pkey", "events_superseded_once", "events_pkey", "subjects_pkey": return
        default: throw StoreFault.taken(name)
        }
    }
}
