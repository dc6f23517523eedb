import Domain
import Testing

@Suite("What holds for every agreement, viewer, person and row")
struct AccessInvariants {
    private static let seed = RandomSharing.seedOfThisRun

    @Test("A statutory category is never seen outside its owner's own role without consent in writing, 100,000 tries")
    func statutory() {
        var sharing = RandomSharing(seed: Self.seed)
        var seen = 0
        for _ in 0..<2_000 {
            let (roles, viewer) = (sharing.roles(), sharing.viewer())
            let rule = AccessPolicy(
                roles: roles, agreements: sharing.agreements(), categories: RandomSharing.categories
            ).rule(for: viewer, today: RandomSharing.today)
            for _ in 0..<50 {
                var row = sharing.row()
                row.category = ByteText(RandomSharing.statutory)
                let subject = sharing.subject()
                guard rule.allows(row, of: subject) else { continue }
                seen += 1
                let isOwn =
                    row.owner.text == viewer.agency
                    && roles.contains { $0.id == viewer.role && $0.categories.contains(RandomSharing.statutory) }
                let isWritten = subject.consents.contains {
                    $0.isWritten && $0.category == row.category && $0.recipient.text == viewer.agency
                }
                if !isOwn && !isWritten { Issue.record("seed \(Self.seed): \(viewer) saw \(row) of \(subject)") }
            }
        }
        #expect(seen > 1_000, "seed \(Self.seed)")
    }

    @Test("Bars and seals beat everything, and administrators see nothing, 100,000 tries")
    func barsAndAdministrators() {
        var sharing = RandomSharing(seed: Self.seed &+ 1)
        var wouldBeSeen = 0
        for _ in 0..<1_000 {
            let (roles, agreements, viewer) = (sharing.roles(), sharing.agreements(), sharing.viewer())
            let rule = AccessPolicy(roles: roles, agreements: agreements, categories: RandomSharing.categories)
                .rule(for: viewer, today: RandomSharing.today)
            let administrators = roles.map { role in
                Scheme.Role(id: role.id, title: role.title, categories: role.categories, mayAdminister: true)
            }
            let administering = AccessPolicy(
                roles: administrators, agreements: agreements, categories: RandomSharing.categories
            ).rule(for: viewer, today: RandomSharing.today)
            for _ in 0..<50 {
                let (row, subject) = (sharing.row(), sharing.subject())
                wouldBeSeen += rule.allows(row, of: subject) ? 1 : 0
                var barred = subject
                barred.barredWorkers.insert(ByteText(viewer.worker))
                var restricted = subject
                restricted.admittedWorkers = ["somebody else"]
                var sealed = subject
                sealed.isSealed = true
                let leaks =
                    rule.allows(row, of: barred) || rule.allows(row, of: restricted) || rule.allows(row, of: sealed)
                    || administering.allows(row, of: subject)
                if leaks { Issue.record("seed \(Self.seed): \(viewer) saw \(row) of \(subject)") }
            }
        }
        #expect(wouldBeSeen > 1_000, "seed \(Self.seed)")
    }

    @Test("The rule with a subject's facts taken into account decides as the whole rule does, 100,000 times")
    func partialEvaluation() {
        var sharing = RandomSharing(seed: Self.seed &+ 2)
        var shown = 0
        for _ in 0..<1_000 {
            let policy = AccessPolicy(
                roles: sharing.roles(), agreements: sharing.agreements(), categories: RandomSharing.categories)
            let rule = policy.rule(for: sharing.viewer(), today: RandomSharing.today)
            for _ in 0..<10 {
                let subject = sharing.subject()
                let page = rule.given(subject)
                for _ in 0..<10 {
                    let row = sharing.row()
                    let whole = rule.allows(row, of: subject)
                    shown += whole ? 1 : 0
                    let tree = page.tree.holds { $0.holds(row) }
                    let isSame = page.allows(row) == whole && tree == whole && (page.reason(for: row) != nil) == whole
                    if !isSame { Issue.record("seed \(Self.seed): \(rule) on \(row) of \(subject)") }
                }
            }
        }
        #expect(shown > 5_000, "seed \(Self.seed)")
    }
}
