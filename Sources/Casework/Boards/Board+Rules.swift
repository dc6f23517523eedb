import Domain
import Store

extension Board {
    /// The acts that a role may do at all.
    func acts(for viewer: Viewer, rules: RulesInForce.Snapshot) -> [Act] {
        let rights = RecordingRights(rules: rules)
        return acts.filter { act in
            rules.definitions.recordType(act.record).map { rights.mayComplete($0, viewer: viewer) } ?? false
        }
    }

    /// What its columns, its order and its conditions ask of an enrolment.
    var parts: EnrolmentParts {
        let conditions = [self.where] + acts.map(\.when)
        var values = Set(conditions.flatMap(\.values))
        var clocks = Set(conditions.flatMap(\.clocks))
        for column in columns {
            switch column.show {
            case .value(let id): values.insert(id)
            case .due(let clock?): clocks.insert(clock)
            default: break
            }
        }
        for case .value(let id) in order { values.insert(id) }
        return EnrolmentParts(
            values: values, deadlines: .outstanding(andEndedOf: clocks), countsEverythingDue: countsEverythingDue)
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

extension Condition {
    /// The named values that it asks for.
    fileprivate var values: [String] { asked { if case .value(let test) = $0 { [test.field] } else { [] } } }

    /// The clocks whose state it asks for.
    fileprivate var clocks: [String] { asked { if case .clock(let test) = $0 { test.clocks } else { [] } } }

    private func asked(_ part: (Condition) -> [String]) -> [String] {
        switch self {
        case .all(let parts), .any(let parts), .none(let parts): parts.flatMap { $0.asked(part) }
        default: part(self)
        }
    }
}
