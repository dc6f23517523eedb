import Domain
import Testing

@Suite("What a page may say is withheld")
struct WithheldTests {
    typealias Cast = AccessCast

    private let rows = [
        Cast.row("identity", of: "probation"), Cast.row("health", of: "treatment"),
        Cast.row("health", of: "treatment", type: "letter"), Cast.row("court", of: "police"),
        Cast.row("health", of: "court"), Cast.row("required-assessment", of: "treatment"),
    ]

    private let rule = Cast.rule(
        for: Cast.viewer("offender-manager", of: "probation"),
        [
            Cast.permission(["health"], [.consent]), Cast.permission(["required-assessment"], [.consent]),
            Cast.permission(roles: ["arresting-officer"], ["court"], [.consent]),
        ])

    @Test("Only what an agreement foresees for this viewer is named, once, with the agency to ask")
    func named() {
        #expect(
            rule.given(SubjectFacts()).withheld(among: rows) == [Withheld(category: "health", owner: "treatment")])
    }

    @Test("What is shown is not said to be withheld")
    func shown() {
        let agreed = SubjectFacts(consents: [Cast.consent(to: "probation", "health")])
        #expect(rule.given(agreed).withheld(among: rows).isEmpty)
    }

    @Test("Nothing is named of a person of whom nothing is seen")
    func unseen() {
        #expect(rule.given(SubjectFacts()).withheld(among: Array(rows.dropFirst())).isEmpty)
        #expect(rule.given(SubjectFacts(isSealed: true)).withheld(among: rows).isEmpty)
        #expect(rule.given(SubjectFacts(barredWorkers: ["W-1"])).withheld(among: rows).isEmpty)
    }
}
