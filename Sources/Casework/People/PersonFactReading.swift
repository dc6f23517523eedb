import Domain
import Store

/// What the record says of who a person is and how to reach them, for the banner: the latest of each fact that the viewer
/// may see.
enum PersonFactReading {
    static func facts(
        of subject: String, rule: RowRule, rules: RulesInForce.Snapshot, on connection: Connection
    ) throws -> [FactView] {
        var latest: [PersonFact: FactView] = [:]
        let events = try TimelineReading.events(
            of: subject, types: rules.definitions.factTypes.map(\.id), rule: rule, limit: 100, on: connection)
        // The newest come first, so the first word on a fact is the last.
        for stored in events {
            guard let type = rules.definitions.recordType(stored.type, version: stored.version),
                type.fields.contains(where: { $0.fact.map { latest[$0] == nil } ?? false })
            else { continue }
            var answers: [String: Answer] = [:]
            for (_, text) in stored.sections { try AnswerReading.read(text, type: type, into: &answers) }
            for field in type.fields {
                guard let fact = field.fact, latest[fact] == nil, let answer = answers[field.id] else { continue }
                let day = London.day(of: stored.occurredAt)
                latest[fact] = FactView(
                    fact: fact, title: field.question, text: rules.text(of: answer, field: field, on: day),
                    codes: answer.codes, by: stored.by, on: day)
            }
        }
        return PersonFact.allCases.compactMap { latest[$0] }
    }
}
