import Domain
import Store

/// Reads the head of a person's pages in the snapshot of the page.
struct PersonReading {
    let rules: RulesInForce.Snapshot
    let rule: AccessRule
    let now: Instant
    let connection: Connection
    private let viewer: Viewer

    /// What was found, with what the rest of a page needs.
    struct Found {
        let view: PersonView
        let row: RowRule
        /// Every kind of row the record holds, seen or not.
        let rows: [RowFacts]
    }

    init(_ world: World, viewer: Viewer, now: Instant, on connection: Connection) {
        rules = world.rules.current
        rule = rules.policy.rule(for: viewer, today: London.day(of: now))
        self.viewer = viewer
        self.now = now
        self.connection = connection
    }

    /// `nil` when the viewer may see nothing of them, or there is nobody.
    func person(_ subject: String) throws -> Found? {
        guard let row = try PersonInView.row(subject, rule: rule, on: connection) else { return nil }
        var enrolments = try StandingRows.enrolments(of: subject, rule: row, on: connection)
        try StandingRows.fill(&enrolments, rule: rule, on: connection)
        let rows = try RowFactsReading.rows(of: subject, on: connection)
        let head = try PersonHeads.head(of: subject, rule: row, on: connection)
        let appointments = try AppointmentReading.appointments(of: subject, from: now, rule: row, on: connection)
        let withheld = row.withheld(among: rows).map {
            WithheldPart(category: $0.category.text, owner: $0.owner.text)
        }
        let view = PersonView(
            subject: subject,
            identity: PersonIdentity(head ?? .unnamed(subject), today: London.day(of: now)),
            facts: try PersonFactReading.facts(of: subject, rule: row, rules: rules, on: connection),
            enrolments: enrolments.map { EnrolmentLine($0, at: now, rules: rules) },
            lastSeen: try LastSeenReading(rules: rules).lastSeen(of: subject, rule: row, on: connection),
            nextAppointment: appointments.first { $0.state == "booked" }.map { AppointmentLine($0, rules: rules) },
            shown: row.shown(among: rows),
            withheld: withheld, acts: acts, glass: try glass(of: subject), reach: reach(withheld), asOf: now)
        return Found(view: view, row: row, rows: rows)
    }

    private func reach(_ withheld: [WithheldPart]) -> ReachSight {
        let categories = rules.definitions.safeContactCategories
        let owners = Set(withheld.filter { categories.contains($0.category) }.map(\.owner))
        guard owners.isEmpty else { return .withheld(owners: owners.sorted()) }
        let role = rules.definitions.roles.first { $0.id == viewer.role }
        return categories.isDisjoint(with: role?.categories ?? []) ? .notForRole : .notKnown
    }

    private func glass(of subject: String) throws -> GlassBreak? {
        guard viewer.hasBrokenGlass else { return nil }
        return try GlassRows.open(of: viewer.worker, on: connection).last { $0.subject == subject && $0.until > now }
    }

    private var acts: PersonActs {
        let rights = RecordingRights(rules: rules)
        func type(_ meaning: RecordType.Meaning) -> String? {
            rules.definitions.recordTypes.first { $0.actsAs == meaning && rights.mayComplete($0, viewer: viewer) }?.id
        }
        return PersonActs(
            referral: type(.referral), appointment: type(.appointment), consent: type(.consent),
            consentWithdrawal: type(.consentWithdrawal))
    }
}

extension RowRule {
    /// Each part of a record that is shown, once, with the reason of its first row.
    func shown(among rows: [RowFacts]) -> [ShownPart] {
        var seen: Set<WithheldPart> = []
        return rows.compactMap { row in
            let part = WithheldPart(category: row.category.text, owner: row.owner.text)
            guard !seen.contains(part), let reason = reason(for: row) else { return nil }
            seen.insert(part)
            return ShownPart(category: part.category, owner: part.owner, reason: reason)
        }
    }
}
