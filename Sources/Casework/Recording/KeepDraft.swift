package import Domain
package import Store

/// What a worker began and did not finish.
package struct KeptDraft: Sendable, Hashable {
    package var type: String
    /// What was typed, by the name it was sent under.
    package var fields: [String: [String]]
    package var savedAt: Instant
    package var expiresAt: Instant

    init(_ draft: Draft) {
        type = draft.type
        fields = draft.fields
        savedAt = draft.savedAt
        expiresAt = draft.expiresAt
    }
}

/// Keeps what a worker has typed and not recorded: theirs alone, for some days.
package struct KeepDraft: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    /// How long a draft lives unless the partnership sets otherwise.
    private static let days = 7

    /// - Parameter fields: what was typed, by the name it was sent under.
    package func callAsFunction(
        _ typeID: String, of reference: String, fields: [String: [String]], by viewer: Viewer
    ) async throws {
        let (rules, now) = (world.rules.current, world.now())
        let subject = Reference(reference)?.compact ?? ""
        guard let type = rules.definitions.recordType(typeID) else {
            try await world.refuse("draft", asked: subject, by: viewer)
        }
        try RecordingRights(rules: rules).check(type, viewer: viewer)
        let rule = rules.policy.rule(for: viewer, today: London.day(of: now))
        let id = world.newReference()
        let kept = try await world.database.write { connection -> Bool in
            guard try PersonInView.row(subject, rule: rule, on: connection) != nil else { return false }
            let days = try AgencyRows.setting("draft-days", on: connection).flatMap { Int($0) } ?? Self.days
            let draft = Draft(
                id: id, subject: subject, type: typeID, fields: fields, savedAt: now,
                expiresAt: now.adding(hours: 24 * days))
            try DraftRows.save(draft, worker: viewer.worker, agency: viewer.agency, on: connection)
            return true
        }
        if !kept { try await world.refuse("draft", asked: subject, by: viewer) }
    }

    /// A worker's drafts that still live, the newest first.
    package func all(of viewer: Viewer) async throws -> [Draft] {
        let now = world.now()
        return try await world.database.read { connection in
            try DraftRows.drafts(of: viewer.worker, agency: viewer.agency, at: now, on: connection)
        }
    }

    package func discard(_ typeID: String, of reference: String, by viewer: Viewer) async throws {
        guard let subject = Reference(reference)?.compact else { throw Missing() }
        try await world.database.write { connection in
            try DraftRows.remove(
                worker: viewer.worker, agency: viewer.agency, subject: subject, type: typeID, on: connection)
        }
    }
}
