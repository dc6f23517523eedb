package import Domain
import Store

/// What a decision would be, for the answers so far: the nine questions show it as they are answered. Nothing is written.
package struct JudgeDecision: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    /// - Returns: `nil` when no rule fires yet.
    package func callAsFunction(
        _ typeID: String, of reference: String, answers: [String: Answer], by viewer: Viewer
    ) async throws -> Decision.Finding? {
        let rules = world.rules.current
        let now = world.now()
        guard let type = rules.definitions.recordType(typeID), let subject = Reference(reference)?.compact,
            let decision = type.decision.flatMap(rules.definitions.decision)
        else { throw Missing() }
        try RecordingRights(rules: rules).check(type, viewer: viewer)
        let rule = rules.policy.rule(for: viewer, today: London.day(of: now))
        let log = try await world.database.read { connection -> LogReading.Log? in
            guard try PersonInView.row(subject, rule: rule, on: connection) != nil else { return nil }
            return try LogReading.log(of: subject, definitions: rules.definitions, on: connection)
        }
        guard let log else { throw Missing() }
        let fold = SubjectFold(log.events, subject: subject, definitions: rules.definitions, asOf: now)
        let check = RecordCheck(type: type, fold: fold, at: now)
        try await world.keepLook("decision", subjects: [subject], details: [("type", .string(typeID))], by: viewer)
        return fold.decide(decision, answers: check.asked(answers), at: now)
    }
}
