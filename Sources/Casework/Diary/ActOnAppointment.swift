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
        let subject = Reference(reference)?.compact ?? ""
        // Pressed twice, the key answers before the row is asked whether it still offers the act.
        return try await FormSent(world).once(key, by: viewer) { event in
            RecordReceipt(repeated: event, subject: subject)
        } _: {
            try await press(act, on: event, of: subject, key: key, by: viewer)
        }
    }

    private func press(
        _ act: String, on event: String, of subject: String, key: (name: String, bodyDigest: String)?, by viewer: Viewer
    ) async throws -> RecordReceipt {
        let (rules, now) = (world.rules.current, world.now())
        let rule = rules.policy.rule(for: viewer, today: London.day(of: now))
        let found = try await world.database.read { connection -> (AppointmentRow, bookedAt: Instant)? in
            guard let row = try PersonInView.row(subject, rule: rule, on: connection),
                let appointment = try AppointmentReading.appointment(event, of: subject, rule: row, on: connection),
                let booking = try TimelineReading.event(event, subject: subject, rule: row, on: connection)
            else { return nil }
            return (appointment, booking.occurredAt)
        }
        guard let (row, bookedAt) = found else { try await world.refuse("diary", asked: subject, by: viewer) }
        let acts = DiaryActs(world, viewer: viewer, now: now)
        guard let chosen = acts.acts(on: row).first(where: { $0.id == act }),
            !chosen.opensPage, let type = rules.definitions.recordType(chosen.record)
        else { throw RecordRefusal.rowHasChanged }
        let isLater = London.day(of: row.startsAt) < London.day(of: now)
        var request = RecordRequest(
            subject: subject, type: type.id, answers: answers(chosen, type: type, row: row, rules: rules, now: now),
            occurred: isLater ? .instant(max(row.startsAt, bookedAt)) : nil, key: key)
        request.isStillOffered = { connection in
            guard let left = try PersonInView.row(subject, rule: rule, on: connection),
                let row = try AppointmentReading.appointment(event, of: subject, rule: left, on: connection)
            else { return false }
            return acts.acts(on: row).contains { $0.id == act }
        }
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
}
