import Domain

extension ConditionDecoding {
    /// Conditions on what an enrolment's standing says: clocks, stage, values and lead.
    func standingCondition(_ head: String, _ node: SourceNode, _ keys: SourceKeys) -> Condition? {
        guard let standing = place.standing else {
            log.error(
                node.place,
                "`\(head)` asks for the standing of an enrolment; it may stand on a board of a programme, in a flag and in a "
                    + "value that `holds`, not \(place.words)")
            // Read all the same, so that the keys are known.
            for key in ["state", "due-within", "is", "not", "at-least", "at-most", "answered", "untouched", "missing"] {
                _ = keys.optional(key)
            }
            return nil
        }
        switch head {
        case "clock": return clock(node, keys, standing).map { .clock($0) }
        case "stage":
            return .stage(values.oneOrMore(node).compactMap { part("stage", $0, among: standing.outline.stages) })
        case "value": return value(node, keys, standing)
        default: return values.word(node, LeadTest.self).map { .lead($0) }
        }
    }

    private func clock(_ node: SourceNode, _ keys: SourceKeys, _ standing: ConditionPlace.Standing) -> ClockTest? {
        let clocks =
            node.text == "any"
            ? [] : values.oneOrMore(node).compactMap { part("clock", $0, among: standing.outline.clocks) }
        let within = SpanReading.span(keys.optional("due-within"), log)
        let state = keys.optional("state")
        if state == nil && !keys.has("due-within") {
            log.error(node.place, "say in which `state` the clock is, such as `not-met`, or `due-within` what time")
        }
        let states = values.oneOrMore(state).compactMap { values.word($0, Deadline.State.self) }
        if node.text != "any" && clocks.isEmpty { return nil }
        return ClockTest(clocks: clocks, states: state == nil ? [.running, .notMet] : states, dueWithin: within)
    }

    private func value(_ node: SourceNode, _ keys: SourceKeys, _ standing: ConditionPlace.Standing) -> Condition? {
        guard let kinds = standing.values else {
            log.error(
                node.place, "a value that `holds` is read before the others; `value` may stand on boards and in flags")
            _ = AnswerComparing(decoding: decoding).comparisons(keys, [])
            return nil
        }
        let id = part("value", node, among: standing.outline.values)
        let field = id.flatMap { id in kinds[id].map { ComparedField(value: id, kind: $0) } }
        let tests = AnswerComparing(decoding: decoding).comparisons(keys, field.map { [$0] } ?? [])
        guard let id, !tests.isEmpty else { return nil }
        let conditions = tests.map { Condition.value(AnswerTest(field: id, comparison: $0)) }
        return conditions.count == 1 ? conditions[0] : .all(conditions)
    }
}
