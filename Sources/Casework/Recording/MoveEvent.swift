package import Domain
import Store

/// Takes an event that was recorded for the wrong person to the right one: one event, both records worked out again, one
/// entry in the ledger that both can find.
package struct MoveEvent: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    /// - Parameters:
    ///   - reference: whose record it is on now.
    ///   - other: whose it is. The viewer must be able to open both.
    /// - Throws: `Missing`, `RecordRefusal` or a fault.
    package func callAsFunction(
        _ event: String, of reference: String, to other: String, reason: String,
        key: (name: String, bodyDigest: String)? = nil, by viewer: Viewer
    ) async throws -> RecordReceipt {
        let (from, to) = (Reference(reference)?.compact ?? "", Reference(other)?.compact ?? "")
        if reason.trimmed.isEmpty { throw RecordRefusal.reasonMissing }
        let request = RecordRequest(
            subject: to, type: "", answers: [:], act: .move(event, reason: reason.trimmed), key: key)
        for _ in 0..<RecordEvent.tries {
            switch try await prepare(request, from: from, viewer: viewer) {
            case .missing: try await world.refuse("move", asked: from, to, by: viewer)
            case .repeated(let receipt): return receipt
            case .ready(let move):
                if let receipt = try await commit(move, request: request, viewer: viewer) { return receipt }
            }
        }
        throw RecordRefusal.tooBusy
    }

    /// The two records as they will be.
    private struct Move: Sendable {
        let left: String
        let leftEdition: Int64
        let leftDerivation: Derivation
        let write: PreparedWrite
    }

    private enum Prepared: Sendable {
        case missing
        case repeated(RecordReceipt)
        case ready(Move)
    }

    private func prepare(_ request: RecordRequest, from: String, viewer: Viewer) async throws -> Prepared {
        let (rules, now) = (world.rules.current, world.now())
        let rule = rules.policy.rule(for: viewer, today: London.day(of: now))
        let (found, grounds) = try await world.database.read { connection -> (WriteKeys.Found, [WriteGround]) in
            let found = try request.found(by: viewer, on: connection)
            let grounds = try [from, request.subject].compactMap { subject -> WriteGround? in
                guard let row = try PersonInView.row(subject, rule: rule, on: connection),
                    let log = try LogReading.log(of: subject, definitions: rules.definitions, on: connection)
                else { return nil }
                return WriteGround(viewer: viewer, rules: rules, now: now, row: row, log: log)
            }
            return (found, grounds)
        }
        switch found {
        case .otherBody: throw RecordRefusal.keyUsedForSomethingElse
        case .done(let event):
            return .repeated(RecordReceipt(repeated: event, subject: request.subject))
        case .unused: break
        }
        guard grounds.count == 2 else { return .missing }
        if from == request.subject { throw RecordRefusal.alreadyThere }
        do {
            return .ready(try move(request, from: from, grounds[0], grounds[1]))
        } catch is Missing {
            return .missing
        }
    }

    private func move(
        _ request: RecordRequest, from: String, _ left: WriteGround, _ right: WriteGround
    ) throws -> Move {
        let id = request.act.supersedes ?? ""
        guard let typeID = left.log.events.first(where: { $0.id == id })?.type,
            let type = left.definitions.recordType(typeID),
            let target = try left.target(of: request.act, subject: from, type: type)
        else { throw Missing() }
        try left.rights.check(type, viewer: left.viewer)
        // What it says is not touched: only whose it is.
        var event = target
        event.id = world.newReference()
        event.subject = request.subject
        event.act = request.act
        event.recorded = left.now
        event.by = left.viewer.worker
        let made = EventMaking.Made(event: event, before: right.fold(right.log.events, request.subject))
        let after = left.fold(left.log.events + [event], from)
        return Move(
            left: from, leftEdition: left.log.edition,
            leftDerivation: Derivation(
                after, definitions: left.definitions, rota: left.rules.directory.rota, asOf: left.now),
            write: PreparedWrite(made, request: request, type: type, on: right, salt: world.newSalt()))
    }

    private func commit(_ move: Move, request: RecordRequest, viewer: Viewer) async throws -> RecordReceipt? {
        let (salt, write, definitions) = (world.newSalt(), move.write, world.definitions)
        do {
            let written = try await world.database.write { connection -> Bool in
                guard try EventWriting.advance(subject: move.left, from: move.leftEdition, on: connection),
                    try EventWriting.advance(subject: write.subject, from: write.edition, on: connection)
                else { throw Overtaken() }
                try move.leftDerivation.store(subject: move.left, definitions: definitions, on: connection)
                try write.store(definitions: definitions, on: connection)
                try LedgerKeeping.append(
                    PreparedWrite.note([write], subjects: [move.left, write.subject]), by: viewer, at: write.now,
                    salt: salt, on: connection)
                try request.keepKey(result: write.salted.event.id, viewer: viewer, at: write.now, on: connection)
                return true
            }
            return written ? write.receipt : nil
        } catch is Overtaken {
            return nil
        } catch StoreFault.taken(let name) {
            try RecordRefusal.mayTryAgain(taken: name)
            return nil
        }
    }

    /// Somebody wrote to one of the two meanwhile; nothing of this is kept.
    private struct Overtaken: Error {}
}
