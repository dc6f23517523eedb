import Domain

/// Reads conditions and patterns of events, and checks that each may stand where it does.
struct ConditionDecoding {
    let decoding: SchemeDecoding
    let place: ConditionPlace

    var values: ValueReading { decoding.values }
    var log: DiagnosticLog { decoding.log }

    /// The key that says what kind of condition a mapping is. `stage` and `hours` are also keys of others, so they come
    /// last.
    private static let heads = [
        "all", "any", "none", "event", "no-event", "answer", "decided", "value", "age", "enrolled", "clock", "lead",
        "record", "hours", "stage",
    ]

    func condition(_ node: SourceNode) -> Condition? {
        if node.text == "always" { return .always }
        guard let entries = node.entries else {
            let found = node.text.map(Wording.quoted) ?? node.kindWords
            log.error(
                node.place,
                "expected a condition, such as `always` or {event: contact}; found \(found)"
                    + (node.text == nil ? "; several conditions are written {all: […]} or {any: […]}" : ""))
            return nil
        }
        guard let head = Self.heads.first(where: { head in entries.contains { $0.key == head } }) else {
            let first = entries.first
            let guess = first.map { Wording.guess($0.key, among: Self.heads) } ?? ""
            let found = first.map { Wording.quoted($0.key) } ?? "nothing"
            log.error(
                first?.place ?? node.place,
                "\(found) is no condition\(guess); expected one of \(Wording.oneOf(Self.heads))")
            return nil
        }
        guard let keys = SourceKeys(node, "a condition on `\(head)`", log) else { return nil }
        let condition = condition(head, keys)
        keys.finish()
        return condition
    }

    private func condition(_ head: String, _ keys: SourceKeys) -> Condition? {
        guard let value = keys.required(head) else { return nil }
        switch head {
        case "all": return .all(parts(value))
        case "any": return .any(parts(value))
        case "none": return .none(parts(value))
        case "event", "no-event": return eventTest(head, keys).map { .events($0) }
        case "answer": return answer(value, keys)
        case "decided": return decided(value)
        case "record": return recordTest(value)
        case "age": return age(value).map { .age($0) }
        case "enrolled": return enrolled(value, keys).map { .enrolled($0) }
        case "hours": return hoursTest(value).map { .hours($0) }
        default: return standingCondition(head, value, keys)
        }
    }

    private func parts(_ node: SourceNode) -> [Condition] {
        guard case .list(let items) = node.content else { return condition(node).map { [$0] } ?? [] }
        if items.isEmpty { log.error(node.place, "this list of conditions is empty") }
        return values.list(node).compactMap(condition)
    }

    private func eventTest(_ head: String, _ keys: SourceKeys) -> EventTest? {
        let pattern = pattern(keys, head: head)
        let within = SpanReading.span(keys.optional("within"), atLeast: 1, log)
        let since = keys.optional("since")
        if let since {
            if since.text != "enrolment" {
                log.error(since.place, "expected `enrolment`; to reach back a length of time, write `within`")
            } else if !place.hasEnrolment {
                log.error(since.place, "there is no enrolment \(place.words); `since: enrolment` may not stand here")
            }
        }
        let latest = values.onlyTrue(keys.optional("latest"))
        let unlessLater = values.oneOrMore(keys.optional("unless-later")).compactMap {
            decoding.reference(.recordType, $0)
        }
        let least = head == "event" ? keys.optional("at-least") : nil
        let most = head == "event" ? keys.optional("at-most") : nil
        let atMost = values.whole(most, 0...100_000)
        let atLeast = values.whole(least, 0...100_000)
        if let atLeast, let atMost, atMost < atLeast, let most {
            log.error(most.place, "`at-most` is less than `at-least`")
        }
        if latest && (atMost != nil || atLeast != nil) {
            log.error(keys.place, "`latest` looks at one event; leave out `at-least` and `at-most`")
        }
        guard let pattern else { return nil }
        var test = EventTest(
            pattern: pattern, within: within, sinceEnrolment: since != nil, latestOnly: latest,
            atLeast: head == "no-event" ? 0 : atLeast ?? (atMost == nil ? 1 : 0),
            atMost: head == "no-event" ? 0 : atMost)
        test.unlessLater = unlessLater
        return test
    }

    private func answer(_ node: SourceNode, _ keys: SourceKeys) -> Condition? {
        guard let id = values.string(node, "the id of a field") else { return nil }
        let fields = comparedFields(id, node.place, place.fields)
        let tests = AnswerComparing(decoding: decoding, conditions: self).comparisons(keys, fields ?? [])
        guard fields != nil, !tests.isEmpty else { return nil }
        let conditions = tests.map { Condition.answer(AnswerTest(field: id, comparison: $0)) }
        return conditions.count == 1 ? conditions[0] : .all(conditions)
    }

    private func age(_ node: SourceNode) -> AgeTest? {
        if node.text == "unknown" { return .unknown }
        guard node.entries != nil else {
            log.error(node.place, "expected {at-least: 18}, {under: 18} or `unknown`")
            return nil
        }
        guard let keys = SourceKeys(node, "a test of age", log) else { return nil }
        let entry = keys.one(of: ["at-least", "under"])
        keys.finish()
        guard let entry, let years = values.whole(entry.value, 0...130) else { return nil }
        return entry.key == "under" ? .under(years) : .atLeast(years)
    }

    private func enrolled(_ node: SourceNode, _ keys: SourceKeys) -> EnrolmentTest? {
        let outline = decoding.runningProgramme(node)
        let stages = keys.optional("stage").map { node in
            values.oneOrMore(node).compactMap { item in
                outline.map { $0.isBroken } ?? true ? item.text : part("stage", item, among: outline?.stages ?? [])
            }
        }
        guard let outline else { return nil }
        return EnrolmentTest(programme: outline.id, stages: stages ?? [])
    }

    func hoursTest(_ node: SourceNode) -> HoursTest? {
        guard let keys = SourceKeys(node, "a test of hours", log) else { return nil }
        let entry = keys.one(of: ["during", "outside"])
        keys.finish()
        guard let entry, let id = decoding.hours(entry.value) else { return nil }
        return entry.key == "during" ? .during(id) : .outside(id)
    }

    /// One of the parts of a programme.
    func part(_ what: String, _ node: SourceNode, among ids: [String]) -> String? {
        decoding.word(what, node, among: ids)
    }
}
