import Domain
import Testing

@Suite("Taking something away never shows more")
struct AccessIsMonotone {
    private static let seed = RandomSharing.seedOfThisRun

    /// Everything a decision stands on.
    private struct Position {
        var roles: [Scheme.Role] { didSet { rule = newRule } }
        var agreements: [SharingAgreement] { didSet { rule = newRule } }
        var subject: SubjectFacts
        let viewer: Viewer
        private var rule = AccessRule.nothing

        init(_ sharing: inout RandomSharing) {
            roles = sharing.roles()
            agreements = sharing.agreements()
            subject = sharing.subject()
            viewer = sharing.viewer()
            rule = newRule
        }

        func sees(_ rows: [RowFacts]) -> [Bool] { rows.map { rule.allows($0, of: subject) } }

        private var newRule: AccessRule {
            AccessPolicy(roles: roles, agreements: agreements, categories: RandomSharing.categories)
                .rule(for: viewer, today: RandomSharing.today)
        }
    }

    @Test("100,000 steps, each a bar, a seal, an ending, a withdrawal or a lost role, looking at four rows")
    func takingAway() {
        var sharing = RandomSharing(seed: Self.seed)
        let wanted = 100_000 * max(1, RandomSharing.factor ?? 1)
        var (steps, shown, hidden) = (0, 0, 0)
        while steps < wanted {
            var position = Position(&sharing)
            let rows = (0..<4).map { _ in sharing.row() }
            var seen = position.sees(rows)
            for _ in 0..<8 where seen.contains(true) {
                let what = take(from: &position, &sharing)
                let after = position.sees(rows)
                for place in rows.indices where after[place] && !seen[place] {
                    shown += 1
                    Issue.record("seed \(Self.seed): \(what) showed \(rows[place]) to \(position)")
                }
                hidden += seen.count { $0 } - after.count { $0 }
                seen = after
                steps += 1
            }
        }
        // Taken the other way, from after to before, each step that hid something shows it.
        if RandomSharing.factor != nil { print("steps: taken=\(steps) showed=\(shown) backwards-showed=\(hidden)") }
        #expect(hidden > 5_000, "seed \(Self.seed)")
    }

    private func take(from position: inout Position, _ sharing: inout RandomSharing) -> String {
        switch Int.random(in: 0..<10, using: &sharing.random) {
        case 0:
            if sharing.chance(50) {
                position.subject.barredWorkers.insert(ByteText(sharing.pick(RandomSharing.words)))
                return "a bar"
            }
            let admitted = ByteText(sharing.pick(RandomSharing.words))
            position.subject.admittedWorkers = position.subject.admittedWorkers?.intersection([admitted]) ?? [admitted]
            return "a restriction"
        case 1:
            if sharing.chance(30) { position.subject.isSealed = true }
            return "a seal"
        case 2...3:
            position.subject.enrolments = Array(position.subject.enrolments.dropFirst())
            return "the end of an enrolment"
        case 4:
            position.subject.openReferrals = Set(position.subject.openReferrals.dropFirst())
            return "the end of a referral"
        case 5...6:
            position.subject.consents = Array(position.subject.consents.dropLast())
            return "a withdrawn consent"
        case 7:
            for place in position.agreements.indices where sharing.chance(50) {
                position.agreements[place].until = RandomSharing.today.adding(days: -1)
            }
            return "the end of an agreement"
        case 8:
            if let place = position.roles.indices.randomElement(using: &sharing.random) {
                position.roles[place].categories = Array(position.roles[place].categories.dropFirst())
            }
            return "a narrowed role"
        default:
            if sharing.chance(40), !position.roles.isEmpty { position.roles.removeFirst() }
            return "a lost role"
        }
    }
}
