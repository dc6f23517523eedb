package import Domain
import Store

/// What a decision would be, for the answers so far: the nine questions show it as they are answered. Nothing is written.
package struct JudgeDecision: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    /// - Parameter amends: the event that is being corrected, which then does not count.
    /// - Returns: `nil` when no rule fires yet.
    package func callAsFunction(
        _ typeID: String, of reference: String, answers: [String: Answer], occurred: Moment? = nil,
        amends: String? = nil, by viewer: Viewer
    ) async throws -> Decision.Finding? {
        let (rules, now) = (world.rules.current, world.now())
        let subject = Reference(reference)?.compact ?? ""
        guard let type = rules.definitions.recordType(typeID),
            let decision = type.decision.flatMap(rules.definitions.decision)
        else { try await world.refuse("decision", asked: subject, by: viewer) }
        let rights = RecordingRights(rules: rules)
        try rights.check(type, viewer: viewer)
        let rule = rules.policy.rule(for: viewer, today: London.day(of: now))
        let log = try await world.database.read { connection -> LogReading.Log? in
            guard try PersonInView.row(subject, rule: rule, on: connection) != nil else { return nil }
            return try LogReading.log(of: subject, definitions: rules.definitions, on: connection)
        }
        guard let log else { try await world.refuse("decision", asked: subject, by: viewer) }
        let target = log.events.first { $0.id == amends }
        let fold = SubjectFold(
            log.events + (target.map { [$0.withdrawn(at: now)] } ?? []), subject: subject,
            definitions: rules.definitions, asOf: now)
        let at = occurred.map { min($0.instant(dayCountsAtStart: type.dayCountsAtStart), now) } ?? now
        let check = RecordCheck(type: rights.asked(type, viewer: viewer), fold: fold, at: at)
        try await world.keepLook("decision", subjects: [subject], details: [("type", .string(typeID))], by: viewer)
        return fold.decide(decision, answers: check.asked(answers), at: at)
    }
}
