package import Domain
import Ledger
import Store

/// Records one thing about a subject: access, answers, event, standing, ledger entry, all in one transaction.
///
/// The work is done on a snapshot and committed only if nobody wrote to the subject meanwhile; otherwise it is done
/// again on what they wrote.
package struct RecordEvent: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    private static let tries = 8

    /// - Throws: `Missing` when there is no such person for this viewer, `RecordRefusal`, or a fault.
    package func callAsFunction(_ request: RecordRequest, by viewer: Viewer) async throws -> RecordReceipt {
        let rules = world.rules.current
        guard let type = rules.definitions.recordType(request.type) else { throw Missing() }
        try RecordingRights(rules: rules).check(type, viewer: viewer)
        if request.act != .record, (request.act.reason ?? "").trimmed.isEmpty { throw RecordRefusal.reasonMissing }
        for _ in 0..<Self.tries {
            let prepared = try await prepare(request, type: type, viewer: viewer, rules: rules)
            switch prepared {
            case .repeated(let receipt): return receipt
            case .ready(let write):
                if let receipt = try await commit(write, viewer: viewer, request: request) { return receipt }
            }
        }
        throw RecordRefusal.tooBusy
    }

    private enum Prepared: Sendable {
        case repeated(RecordReceipt)
        case ready(PreparedWrite)
    }

    private func prepare(
        _ request: RecordRequest, type: RecordType, viewer: Viewer, rules: RulesInForce.Snapshot
    ) async throws -> Prepared {
        let now = world.now()
        let rule = rules.policy.rule(for: viewer, today: London.day(of: now))
        let found = try await world.database.read { connection -> (WriteKeys.Found, LogReading.Log?) in
            if let key = request.key {
                let found = try WriteKeys.find(
                    key.name, worker: viewer.worker, bodyDigest: key.bodyDigest, on: connection)
                if found != .unused { return (found, nil) }
            }
            guard try PersonInView.row(request.subject, rule: rule, on: connection) != nil else {
                return (.unused, nil)
            }
            let log = try LogReading.log(of: request.subject, definitions: rules.definitions, on: connection)
            return (.unused, log)
        }
        switch found.0 {
        case .otherBody: throw RecordRefusal.keyUsedForSomethingElse
        case .done(let event):
            return .repeated(
                RecordReceipt(event: event, subject: request.subject, changes: [], wasRepeated: true))
        case .unused: break
        }
        guard let log = found.1 else { throw Missing() }
        return .ready(
            try PreparedWrite(
                request, type: type, log: log, viewer: viewer, rules: rules, now: now, id: world.newReference(),
                salt: world.newSalt()))
    }

    /// `nil` when somebody else wrote first.
    private func commit(
        _ write: PreparedWrite, viewer: Viewer, request: RecordRequest
    ) async throws -> RecordReceipt? {
        let (salt, instant) = (world.newSalt(), write.now)
        let key = request.key
        let definitions = world.definitions
        do {
            let written = try await world.database.write { connection -> Bool in
                guard
                    try EventWriting.advance(subject: write.subject, from: write.edition, on: connection)
                else { return false }
                try write.store(definitions: definitions, on: connection)
                try LedgerKeeping.append(
                    write.ledgerNote, by: viewer, at: instant, salt: salt, on: connection)
                try DraftRows.remove(
                    worker: viewer.worker, agency: viewer.agency, subject: write.subject, type: write.type.id,
                    on: connection)
                if let key {
                    try WriteKeys.keep(
                        key.name, worker: viewer.worker, bodyDigest: key.bodyDigest, result: write.salted.event.id,
                        at: instant, on: connection)
                }
                return true
            }
            return written ? write.receipt : nil
        } catch StoreFault.taken(let name) where name == "appointments_slot_once" {
            throw RecordRefusal.slotTaken
        } catch StoreFault.taken(let name) where name == "events_superseded_once" {
            throw RecordRefusal.alreadyCorrected(event: request.act.supersedes ?? "")
        } catch StoreFault.taken(let name) where name == "write_keys_pkey" {
            return nil
        }
    }
}
