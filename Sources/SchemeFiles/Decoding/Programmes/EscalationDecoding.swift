import Domain

/// Reads whom a miss reaches, and when.
struct EscalationDecoding {
    let decoding: SchemeDecoding

    /// A miss reaches each role once, so a role named twice would wait for nothing.
    func escalations(_ node: SourceNode?) -> [ClockRule.Escalation] {
        var told: Set<String> = []
        return decoding.values.list(node).compactMap { entry in
            guard let escalation = escalation(entry) else { return nil }
            if !told.insert(escalation.to).inserted {
                decoding.log.error(
                    entry.place, "\(Wording.quoted(escalation.to)) is told already; a miss reaches each role once")
            }
            return escalation
        }
    }

    private func escalation(_ node: SourceNode) -> ClockRule.Escalation? {
        guard let keys = SourceKeys(node, "an entry of `escalate`", decoding.log) else { return nil }
        let after = SpanReading.span(keys.required("after"), decoding.log)
        let role = decoding.role(keys.required("to"))
        keys.finish()
        guard let after, let role else { return nil }
        return ClockRule.Escalation(after: after, to: role)
    }
}
