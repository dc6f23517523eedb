package import Domain
import Ledger
import Store

/// Opens, in an emergency and for an hour, a record that the worker would not be shown: with a reason and the second factor,
/// under the eyes of a named reviewer, who is told by reference only.
///
/// It opens every agency's rows of that person in the categories of the worker's role, but for those that a statute closes.
/// It never opens what the worker is barred from, nor a record that is restricted to others or sealed.
package struct BreakGlass: Sendable {
    let door: FrontDoor

    package init(_ door: FrontDoor) {
        self.door = door
    }

    /// How long a record stays open.
    package static let minutes = 60
    /// Within how many hours it is to be reviewed.
    package static let reviewHours = 72
    /// A reason shorter than this many characters says nothing.
    package static let leastReason = 15

    package enum Refusal: Error, Sendable, Hashable {
        case reasonTooShort
        /// There is no such record, more than one, or none that may be opened so: it is never said which.
        case nobody
        /// No other worker is named who would review it.
        case nobodyReviews
        /// Something else was sent with the same form.
        case keyUsedForSomethingElse
    }

    /// What is asked.
    package struct Request: Sendable {
        /// Whose record: a reference, a number, or both names with the date of birth.
        package var person: PeopleQuery
        package var reason: String
        /// The second factor's code.
        package var code: String
        package var device: String?
        package var source: String
        package var key: (name: String, bodyDigest: String)?

        package init(
            person: PeopleQuery, reason: String, code: String, device: String?, source: String,
            key: (name: String, bodyDigest: String)?
        ) {
            self.person = person
            self.reason = reason
            self.code = code
            self.device = device
            self.source = source
            self.key = key
        }
    }

    /// - Returns: what was opened; sent again, the same.
    /// - Throws: `Refusal`, `SignInRefusal` for the code, or a fault.
    package func callAsFunction(_ request: Request, in session: LiveSession) async throws -> GlassBreak {
        let (world, viewer) = (door.world, session.viewer)
        if let before = try await sent(request.key, by: viewer) { return before }
        let reason = request.reason.trimmed
        guard reason.count >= Self.leastReason else { throw Refusal.reasonTooShort }
        let reviewers = try await world.database.read { try GlassRows.reviewers(of: viewer.agency, on: $0) }
        guard reviewers.contains(where: { $0 != viewer.worker }) else { throw Refusal.nobodyReviews }
        try await StepUp(door)(
            code: request.code, in: session, device: request.device, source: request.source)
        let now = world.now()
        var glass = GlassBreak(
            id: world.newReference(), subject: "", worker: viewer.worker, agency: viewer.agency, role: viewer.role,
            reason: reason, brokenAt: now, until: now.adding(minutes: Self.minutes),
            reviewDueAt: now.adding(hours: Self.reviewHours))
        if let subject = try await only(request.person, at: now) {
            glass.subject = subject
            if try await open(glass, key: request.key, by: viewer) { return glass }
        }
        // What was typed may be a name: the entry says only that somebody tried.
        try await world.keepLook(
            LedgerKeeping.Note(kind: .breakGlass, outcome: "refused", content: [], subjects: []), by: viewer)
        throw Refusal.nobody
    }

    private func sent(_ key: (name: String, bodyDigest: String)?, by viewer: Viewer) async throws -> GlassBreak? {
        do {
            guard let id = try await FormSent(door.world)(key, by: viewer) else { return nil }
            return try await door.world.database.read { try GlassRows.glass(id, on: $0) }
        } catch RecordRefusal.keyUsedForSomethingElse {
            throw Refusal.keyUsedForSomethingElse
        }
    }

    /// The one person who is meant.
    private func only(_ person: PeopleQuery, at now: Instant) async throws -> String? {
        let today = London.day(of: now)
        let rule = door.world.rules.current.policy.rule(for: .system("break-glass"), today: today)
        let found = try await door.world.database.read {
            try ExactPeople.subjects(person.wanted(today: today), rule: rule, on: $0)
        }
        return found.count == 1 ? found.first : nil
    }

    /// False where nothing of the record would be shown even so.
    private func open(
        _ glass: GlassBreak, key: (name: String, bodyDigest: String)?, by viewer: Viewer
    ) async throws -> Bool {
        let (world, salt) = (door.world, door.world.newSalt())
        let breaker = Viewer(
            somebody: viewer.worker, agency: viewer.agency, role: viewer.role, purpose: viewer.purpose,
            hasBrokenGlass: true)
        let rule = world.rules.current.policy.rule(for: breaker, today: London.day(of: glass.brokenAt))
        return try await world.database.write { connection in
            var facts = try SubjectFactsReading.facts(of: glass.subject, on: connection)
            facts.openedFor.insert(ByteText(viewer.worker))
            let row = rule.given(facts)
            guard try RowFactsReading.rows(of: glass.subject, on: connection).contains(where: row.allows) else {
                return false
            }
            try GlassRows.add(glass, on: connection)
            if let key {
                try WriteKeys.keep(
                    key.name, worker: viewer.worker, bodyDigest: key.bodyDigest, result: glass.id, at: glass.brokenAt,
                    on: connection)
            }
            let note = LedgerKeeping.Note(
                kind: .breakGlass, outcome: "opened",
                content: [
                    ("break", .string(glass.id)), ("reason", .string(glass.reason)),
                    ("until", .string("\(glass.until.milliseconds)")),
                ], subjects: [glass.subject])
            try LedgerKeeping.append(note, by: viewer, at: glass.brokenAt, salt: salt, on: connection)
            return true
        }
    }
}

/// Closes a record again before its time.
package struct CloseGlass: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    /// - Throws: `Missing` where the viewer has no such record open.
    package func callAsFunction(_ id: String, by viewer: Viewer) async throws {
        let (now, salt) = (world.now(), world.newSalt())
        try await world.database.write { connection in
            guard let glass = try GlassRows.glass(id, on: connection),
                try GlassRows.close(id, of: viewer.worker, at: now, on: connection)
            else { throw Missing() }
            let note = LedgerKeeping.Note(
                kind: .breakGlass, outcome: "closed", content: [("break", .string(id))], subjects: [glass.subject])
            try LedgerKeeping.append(note, by: viewer, at: now, salt: salt, on: connection)
        }
    }
}
