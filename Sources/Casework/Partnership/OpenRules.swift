package import Domain

/// Opens the rules in force.
package struct OpenRules: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    /// - Throws: `Missing` for whoever does not administer the partnership.
    package func callAsFunction(by viewer: Viewer) async throws -> RulesView {
        let rules = world.rules.current
        try PartnershipRights(rules: rules).check(viewer)
        try await world.keepPartnershipLook("rules", by: viewer)
        return RulesView(schemes: rules.definitions.schemes.map(RulesView.SchemePart.init))
    }

    /// One definition in plain words.
    ///
    /// - Throws: `Missing` when nothing has this id, or for whoever does not administer the partnership.
    package func passages(
        _ id: String, explain: RuleExplanation, by viewer: Viewer
    ) async throws -> [RulePassage] {
        let rules = world.rules.current
        try PartnershipRights(rules: rules).check(viewer)
        let passages = explain(rules.definitions, id)
        guard !passages.isEmpty else { throw Missing() }
        try await world.keepPartnershipLook("rules/" + id, by: viewer)
        return passages
    }
}

extension RulesView.SchemePart {
    init(_ scheme: Scheme) {
        id = scheme.id
        title = scheme.title
        version = scheme.version
        buildsOn = scheme.buildsOn
        let all = [
            RulesView.Group(
                title: "Programmes",
                rules: scheme.programmes.map { RulesView.Rule(id: $0.id, title: $0.title, source: $0.source) }),
            RulesView.Group(
                title: "Decisions",
                rules: scheme.decisions.map { RulesView.Rule(id: $0.id, title: $0.question, source: $0.source) }),
            RulesView.Group(
                title: "Record types",
                rules: scheme.recordTypes.map { RulesView.Rule(id: $0.id, title: $0.title, source: $0.source) }),
        ]
        groups = all.filter { !$0.rules.isEmpty }
    }
}
