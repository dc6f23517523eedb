package import Domain
package import Store

/// Opens a sealed record again: on the machine itself, since nobody who signs in can see the record, and on the word of two
/// people, who are named in it.
package struct UnsealRecord: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    /// Why a record is not opened.
    package enum Refusal: Error, Sendable, Hashable {
        /// The same person twice, or somebody who is no administrator today.
        case notTwoAdministrators
        case reasonMissing
        /// There is no such record, or it is not sealed.
        case notSealed
        case tooBusy
    }

    /// - Parameters:
    ///   - asking: who asks for it.
    ///   - agreeing: who agrees, another administrator.
    ///   - reason: by whose order, and why.
    package func callAsFunction(
        _ reference: String, because reason: String, asking: Worker, agreeing: Worker, by viewer: Viewer
    ) async throws {
        let reason = reason.trimmed
        guard !reason.isEmpty else { throw Refusal.reasonMissing }
        guard asking.id != agreeing.id, [asking, agreeing].allSatisfy({ administers($0.id) }) else {
            throw Refusal.notTwoAdministrators
        }
        let words = "\(reason) (\(asking.name) and \(agreeing.name))"
        for _ in 0..<RecordEvent.tries where try await unseal(Reference(reference)?.compact ?? "", words, by: viewer) {
            return
        }
        throw Refusal.tooBusy
    }

    private func administers(_ worker: String) -> Bool {
        let (rules, today) = (world.rules.current, London.day(of: world.now()))
        let administrators = Set(rules.definitions.roles.filter(\.mayAdminister).map(\.id))
        return rules.directory.roles.contains {
            $0.worker == worker && administrators.contains($0.role) && $0.isInForce(on: today)
        }
    }

    /// False when somebody else wrote first.
    private func unseal(_ subject: String, _ words: String, by viewer: Viewer) async throws -> Bool {
        let (rules, now, definitions) = (world.rules.current, world.now(), world.definitions)
        let log = try await world.database.read { try LogReading.log(of: subject, definitions: definitions, on: $0) }
        guard let log else { throw Refusal.notSealed }
        let ground = WriteGround(viewer: viewer, rules: rules, now: now, row: .nothing, log: log)
        let before = ground.fold(log.events, subject)
        let facts = Derivation(before, definitions: definitions, rota: rules.directory.rota, asOf: now).facts
        let seals = before.eventsInForce.map { $0.0 }.filter { definitions.recordType($0.type)?.actsAs == .seal }
        guard facts.isSealed, let seal = seals.last, let type = definitions.recordType(seal.type) else {
            throw Refusal.notSealed
        }
        var event = Event(
            id: world.newReference(), subject: subject, type: type.id, version: definitions.version(of: type.id),
            act: .record, occurred: .instant(now), known: now, recorded: now, by: viewer.worker, agency: seal.agency)
        event.answers = ["sealed": .yesNo(false)]
        if type.field("because") != nil { event.answers["because"] = .text(words) }
        let write = PreparedWrite(
            EventMaking.Made(event: event, before: before),
            request: RecordRequest(subject: subject, type: type.id, answers: event.answers), type: type, on: ground,
            salt: world.newSalt())
        let salt = world.newSalt()
        return try await world.database.write { connection in
            guard try EventWriting.advance(subject: subject, from: write.edition, on: connection) else { return false }
            try write.store(definitions: definitions, on: connection)
            try LedgerKeeping.append(write.ledgerNote, by: viewer, at: now, salt: salt, on: connection)
            return true
        }
    }
}
