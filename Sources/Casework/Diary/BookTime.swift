package import Domain
import Store

/// Books a free time for a person: an event like any other. The database holds that nobody else has the time.
package struct BookTime: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    /// Whether the viewer's role books appointments.
    package func may(_ viewer: Viewer) -> Bool {
        let rules = world.rules.current
        guard let type = AppointmentPurposes(rules: rules).type else { return false }
        return RecordingRights(rules: rules).mayComplete(type, viewer: viewer)
    }

    /// - Throws: `RecordRefusal.slotTaken` when somebody was quicker or the time has begun, `Missing`, or another refusal.
    package func callAsFunction(
        _ reference: String, slot id: String, key: (name: String, bodyDigest: String)?, by viewer: Viewer
    ) async throws -> RecordReceipt {
        let rules = world.rules.current
        guard let subject = Reference(reference)?.compact else { throw Missing() }
        let slot = try await world.database.read { connection in try DiaryRows.slot(id, on: connection) }
        guard let type = AppointmentPurposes(rules: rules).type, let slot else { throw Missing() }
        guard slot.startsAt > world.now(), !slot.isTakenAway else { throw RecordRefusal.slotTaken }
        // `slot` and `diary` are asked by no form: they come from the time itself.
        var answers: [String: Answer] = [
            "at": .instant(slot.startsAt), "purpose": .choice(slot.purpose), "venue": .reference(slot.venue),
            "minutes": .number(Quantity(whole: slot.minutes)), "slot": .text(slot.id),
            "diary": .reference(slot.agency),
        ]
        if let worker = slot.worker { answers["worker"] = .reference(worker) }
        let request = RecordRequest(subject: subject, type: type.id, answers: answers, key: key)
        return try await RecordEvent(world)(request, by: viewer)
    }
}
