import Domain
import SQLAccess
import Testing

@testable import Store

@Suite("A compiled policy reads the same in Swift, in SQLite, by the page and in plain words")
struct PolicyAgreementTests {
    @Test("150,000 decisions of random agreements and viewers agree in five readings")
    func compiledPoliciesAgree() async throws {
        var random = AccessSeed(stream: 10)
        let policies = (0..<500 * AccessSize.factor).map { _ in RandomPolicy(&random) }
        try await AccessWorld.withNew(subjects: 40, rows: 300, &random) { world in
            var (shown, disagreements) = (0, 0)
            var shownToWorkersByPermission = 0
            for policy in policies {
                let rule = policy.rule
                let plain = PlainReading(policy: policy, today: AccessWorld.today)
                let expected = world.rows { row, subject in plain.allows(row, of: subject) }
                let pages = world.subjects.map { rule.given($0.facts) }
                let readings = [
                    world.rows(rule.allows),
                    world.rows { row, subject in rule.reason(for: row, of: subject) != nil },
                    world.rows.filter { pages[$0.subject].allows($0.facts) }.map(\.id),
                    try await world.rows(where: AccessSQL(rule).filter(AccessWorld.columns)),
                ]
                for (number, reading) in readings.enumerated() where reading != expected {
                    disagreements += 1
                    Issue.record("seed \(AccessSeed.ofThisRun): reading \(number) disagrees about \(policy)")
                }
                shown += expected.count
                shownToWorkersByPermission +=
                    world.rows { row, subject in
                        rule.reason(for: row, of: subject)?.agreement != nil
                    }.count
            }
            let seed: Comment = "seed \(AccessSeed.ofThisRun)"
            let decisions = policies.count * world.rows.count
            AccessSize.report("policies: decisions=\(decisions) shown=\(shown) disagreements=\(disagreements)")
            #expect(shown > 1_000 * AccessSize.factor && shown < 100_000 * AccessSize.factor, seed)
            #expect(shownToWorkersByPermission > 300 * AccessSize.factor, seed)
        }
    }

    @Test("A page's rows are the same whether the database knows the subject's facts or only what is left of the rule")
    func pageFiltersAgree() async throws {
        var random = AccessSeed(stream: 11)
        let policies = (0..<60).map { _ in RandomPolicy(&random) }
        try await AccessWorld.withNew(subjects: 20, rows: 300, &random) { world in
            for policy in policies {
                let rule = policy.rule
                let whole = AccessSQL(rule).filter(AccessWorld.columns)
                for subject in world.subjects {
                    let left = AccessSQL(rule.given(subject.facts)).filter(AccessWorld.columns)
                    let here: SQLQuery = "n.subject = \(subject.id) AND "
                    let expected = try await world.rows(where: here + whole)
                    let found = try await world.rows(where: here + left)
                    if found != expected { Issue.record("seed \(AccessSeed.ofThisRun): \(policy) and \(subject.id)") }
                }
            }
        }
    }

    @Test("The filter of a page looks into no other table")
    func pageFilterIsFlat() throws {
        var random = AccessSeed(stream: 12)
        for _ in 0..<200 {
            let rule = RandomPolicy(&random).rule.given(SubjectFacts(openReferrals: ["police"]))
            #expect(!AccessSQL(rule).filter(AccessWorld.columns).text.contains("SELECT"))
        }
    }
}
