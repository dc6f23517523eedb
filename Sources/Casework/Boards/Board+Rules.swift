import Domain

extension Board {
    /// The acts that a role may do at all.
    func acts(for viewer: Viewer, rules: RulesInForce.Snapshot) -> [Act] {
        let rights = RecordingRights(rules: rules)
        return acts.filter { act in
            rules.definitions.recordType(act.record).map { rights.mayComplete($0, viewer: viewer) } ?? false
        }
    }
}

extension Programme {
    /// The field a value is read from, for its words.
    func valueField(_ id: String, _ definitions: Definitions) -> Field? {
        guard let rule = values.first(where: { $0.id == id }) else { return nil }
        switch rule.reading {
        case .latest(let pattern, let field), .first(let pattern, let field):
            return pattern.types.lazy.compactMap { definitions.recordType($0)?.field(field) }.first
        case .lastTime, .count, .holds: return nil
        }
    }
}
