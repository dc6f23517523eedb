import Domain

extension ConditionDecoding {
    /// Any of the patterns of a value: one type, several types, one mapping, or a list of those.
    func patterns(_ node: SourceNode?) -> [EventPattern] {
        guard let node else { return [] }
        guard case .list(let items) = node.content, !items.allSatisfy({ $0.text != nil }) else {
            return pattern(node).map { [$0] } ?? []
        }
        return values.oneOrMore(node).compactMap(pattern)
    }

    /// One pattern.
    func pattern(_ node: SourceNode) -> EventPattern? {
        if node.entries == nil {
            let types = types(node)
            return types.isEmpty ? nil : EventPattern(types: types)
        }
        guard let keys = SourceKeys(node, "a pattern of events", log) else { return nil }
        let pattern = pattern(keys)
        keys.finish()
        return pattern
    }

    /// The pattern among the keys of a mapping; its other keys are the caller's.
    func pattern(_ keys: SourceKeys, head: String = "event") -> EventPattern? {
        let types = keys.required(head).map(types) ?? []
        let known = types.compactMap { decoding.index.types[$0] }
        let tests = values.parts(keys.optional("where"), "tests").flatMap { answerTests($0, of: known) }
        let hours = keys.optional("hours").flatMap(hoursTest)
        let also = keys.optional("also").flatMap { node in
            let inner = ConditionPlace(
                words: "in `also`", fields: .of(known), hasEnrolment: place.hasEnrolment, standing: nil)
            return ConditionDecoding(decoding: decoding, place: inner).condition(node)
        }
        let by = keys.optional("by")
        guard !types.isEmpty else { return nil }
        var pattern = EventPattern(types: types, answers: tests, hours: hours, also: also)
        if let by {
            pattern.isOwnAgencys = values.word(by, RecordedBy.self) == .ownAgency
            if !place.hasEnrolment {
                log.error(by.place, "`by: own-agency` asks for an enrolment's agency; there is none here")
            }
        }
        return pattern
    }

    private func types(_ node: SourceNode) -> [String] {
        values.oneOrMore(node, most: 50).compactMap { item in
            if item.entries != nil {
                log.error(item.place, "expected the id of a record type; patterns are not nested here")
                return nil
            }
            return decoding.reference(.recordType, item)
        }
    }

    private func answerTests(_ entry: SourceEntry, of types: [RecordType]) -> [AnswerTest] {
        let fields = comparedFields(entry.key, entry.place, .of(types))
        guard let fields else { return [] }
        return AnswerComparing(decoding: decoding).comparisons(entry.value, fields).map { comparison in
            AnswerTest(field: entry.key, comparison: comparison)
        }
    }

    /// The fields of that id; `nil`, and said so, where one is missing.
    func comparedFields(_ id: String, _ at: SourcePlace, _ fields: ConditionPlace.Fields) -> [ComparedField]? {
        switch fields {
        case .none:
            log.error(at, "there is no form or event at hand here; `answer` may not stand \(place.words)")
            return nil
        case .of(let types):
            var found: [ComparedField] = []
            for type in types {
                guard let field = type.field(id) else {
                    report(id, at, missingFrom: [type])
                    return nil
                }
                if !decoding.index.isUnread(type.id, id) { found.append(ComparedField(field)) }
            }
            return found
        case .anyOf(let types):
            let owners = types.filter { $0.field(id) != nil }
            if owners.isEmpty && !types.isEmpty {
                report(id, at, missingFrom: types)
                return nil
            }
            return owners.filter { !decoding.index.isUnread($0.id, id) }.compactMap { $0.field(id) }
                .map(ComparedField.init)
        }
    }

    private func report(_ id: String, _ at: SourcePlace, missingFrom types: [RecordType]) {
        let ids = Set(types.flatMap { $0.fields.map(\.id) }).sorted()
        let listed = ids.isEmpty ? "it has no fields" : "its fields are \(Wording.oneOf(ids))"
        log.error(
            at,
            "\(Wording.quoted(id)) is not a field of \(Wording.oneOf(types.map(\.id)))\(Wording.guess(id, among: ids)); \(listed)"
        )
    }
}

/// Whose records a pattern means.
private enum RecordedBy: String, CaseIterable {
    case ownAgency = "own-agency"
}
