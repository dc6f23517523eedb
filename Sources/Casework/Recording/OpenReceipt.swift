package import Domain
import Store

/// What came of an event when it was recorded: the page after a form, and the line above a board after an act.
package struct ReceiptView: Sendable {
    package var receipt: RecordReceipt
    package var person: PersonLine
    package var event: EventDetail
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
        let before = SubjectFold(
            then.filter { $0.id != id }, subject: subject, definitions: rules.definitions, asOf: event.recorded)
        let after = SubjectFold(then, subject: subject, definitions: rules.definitions, asOf: event.recorded)
        let rota = rules.directory.rota
        let changes = StandingChange.between(
            before.standing(asOf: event.recorded, rota: rota).seen(through: row, openings: before.owners),
            after.standing(asOf: event.recorded, rota: rota).seen(through: row, openings: after.owners))
        let seen = event.seen(through: row, type: rules.definitions.recordType(event.type, version: event.version))
        return ReceiptView(
            receipt: RecordReceipt(
                event: id, subject: subject, changes: changes,
                finding: seen.flatMap { rules.finding(of: $0) }, wasRepeated: false),
            person: detail.person, event: detail)
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
