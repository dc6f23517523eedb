package import Domain
import Store

/// A named worker says that they have an escalated miss in hand.
///
/// Where the schemes have a record for it that this role completes, it is recorded on the person, which acknowledges the
/// alert in the same transaction. Otherwise the alert alone is acknowledged (`AcknowledgeEscalation`).
package struct Acknowledge: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    /// What names an alert to the role it has reached: the deadline that was missed.
    package struct Alert: Sendable, Hashable {
        package var openedBy: String
        package var programme: String
        package var clock: String
        package var number: Int

        package init(openedBy: String, programme: String, clock: String, number: Int) {
            self.openedBy = openedBy
            self.programme = programme
            self.clock = clock
            self.number = number
        }
    }

    /// What came of it.
    package struct Done: Sendable, Hashable {
        package var subject: String
        /// The record of it, where the schemes have one.
        package var event: String?
    }

    /// More than can wait for one role.
    private static let limit = 1_000

    /// - Parameters:
    ///   - doing: what they are doing about it; may be empty.
    ///   - form: the form's key, so that a second press records nothing.
    /// - Returns: whom it was about, and what was recorded of it.
    /// - Throws: `Missing` when no such alert waits for this role, or its deadline is not in view; `RecordRefusal`; or a
    ///   fault.
    @discardableResult
    package func callAsFunction(
        _ alert: Alert, doing: String = "", form: (name: String, bodyDigest: String)? = nil, by viewer: Viewer
    ) async throws -> Done {
        try await FormSent(world).once(form, by: viewer) { event in
            let subject = try await world.database.read { try LogReading.subject(ofEvent: event, on: $0) }
            guard let subject else { throw StoreFault.damaged }
            return Done(subject: subject, event: event)
        } _: {
            try await acknowledge(alert, doing: doing, form: form, by: viewer)
        }
    }

    private func acknowledge(
        _ alert: Alert, doing: String, form: (name: String, bodyDigest: String)?, by viewer: Viewer
    ) async throws -> Done {
        let rules = world.rules.current
        let key = EscalationKey(
            openedBy: alert.openedBy, programme: alert.programme, clock: alert.clock, number: alert.number,
            role: viewer.role)
        let now = world.now()
        let rule = rules.policy.rule(for: viewer, today: London.day(of: now))
        let waits = { @Sendable (connection: Connection) throws -> EscalationRow? in
            try EscalationRows.waiting(
                role: viewer.role, agency: viewer.agency, rule: rule, limit: Self.limit, on: connection
            ).first { $0.key == key }
        }
        guard let missed = try await world.database.read(waits) else {
            try await world.refuse("acknowledgement", asked: key.openedBy, by: viewer)
        }
        let type = rules.definitions.recordTypes.first { type in
            type.actsAs == .acknowledgement && RecordingRights(rules: rules).mayComplete(type, viewer: viewer)
        }
        guard let type else {
            try await AcknowledgeEscalation(world)(key, by: viewer)
            return Done(subject: missed.subject, event: nil)
        }
        var request = RecordRequest(
            subject: missed.subject, type: type.id, answers: type.answers(about: missed.title, doing: doing), key: form)
        request.isStillOffered = { try waits($0) != nil }
        let receipt = try await RecordEvent(world)(request, by: viewer)
        return Done(subject: missed.subject, event: receipt.event)
    }
}

extension RecordType {
    /// The answers of an acknowledgement, in the fields that its part in the schemes gives.
    fileprivate func answers(about title: String, doing: String) -> [String: Answer] {
        var answers: [String: Answer] = [:]
        if field("about") != nil { answers["about"] = .text(title) }
        if field("doing") != nil, !doing.trimmed.isEmpty { answers["doing"] = .text(doing.trimmed) }
        return answers
    }
}
