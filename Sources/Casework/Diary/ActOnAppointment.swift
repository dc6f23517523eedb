package import Domain
import Store

/// Does an act of the diary's row that needs nothing typed: who came and who did not.
package struct ActOnAppointment: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    /// The record occurs when the appointment did, on a later day; on its own day, now.
    ///
    /// - Throws: `Missing` when there is no such appointment for this viewer, `RecordRefusal.rowHasChanged` when it no
    ///   longer offers the act, or another refusal.
    package func callAsFunction(
        _ act: String, on event: String, of reference: String, key: (name: String, bodyDigest: String)?,
        by viewer: Viewer
    ) async throws -> RecordReceipt {
        let (rules, now) = (world.rules.current, world.now())
        let subject = Reference(reference)?.compact ?? ""
        let rule = rules.policy.rule(for: viewer, today: London.day(of: now))
        let found = try await world.database.read { connection -> (AppointmentRow, bookedAt: Instant)? in
            guard let row = try PersonInView.row(subject, rule: rule, on: connection),
                let appointment = try AppointmentReading.appointment(event, of: subject, rule: row, on: connection),
                let booking = try TimelineReading.event(event, subject: subject, rule: row, on: connection)
            else { return nil }
            return (appointment, booking.occurredAt)
        }
        guard let (row, bookedAt) = found else { try await world.refuse("diary", asked: subject, by: viewer) }
        // Pressed twice, the key answers before the row is asked whether it still offers the act.
        if let key, let done = try await repeated(key, subject: subject, viewer: viewer) { return done }
        guard let chosen = DiaryActs(world, viewer: viewer, now: now).acts(on: row).first(where: { $0.id == act }),
            !chosen.opensPage, let type = rules.definitions.recordType(chosen.record)
        else { throw RecordRefusal.rowHasChanged }
        let isLater = London.day(of: row.startsAt) < London.day(of: now)
        let request = RecordRequest(
            subject: subject, type: type.id, answers: answers(chosen, type: type, row: row, rules: rules, now: now),
            occurred: isLater ? .instant(max(row.startsAt, bookedAt)) : nil, key: key)
        return try await RecordEvent(world)(request, by: viewer)
    }

    private func answers(
        _ act: DiaryAct, type: RecordType, row: AppointmentRow, rules: RulesInForce.Snapshot, now: Instant
    ) -> [String: Answer] {
        let typed = TypedRecord(fields: act.answers.mapValues { TypedField([$0]) })
        var answers = rules.read(typed, type: type, now: now).answers
        if type.field("appointment") != nil { answers["appointment"] = .text(row.event) }
        if type.field("purpose") != nil, answers["purpose"] == nil { answers["purpose"] = .choice(row.purpose) }
        return answers
    }

    private func repeated(
        _ key: (name: String, bodyDigest: String), subject: String, viewer: Viewer
    ) async throws -> RecordReceipt? {
        let found = try await world.database.read { connection in
            try WriteKeys.find(key.name, worker: viewer.worker, bodyDigest: key.bodyDigest, on: connection)
        }
        guard case .done(let event) = found else { return nil }
        return RecordReceipt(event: event, subject: subject, changes: [], wasRepeated: true)
    }
}
