package import Domain
import Store

/// Takes back, in one press, what the person agreed with one recipient: a record like any other, made from the consent
/// itself, after which nothing rests on it (H-038).
package struct WithdrawConsent: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    /// - Parameters:
    ///   - event: the consent.
    ///   - recipient: the agency that may see no longer.
    ///   - key: the form's, so that a second press writes nothing.
    /// - Returns: what came of it; nil when it had been taken back, or had run out, before.
    /// - Throws: `Missing` when no such consent is in view, `RecordRefusal` or a fault.
    @discardableResult
    package func callAsFunction(
        _ event: String, recipient: String, of reference: String, key: (name: String, bodyDigest: String)? = nil,
        by viewer: Viewer
    ) async throws -> RecordReceipt? {
        let rules = world.rules.current
        let today = London.day(of: world.now())
        let rule = rules.policy.rule(for: viewer, today: today)
        let subject = Reference(reference)?.compact ?? ""
        let consents = try await world.database.read { connection -> [ConsentView] in
            guard let row = try PersonInView.row(subject, rule: rule, on: connection) else { return [] }
            return try ConsentReading.consents(of: subject, rule: row, on: connection).asViews(today: today)
        }
        let type = rules.definitions.recordTypes.first { $0.actsAs == .consentWithdrawal }
        let agreed = consents.filter { $0.event == event && $0.recipient == recipient }
        guard let type, !agreed.isEmpty else {
            try await world.refuse("sharing", asked: subject, by: viewer)
        }
        guard let consent = agreed.first(where: { $0.state == .inForce }) else { return nil }
        let request = RecordRequest(
            subject: subject, type: type.id, answers: type.answers(takingBack: consent), key: key)
        return try await RecordEvent(world)(request, by: viewer)
    }
}

extension RecordType {
    /// The answers by which a withdrawal names a consent, in the fields that its part in the schemes gives.
    fileprivate func answers(takingBack consent: ConsentView) -> [String: Answer] {
        var answers: [String: Answer] = [:]
        if field("recipient") != nil { answers["recipient"] = .reference(consent.recipient) }
        if field("categories") != nil { answers["categories"] = .choices(consent.categories) }
        if field("purposes") != nil { answers["purposes"] = .choices(consent.purposes) }
        return answers
    }
}
