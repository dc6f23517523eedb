package import Domain
import Store

/// What a worker may record for a person, and what they began and did not finish.
package struct RecordChoices: Sendable {
    package var subject: String
    package var person: PersonLine
    /// What is recorded most for this person by the viewer's agency, the most first.
    package var usual: [RecordType]
    /// By category, in the order in which the schemes name categories.
    package var groups: [Group]
    package var drafts: [KeptDraft]

    package struct Group: Sendable {
        package var title: String
        package var types: [RecordType]
    }
}

/// Opens the list of what may be recorded for a person.
package struct ChooseRecord: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    private static let usual = 6

    /// - Throws: `Missing`. That look is an entry too.
    package func callAsFunction(_ reference: String, by viewer: Viewer) async throws -> RecordChoices {
        let (rules, now) = (world.rules.current, world.now())
        let rule = rules.policy.rule(for: viewer, today: London.day(of: now))
        let subject = Reference(reference)?.compact ?? ""
        let rights = RecordingRights(rules: rules)
        let types = rules.definitions.recordTypes.filter { type in
            type.subjects.contains("person") && rights.mayComplete(type, viewer: viewer)
        }
        let choices = try await world.database.read { connection -> RecordChoices? in
            guard let row = try PersonInView.row(subject, rule: rule, on: connection) else { return nil }
            let recent = try TimelineReading.events(of: subject, rule: row, limit: 200, on: connection)
            let counts = Dictionary(
                recent.filter { $0.agency == viewer.agency }.map { ($0.type, 1) }, uniquingKeysWith: +)
            let drafts = try DraftRows.drafts(of: viewer.worker, agency: viewer.agency, at: now, on: connection)
            return RecordChoices(
                subject: subject, person: try PersonLine.line(of: subject, rule: rule, on: connection),
                usual: Self.usual(types, counts), groups: Self.groups(types, rules.definitions.categories),
                drafts: drafts.filter { $0.subject == subject }.map(KeptDraft.init))
        }
        guard let choices else { try await world.refuse("choose", asked: subject, by: viewer) }
        try await world.keepLook("choose", subjects: [subject], by: viewer)
        return choices
    }

    private static func usual(_ types: [RecordType], _ counts: [String: Int]) -> [RecordType] {
        let used = types.filter { counts[$0.id] != nil }.enumerated().sorted { left, right in
            (-(counts[left.element.id] ?? 0), left.offset) < (-(counts[right.element.id] ?? 0), right.offset)
        }
        return used.prefix(usual).map(\.element)
    }

    private static func groups(_ types: [RecordType], _ categories: [Scheme.Category]) -> [RecordChoices.Group] {
        var seen: Set<String> = []
        return categories.filter { seen.insert($0.id).inserted }.compactMap { category in
            let own = types.filter { $0.categories.first == category.id }
            return own.isEmpty ? nil : RecordChoices.Group(title: category.title, types: own)
        }
    }
}
