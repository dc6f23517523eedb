package import Domain
import Store

/// What came of an event when it was recorded: the page after a form, and the line above a board after an act.
package struct ReceiptView: Sendable {
    package var receipt: RecordReceipt
    package var person: PersonLine
    package var event: EventDetail
    /// What those named in a consent, or in its withdrawal, may see more or less than before.
    package var sharing: [ConsentEffect]
    /// The record opened no longer to those who recorded this: it ended what let them see it.
    package var isClosed: Bool
}

/// Works out again what an event changed when it was recorded, from the log as it was then.
package struct OpenReceipt: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    /// - Parameter reference: whose event it must be; anybody's when not said.
    /// - Throws: `Missing` when there is no such event for this viewer. That look is an entry too.
    package func callAsFunction(
        _ event: String, of reference: String? = nil, by viewer: Viewer
    ) async throws -> ReceiptView {
        let (rules, now) = (world.rules.current, world.now())
        let rule = rules.policy.rule(for: viewer, today: London.day(of: now))
        let id = Reference(event)?.compact ?? event
        let wanted = reference.map { Reference($0)?.compact ?? "" }
        let found = try await world.database.read { connection -> (String, RowRule, LogReading.Log)? in
            guard let subject = try LogReading.subject(ofEvent: id, on: connection), subject == wanted ?? subject,
                let row = try PersonInView.row(subject, rule: rule, on: connection),
                let log = try LogReading.log(of: subject, definitions: rules.definitions, on: connection)
            else { return nil }
            return (subject, row, log)
        }
        guard let (subject, row, log) = found, let event = log.events.first(where: { $0.id == id }) else {
            try await world.refuse("receipt", asked: id, by: viewer)
        }
        let detail = try await OpenEvent(world)(id, of: subject, part: "receipt", by: viewer)
        let then = log.events.filter { $0.recorded <= event.recorded }
        let derived = { (events: [Event]) in
            Derivation(
                SubjectFold(events, subject: subject, definitions: rules.definitions, asOf: event.recorded),
                definitions: rules.definitions, rota: rules.directory.rota, asOf: event.recorded)
        }
        let (before, after) = (derived(then.filter { $0.id != id }), derived(then))
        let isTheirs =
            event.by == viewer.worker && event.agency == viewer.agency
            && now < event.recorded.adding(minutes: Self.minutesToTell)
        // What the worker saw when they pressed may be told them once more, though it ended what let them see it.
        let rowBefore = rule.given(before.subjectFacts)
        let named =
            isTheirs && after.head(of: subject, through: row) == nil
            ? before.head(of: subject, through: rowBefore) : nil
        let rowThen = named == nil ? row : rowBefore
        let changes = StandingChange.between(
            before.standing.seen(through: rowThen, openings: before.owners),
            after.standing.seen(through: rowThen, openings: after.owners))
        let seen = event.seen(through: row, type: rules.definitions.recordType(event.type, version: event.version))
        return ReceiptView(
            receipt: RecordReceipt(
                event: id, subject: subject, changes: changes,
                finding: seen.flatMap { rules.finding(of: $0) }, wasRepeated: false),
            person: named.map { PersonLine($0) } ?? detail.person, event: detail,
            sharing: event.agency == viewer.agency
                ? try await sharing(of: event, before: before, after: after, rules: rules) : [],
            isClosed: named != nil)
    }

    /// For how long a worker who closed a record to themselves is told whose it was.
    private static let minutesToTell = 30

    private func sharing(
        of event: Event, before: Derivation, after: Derivation, rules: RulesInForce.Snapshot
    ) async throws -> [ConsentEffect] {
        let meaning = rules.definitions.recordType(event.type)?.actsAs
        guard meaning == .consent || meaning == .consentWithdrawal else { return [] }
        let named = event.answers["recipient"]?.codes ?? []
        let recipients = named.isEmpty ? Set(before.facts.consents.map(\.recipient)).sorted() : named
        let sight = try await world.database.read { connection in
            try ConsentSight(rules: rules, now: event.recorded, on: connection)
        }
        return recipients.map { recipient in
            sight.effect(
                on: recipient, of: event.answers["categories"]?.codes ?? [], owner: event.agency,
                before: before.subjectFacts, after: after.subjectFacts)
        }
    }
}

extension RulesInForce.Snapshot {
    /// What a decision found, as it is kept with its event.
    fileprivate func finding(of event: Event) -> Decision.Finding? {
        guard let decision = definitions.recordType(event.type)?.decision.flatMap(definitions.decision),
            let fired = event.answers["rule"]?.codes.first
        else { return nil }
        return decision.finding(rule: fired, on: event.occurred.day)
    }
}
