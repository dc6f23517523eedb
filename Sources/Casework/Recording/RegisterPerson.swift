package import Domain
import Store

/// Makes a record for a person whom a search did not find, with who they are as its first event.
package struct RegisterPerson: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    /// - Parameters:
    ///   - type: the record type that acts as identification.
    ///   - also: records made in the same moment, such as the arrival in custody that brought them. Who they are counts
    ///     from the first of these on.
    ///   - line: the line of a list that brought them.
    /// - Returns: the reference of the new person.
    /// - Throws: `RecordRefusal` or a fault; nothing is left half made.
    package func callAsFunction(
        type: String, answers: [String: Answer],
        also: [(type: String, answers: [String: Answer], occurred: Moment?)] = [],
        key: (name: String, bodyDigest: String)? = nil, line: ListLine? = nil, by viewer: Viewer
    ) async throws -> String {
        try await registered(type: type, answers: answers, also: also, key: key, line: line, by: viewer).person
    }

    /// What came of it.
    package struct Registered: Sendable, Equatable {
        package var person: String
        /// True when the same form or line had made them before: nothing new was written.
        package var wasRepeated: Bool
    }

    /// The same, for those who must know whether this made them.
    ///
    /// - Parameter isKnown: asked in the write: whether a record was made for them meanwhile.
    /// - Throws: `RecordRefusal.alreadyThere` where one was.
    func registered(
        type: String, answers: [String: Answer],
        also: [(type: String, answers: [String: Answer], occurred: Moment?)] = [],
        key: (name: String, bodyDigest: String)? = nil, line: ListLine? = nil,
        unless isKnown: (@Sendable (Connection) throws -> Bool)? = nil, by viewer: Viewer
    ) async throws -> Registered {
        let parts = [(type: type, answers: answers, occurred: also.first?.occurred)] + also
        for _ in 0..<RecordEvent.tries {
            let request = RecordRequest(subject: "", type: type, answers: [:], key: key, line: line)
            if let person = try await repeated(request, viewer: viewer) {
                return Registered(person: person, wasRepeated: true)
            }
            if let person = try await register(parts, request: request, unless: isKnown, by: viewer) {
                return Registered(person: person, wasRepeated: false)
            }
        }
        throw RecordRefusal.tooBusy
    }

    /// `nil` when a reference was drawn twice, or the same form was sent at the same moment.
    private func register(
        _ parts: [(type: String, answers: [String: Answer], occurred: Moment?)], request: RecordRequest,
        unless isKnown: (@Sendable (Connection) throws -> Bool)?, by viewer: Viewer
    ) async throws -> String? {
        let (subject, now, salt) = (world.newReference(), world.now(), world.newSalt())
        let writes = try writes(parts, subject: subject, line: request.line, by: viewer, at: now)
        let definitions = world.definitions
        do {
            try await world.database.write { connection in
                if let isKnown, try isKnown(connection) { throw RecordRefusal.alreadyThere }
                try EventWriting.makeSubject(
                    subject, kind: "person", agency: viewer.agency, at: now, on: connection)
                for write in writes.dropLast() { try write.append(on: connection) }
                try writes.last?.store(definitions: definitions, on: connection)
                try LedgerKeeping.append(
                    PreparedWrite.note(writes, subjects: [subject]), by: viewer, at: now, salt: salt, on: connection)
                try request.keepKey(result: subject, viewer: viewer, at: now, on: connection)
            }
        } catch StoreFault.taken(let name) {
            try RecordRefusal.mayTryAgain(taken: name)
            return nil
        }
        return subject
    }

    /// Each worked out on those before it; what is derived is worked out after the last.
    private func writes(
        _ parts: [(type: String, answers: [String: Answer], occurred: Moment?)], subject: String, line: ListLine?,
        by viewer: Viewer, at now: Instant
    ) throws -> [PreparedWrite] {
        let rules = world.rules.current
        let row = rules.policy.rule(for: viewer, today: London.day(of: now)).given(SubjectFacts())
        var ground = WriteGround(
            viewer: viewer, rules: rules, now: now, row: row,
            log: LogReading.Log(edition: 0, kind: "person", agency: viewer.agency, events: []))
        var writes: [PreparedWrite] = []
        for (number, part) in parts.enumerated() {
            guard let type = rules.definitions.recordType(part.type) else { throw Missing() }
            try ground.rights.check(type, viewer: viewer)
            var request = RecordRequest(
                subject: subject, type: part.type, answers: part.answers, occurred: part.occurred,
                line: number == parts.count - 1 ? line : nil)
            // Somebody whose record begins here has no record that a warning could speak of.
            request.warningsRead = nil
            let write = try PreparedWrite(
                request, type: type, on: ground, id: world.newReference(), salt: world.newSalt())
            ground.log.events.append(write.salted.event)
            writes.append(write)
        }
        return writes
    }

    /// The person whom the same form, or the same line, made before.
    private func repeated(_ request: RecordRequest, viewer: Viewer) async throws -> String? {
        let found = try await world.database.read { connection -> WriteKeys.Found in
            let found = try request.found(by: viewer, on: connection)
            // A line's key leads to its event, and that to the person.
            guard case .done(let result) = found, request.line != nil,
                let subject = try LogReading.subject(ofEvent: result, on: connection)
            else { return found }
            return .done(result: subject)
        }
        switch found {
        case .unused: return nil
        case .done(let subject): return subject
        case .otherBody: throw RecordRefusal.keyUsedForSomethingElse
        }
    }
}
