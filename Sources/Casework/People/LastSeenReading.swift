import Domain
import Store

/// When somebody last met the person: the latest event that a programme of the schemes reads as its last contact.
struct LastSeenReading {
    let rules: RulesInForce.Snapshot

    /// How many of the latest events of those types are looked at: missed appointments come between.
    private static let limit = 20

    func lastSeen(of subject: String, rule: RowRule, on connection: Connection) throws -> LastSeen? {
        let patterns = rules.definitions.contactPatterns
        let types = Set(patterns.flatMap(\.types)).sorted()
        guard !types.isEmpty else { return nil }
        let events = try TimelineReading.events(
            of: subject, types: types, rule: rule, limit: Self.limit, on: connection)
        for stored in events {
            let type = rules.definitions.recordType(stored.type, version: stored.version)
            var answers: [String: Answer] = [:]
            for (_, text) in stored.sections { try AnswerReading.read(text, type: type, into: &answers) }
            guard patterns.contains(where: { holds($0, stored, answers) }) else { continue }
            return LastSeen(
                at: stored.occurredAt, isDayOnly: stored.occurredOn != nil, title: type?.title ?? stored.type,
                by: stored.by, agency: stored.agency)
        }
        return nil
    }

    private func holds(_ pattern: EventPattern, _ stored: TimelineEvent, _ answers: [String: Answer]) -> Bool {
        guard pattern.types.contains(stored.type) else { return false }
        let fold = SubjectFold(subject: "", definitions: rules.definitions)
        return pattern.answers.allSatisfy { fold.holds(.answer($0), answers: answers, at: stored.occurredAt) }
    }
}
