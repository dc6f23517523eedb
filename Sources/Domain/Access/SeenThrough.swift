/// What a viewer may see of a subject's record, as the engine reads it: nothing they may not see fills in a form, decides
/// which act a row offers, or is told on a receipt.
extension SubjectFold {
    package func seen(through rule: RowRule, definitions: Definitions) -> SubjectFold {
        var seen = SubjectFold(subject: subject, definitions: definitions)
        for (event, _) in eventsInForce {
            let type = definitions.recordType(event.type, version: event.version)
            if let part = event.seen(through: rule, type: type) { seen.apply(part) }
        }
        return seen
    }
}

extension Event {
    /// The event with only the answers that may be seen; `nil` when nothing of it may.
    package func seen(through rule: RowRule, type: RecordType?) -> Event? {
        let mayBeSeen = { (section: String) in
            rule.allows(RowFacts(category: section, owner: agency, type: self.type))
        }
        guard !answers.isEmpty else { return sections(type).contains(where: mayBeSeen) ? self : nil }
        var part = self
        part.answers = answers.filter { mayBeSeen(type?.section(of: $0.key) ?? "notes") }
        return part.answers.isEmpty ? nil : part
    }

    /// The categories that its answers lie in. With nothing answered, the first of its type: who may see that it happened.
    package func sections(_ type: RecordType?) -> Set<String> {
        answers.isEmpty
            ? [type?.categories.first ?? "notes"] : Set(answers.keys.map { type?.section(of: $0) ?? "notes" })
    }
}

extension Standing {
    /// The enrolments and deadlines that may be seen, each guarded as the event that opened it is.
    package func seen(through rule: RowRule, openings: [String: (type: String, agency: String)]) -> Standing {
        var seen = self
        seen.enrolments = enrolments.compactMap { enrolment in
            guard let opening = openings[enrolment.openedBy] else { return nil }
            let mayBeSeen = { (category: String) in
                rule.allows(RowFacts(category: category, owner: opening.agency, type: opening.type))
            }
            guard mayBeSeen(enrolment.category) else { return nil }
            var part = enrolment
            part.deadlines = enrolment.deadlines.filter { mayBeSeen($0.category) }
            if !mayBeSeen(enrolment.positionCategory) { (part.stage, part.stageTitle) = ("", "") }
            let lead = enrolment.leadGuard
            if !rule.allows(RowFacts(category: lead.category, owner: enrolment.agency, type: lead.type)) {
                part.lead = .notNeeded
            }
            return part
        }
        return seen
    }
}

extension SubjectFold {
    /// By event in force: its record type and the agency that owns it.
    package var owners: [String: (type: String, agency: String)] {
        Dictionary(eventsInForce.map { ($0.0.id, ($0.0.type, $0.0.agency)) }) { first, _ in first }
    }
}
