package import Domain
import Ledger
import Store

/// Makes a record for a person whom a search did not find, with who they are as its first event.
package struct RegisterPerson: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    /// - Parameters:
    ///   - type: the record type that acts as identification.
    ///   - also: a second record made in the same moment, such as the arrival in custody that brought them.
    /// - Returns: the reference of the new person.
    /// - Throws: `RecordRefusal` or a fault; nothing is left half made.
    package func callAsFunction(
        type: String, answers: [String: Answer], also: [(type: String, answers: [String: Answer], occurred: Moment?)] = [],
        key: (name: String, bodyDigest: String)? = nil, by viewer: Viewer
    ) async throws -> String {
        let rules = world.rules.current
        let now = world.now()
        if let key, let done = try await repeated(key, viewer: viewer) { return done }
        let subject = world.newReference()
        var log = LogReading.Log(edition: 0, kind: "person", agency: viewer.agency, events: [])
        var writes: [PreparedWrite] = []
        for (id, answers, occurred) in [(type, answers, nil)] + also {
            guard let type = rules.definitions.recordType(id) else { throw Missing() }
            try RecordingRights(rules: rules).check(type, viewer: viewer)
            let request = RecordRequest(subject: subject, type: id, answers: answers, occurred: occurred)
            let write = try PreparedWrite(
                request, type: type, log: log, viewer: viewer, rules: rules, now: now, id: world.newReference(),
                salt: world.newSalt())
            log.events.append(write.salted.event)
            writes.append(write)
        }
        let salt = world.newSalt()
        let ready = writes
        let definitions = rules.definitions
        try await world.database.write { connection in
            try EventWriting.makeSubject(
                subject, kind: "person", agency: viewer.agency, at: now, on: connection)
            try PreparedWrite.store(ready, definitions: definitions, on: connection)
            try LedgerKeeping.append(
                PreparedWrite.note(ready, subject: subject), by: viewer, at: now, salt: salt, on: connection)
            if let key {
                try WriteKeys.keep(
                    key.name, worker: viewer.worker, bodyDigest: key.bodyDigest, result: subject, at: now,
                    on: connection)
            }
        }
        return subject
    }

    private func repeated(_ key: (name: String, bodyDigest: String), viewer: Viewer) async throws -> String? {
        let found = try await world.database.read { connection in
            try WriteKeys.find(key.name, worker: viewer.worker, bodyDigest: key.bodyDigest, on: connection)
        }
        switch found {
        case .unused: return nil
        case .done(let subject): return subject
        case .otherBody: throw RecordRefusal.keyUsedForSomethingElse
        }
    }
}

extension PreparedWrite {
    /// Writes several events of one subject; what is derived is stored once, after the last.
    static func store(_ writes: [PreparedWrite], definitions: Definitions, on connection: Connection) throws {
        for write in writes.dropLast() {
            try EventWriting.append(write.salted, occurredAt: write.occurredAt, people: [], on: connection)
        }
        try writes.last?.store(definitions: definitions, on: connection)
    }

    /// One ledger entry for several events written together.
    static func note(_ writes: [PreparedWrite], subject: String) -> LedgerKeeping.Note {
        let named = writes.map { write in
            EntryContent.NamedEvent(
                id: write.salted.event.id,
                digest: EventDigest.hash(salt: write.salted.salt, event: write.salted.canonical(at: write.occurredAt)))
        }
        return LedgerKeeping.Note(
            kind: .collection, outcome: "written", content: EntryContent(events: named).members, subjects: [subject])
    }
}
