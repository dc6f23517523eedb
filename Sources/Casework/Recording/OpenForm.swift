package import Domain
package import Store

/// A record about to be filled in: its questions, what the record already answers with its source, and what was kept of an
/// earlier beginning.
package struct FormView: Sendable {
    package var type: RecordType
    package var subject: String
    package var person: FoundPerson?
    /// By field: the options of the day.
    package var options: [String: [Option]]
    /// By field: what the record already answers, and the sentence that says where from.
    package var prefilled: [String: (answer: Answer, because: String)]
    /// By field: the answers of the event that is being amended.
    package var amending: [String: Answer]?
    package var draft: Draft?
    package var at: Instant
}

/// Opens a form for one person.
package struct OpenForm: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    /// - Parameter amends: the event to be corrected, which the viewer must be able to see.
    /// - Throws: `Missing`, or `RecordRefusal.notForYourRole`.
    package func callAsFunction(
        _ typeID: String, of reference: String, amends: String? = nil, by viewer: Viewer
    ) async throws -> FormView {
        let rules = world.rules.current
        let now = world.now()
        guard let type = rules.definitions.recordType(typeID), let subject = Reference(reference)?.compact else {
            throw Missing()
        }
        try RecordingRights(rules: rules).check(type, viewer: viewer)
        let rule = rules.policy.rule(for: viewer, today: London.day(of: now))
        let view = try await world.database.read { connection -> FormView? in
            guard let row = try PersonInView.row(subject, rule: rule, on: connection),
                let log = try LogReading.log(of: subject, definitions: rules.definitions, on: connection)
            else { return nil }
            let fold = SubjectFold(log.events, subject: subject, definitions: rules.definitions, asOf: now)
            var amending: [String: Answer]?
            if let amends {
                guard let stored = try TimelineReading.event(amends, subject: subject, rule: row, on: connection) else {
                    return nil
                }
                var answers: [String: Answer] = [:]
                for (_, text) in stored.sections { try AnswerReading.read(text, type: type, into: &answers) }
                amending = answers
            }
            return FormView(
                type: type, subject: subject,
                person: try PersonHeads.heads(of: [subject], rule: rule, on: connection).first,
                options: rules.options(of: type, on: London.day(of: now)),
                prefilled: prefill(type, fold, viewer: viewer, at: now, row: row), amending: amending,
                draft: try DraftRows.draft(
                    worker: viewer.worker, agency: viewer.agency, subject: subject, type: typeID, at: now, on: connection),
                at: now)
        }
        guard let view else {
            try await world.keepLook("form", subjects: [], details: [("asked", .string(subject))], by: viewer)
            throw Missing()
        }
        try await world.keepLook("form", subjects: [subject], details: [("type", .string(typeID))], by: viewer)
        return view
    }

    /// Only from what the viewer may see: an answer that would tell them more is not offered.
    private func prefill(
        _ type: RecordType, _ fold: SubjectFold, viewer: Viewer, at now: Instant, row: RowRule
    ) -> [String: (answer: Answer, because: String)] {
        let visible = fold.keeping { event in
            guard let type = world.definitions.recordType(event.type, version: event.version) else { return false }
            return type.categories.allSatisfy {
                row.allows(RowFacts(category: $0, owner: event.agency, type: event.type))
            }
        }
        var found: [String: (answer: Answer, because: String)] = [:]
        for field in type.fields {
            guard let (answer, because) = visible.prefill(field, at: now, worker: viewer.worker, agency: viewer.agency)
            else { continue }
            found[field.id] = (answer, because)
        }
        return found
    }
}

extension RulesInForce.Snapshot {
    /// The options of each field on a day.
    package func options(of type: RecordType, on day: Day) -> [String: [Option]] {
        var options: [String: [Option]] = [:]
        for field in type.fields {
            switch field.kind {
            case .choice(let from), .choices(let from): options[field.id] = definitions.options(from, on: day)
            case .worker:
                options[field.id] = directory.workers.values.sorted { $0.name < $1.name }.map {
                    Option(code: $0.id, title: $0.name)
                }
            case .agency:
                options[field.id] = directory.agencies.values.sorted { $0.title < $1.title }.map {
                    Option(code: $0.id, title: $0.title)
                }
            case .venue:
                options[field.id] = directory.venues.values.sorted { $0.title < $1.title }.map {
                    Option(code: $0.id, title: $0.title, hint: $0.address)
                }
            case .text, .number, .day, .instant, .yesNo, .scale, .weeks, .person, .money: break
            }
        }
        return options
    }
}
