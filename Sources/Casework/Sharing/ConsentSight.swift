import Domain
import Store

/// What one agency may see of a record, more or less than before, on the strength of what the person agreed.
package struct ConsentEffect: Sendable, Hashable {
    package var recipient: String
    /// The categories it may see now and could not before.
    package var opened: [String]
    /// The categories it could see before and may see no longer.
    package var closed: [String]
}

/// Asks the policy that shows pages what a consent, or its withdrawal, changes for those whom it names.
///
/// Told only of the records of the agency that asks, which answers for them: whether a partner's record is seen on other
/// grounds is the partner's to say.
struct ConsentSight {
    private let rules: RulesInForce.Snapshot
    private let today: Day
    private let held: [WorkerRole]
    /// By role: what its looking is for.
    private let purposes: [String: String]

    init(rules: RulesInForce.Snapshot, now: Instant, on connection: Connection) throws {
        self.rules = rules
        let today = London.day(of: now)
        self.today = today
        held = rules.directory.roles.filter { $0.isInForce(on: today) }
        purposes = try rules.usualPurposes(on: connection)
    }

    /// - Parameters:
    ///   - categories: what was agreed about; every category when empty.
    ///   - owner: the agency whose record is asked about, of which it may hold some of each category or will.
    func effect(
        on recipient: String, of categories: [String], owner: String, before: SubjectFacts, after: SubjectFacts
    ) -> ConsentEffect {
        let wanted = categories.isEmpty ? rules.definitions.categories.map(\.id) : categories
        let (then, now) = (
            seen(by: recipient, wanted, owner: owner, facts: before),
            seen(by: recipient, wanted, owner: owner, facts: after)
        )
        return ConsentEffect(
            recipient: recipient, opened: wanted.filter { now.contains($0) && !then.contains($0) },
            closed: wanted.filter { then.contains($0) && !now.contains($0) })
    }

    private func seen(by agency: String, _ categories: [String], owner: String, facts: SubjectFacts) -> Set<String> {
        let leads = facts.enrolments.compactMap(\.lead?.text)
        let own = Set(held.filter { $0.agency == agency }.map(\.role))
        var seen: Set<String> = []
        // Of an agency that has nobody here yet, whatever role they may come to have.
        for role in own.isEmpty ? Set(rules.definitions.roles.map(\.id)) : own {
            let leading = held.filter { $0.agency == agency && $0.role == role && leads.contains($0.worker) }
            // Nobody in particular, and those who lead, who may see more.
            for worker in [""] + leading.map(\.worker) {
                let viewer = Viewer(somebody: worker, agency: agency, role: role, purpose: purposes[role] ?? "")
                let rule = rules.policy.rule(for: viewer, today: today).given(facts)
                seen.formUnion(categories.filter { isSeen($0, of: owner, through: rule) })
            }
        }
        return seen
    }

    private func isSeen(_ category: String, of owner: String, through rule: RowRule) -> Bool {
        rules.definitions.recordTypes.contains { type in
            type.categories.contains(category)
                && rule.allows(RowFacts(category: category, owner: owner, type: type.id))
        }
    }
}
