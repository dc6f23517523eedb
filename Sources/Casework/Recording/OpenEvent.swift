package import Domain
import Store

/// One event's page.
package struct EventDetail: Sendable {
    package var subject: String
    package var person: PersonLine
    package var event: EventVersion
    package var scores: [ScoreFinding]
    /// Every version, the newest first, for those who may correct it; else only the one in force.
    package var versions: [EventVersion]
    /// The version in force, or the withdrawal, when the event is neither.
    package var latest: String?
    package var mayCorrect: Bool

    package var isWithdrawn: Bool { event.view.act == "withdraw" }
}

/// An event as one correction left it.
package struct EventVersion: Sendable {
    package var view: EventView
    /// Why it was corrected, for a correction.
    package var reason: String?
}

/// Opens one event of a person's record.
package struct OpenEvent: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    /// A version that was corrected, and one that was withdrawn, are there for those who may correct it and for nobody
    /// else.
    ///
    /// - Throws: `Missing`. That look is an entry too.
    package func callAsFunction(
        _ event: String, of reference: String, part: String = "event", by viewer: Viewer
    ) async throws -> EventDetail {
        let (subject, id) = (Reference(reference)?.compact ?? "", Reference(event)?.compact ?? event)
        guard let detail = try await read(id, of: subject, by: viewer) else {
            try await world.refuse(part, asked: subject, by: viewer)
        }
        try await world.keepLook(part, subjects: [subject], details: [("event", .string(id))], by: viewer)
        return detail
    }

    /// The event, whose look is not in the ledger yet; nil when there is none for this viewer.
    func read(_ id: String, of subject: String, by viewer: Viewer) async throws -> EventDetail? {
        let (rules, now) = (world.rules.current, world.now())
        let rule = rules.policy.rule(for: viewer, today: London.day(of: now))
        return try await world.database.read { connection -> EventDetail? in
            guard let row = try PersonInView.row(subject, rule: rule, on: connection) else { return nil }
            let reading = VersionReading(subject: subject, row: row, rules: rules, connection: connection)
            let person = try PersonLine.line(of: subject, rule: rule, on: connection)
            return try reading.detail(id, person: person, viewer: viewer)
        }
    }
}

/// Reads an event with the corrections before and after it.
private struct VersionReading {
    let subject: String
    let row: RowRule
    let rules: RulesInForce.Snapshot
    let connection: Connection

    func detail(_ id: String, person: PersonLine, viewer: Viewer) throws -> EventDetail? {
        guard let stored = try TimelineReading.event(id, subject: subject, rule: row, on: connection) else {
            return nil
        }
        let type = rules.definitions.recordType(stored.type)
        let rights = RecordingRights(rules: rules)
        let mayCorrect =
            stored.agency == viewer.agency && (type.map { rights.mayComplete($0, viewer: viewer) } ?? false)
        let later = try ids(after: id)
        guard mayCorrect || (later.isEmpty && stored.act != "withdraw") else { return nil }
        let earlier = mayCorrect ? try ids(before: stored) : []
        let versions = try (later.reversed() + [id] + earlier).compactMap { try version($0) }
        return EventDetail(
            subject: subject, person: person,
            event: EventVersion(view: try EventView(stored, rules: rules), reason: stored.reason),
            scores: try scores(stored), versions: versions, latest: later.last,
            mayCorrect: mayCorrect && later.isEmpty && stored.act != "withdraw")
    }

    private func version(_ id: String) throws -> EventVersion? {
        try TimelineReading.event(id, subject: subject, rule: row, on: connection).map { stored in
            EventVersion(view: try EventView(stored, rules: rules), reason: stored.reason)
        }
    }

    private func ids(after id: String) throws -> [String] {
        var ids: [String] = []
        var last = id
        while let next = try TimelineReading.superseding(last, on: connection) {
            ids.append(next)
            last = next
        }
        return ids
    }

    private func ids(before stored: TimelineEvent) throws -> [String] {
        var ids: [String] = []
        var earlier = stored.supersedes
        while let id = earlier {
            ids.append(id)
            earlier = try TimelineReading.event(id, subject: subject, rule: row, on: connection)?.supersedes
        }
        return ids
    }

    /// Scores worked out from answers that may all be seen.
    private func scores(_ stored: TimelineEvent) throws -> [ScoreFinding] {
        guard let type = rules.definitions.recordType(stored.type, version: stored.version), !type.scores.isEmpty else {
            return []
        }
        var answers: [String: Answer] = [:]
        for (_, text) in stored.sections { try AnswerReading.read(text, type: type, into: &answers) }
        let empty = SubjectFold(subject: subject, definitions: rules.definitions)
        let found = RecordCheck(type: type, fold: empty, at: stored.occurredAt)
            .scores(answers, definitions: rules.definitions)
        return found.filter { finding in
            type.scores.contains { score in
                score.id == finding.id
                    && row.allows(RowFacts(category: score.category, owner: stored.agency, type: stored.type))
            }
        }
    }
}
