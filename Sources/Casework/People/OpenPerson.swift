package import Domain
package import Store

/// A person's page: only what the viewer may see, each part with the reason it is shown.
package struct PersonView: Sendable {
    package var subject: String
    package var head: FoundPerson?
    package var facts: [FactView]
    package var enrolments: [EnrolmentRow]
    package var timeline: [EventView]
    package var hasEarlier: Bool
    /// By category: why it is shown.
    package var reasons: [(category: String, owner: String, reason: AccessReason)]
    /// Categories that exist and are withheld, where that may be said.
    package var withheld: [(category: String, owner: String)]
    package var lastSeen: Instant?
    package var asOf: Instant
}

/// One fact of the banner, with who says so and since when.
package struct FactView: Sendable, Hashable {
    package var fact: PersonFact
    package var title: String
    package var text: String
    package var by: String
    package var on: Day
}

/// One event of the timeline.
package struct EventView: Sendable {
    package var id: String
    package var type: String
    package var title: String
    package var act: String
    package var occurredAt: Instant
    package var isDayOnly: Bool
    package var recordedAt: Instant
    package var by: String
    package var agency: String
    package var supersedes: String?
    package var answers: [AnswerView]
}

/// One answer as a page prints it.
package struct AnswerView: Sendable, Hashable {
    package var field: String
    package var question: String
    package var text: String
    package var category: String
}

/// Opens a person's page. The look is in the ledger before the page leaves.
package struct OpenPerson: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    /// - Parameters:
    ///   - before: for the earlier pages of the timeline.
    ///   - part: which part of the page, for the ledger: "person", "due", "sharing" …
    /// - Throws: `Missing` when there is no such person or nothing of them is for this viewer. That look is an entry too,
    ///   the same in both cases.
    package func callAsFunction(
        _ reference: String, part: String = "person", before: Instant? = nil, limit: Int = 50, by viewer: Viewer
    ) async throws -> PersonView {
        let rules = world.rules.current
        let now = world.now()
        let rule = rules.policy.rule(for: viewer, today: London.day(of: now))
        let subject = Reference(reference)?.compact ?? ""
        let view = try await world.database.read { connection -> PersonView? in
            guard let row = try PersonInView.row(subject, rule: rule, on: connection) else { return nil }
            return try self.view(
                subject, rule: rule, row: row, rules: rules, now: now, before: before, limit: limit, on: connection)
        }
        guard let view else {
            try await world.keepLook(
                part, subjects: [], details: [("asked", .string(subject))], by: viewer)
            throw Missing()
        }
        let sections = Array(Set(view.reasons.map(\.category))).sorted().map(CanonicalJSON.string)
        try await world.keepLook(
            part, subjects: [subject], details: [("sections", .array(sections))], by: viewer)
        return view
    }

    private func view(
        _ subject: String, rule: AccessRule, row: RowRule, rules: RulesInForce.Snapshot, now: Instant,
        before: Instant?, limit: Int, on connection: Connection
    ) throws -> PersonView {
        let found = try TimelineReading.events(
            of: subject, rule: row, before: before, limit: limit + 1, on: connection)
        var enrolments = try StandingRows.enrolments(of: subject, rule: row, on: connection)
        try StandingRows.fill(&enrolments, rule: rule, on: connection)
        let rows = try RowFactsReading.rows(of: subject, on: connection)
        let shown = rows.filter(row.allows)
        let events = try found.prefix(limit).map { try EventView($0, rules: rules) }
        return PersonView(
            subject: subject,
            head: try PersonHeads.heads(of: [subject], rule: rule, on: connection).first,
            facts: try PersonFactReading.facts(of: subject, rule: row, rules: rules, on: connection),
            enrolments: enrolments, timeline: events, hasEarlier: found.count > limit,
            reasons: reasons(shown, row), withheld: withheld(rows, row), lastSeen: events.first?.occurredAt, asOf: now)
    }

    private func reasons(
        _ rows: [RowFacts], _ rule: RowRule
    ) -> [(category: String, owner: String, reason: AccessReason)] {
        var seen: Set<String> = []
        return rows.compactMap { row in
            let (category, owner) = (row.category.text, row.owner.text)
            guard seen.insert(category + " " + owner).inserted, let reason = rule.reason(for: row) else { return nil }
            return (category, owner, reason)
        }
    }

    private func withheld(_ rows: [RowFacts], _ rule: RowRule) -> [(category: String, owner: String)] {
        rule.withheld(among: rows).map { ($0.category.text, $0.owner.text) }
    }
}
