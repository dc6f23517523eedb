import Domain
import Testing

@Suite("What nothing opens, by example")
struct AccessLimits {
    typealias Cast = AccessCast

    @Test("A required assessment is its own assessors', and needs written consent to go further (Drugs Act 2005 s.15)")
    func statutory() {
        let assessment = Cast.row("required-assessment", of: "treatment")
        let spoken = SubjectFacts(consents: [Cast.consent(to: "probation", "required-assessment")])
        let written = SubjectFacts(consents: [Cast.consent(to: "probation", "required-assessment", isWritten: true)])
        let permissions = [
            Cast.permission(["required-assessment"], []), Cast.permission(["required-assessment"], [.consent]),
            Cast.permission(["required-assessment"], [.writtenConsent]),
        ]
        #expect(Cast.rule(for: Cast.viewer("assessor", of: "treatment")).allows(assessment, of: SubjectFacts()))
        #expect(
            !Cast.rule(for: Cast.viewer("receptionist", of: "treatment"), permissions).allows(assessment, of: written))
        let probation = Cast.rule(for: Cast.viewer("offender-manager", of: "probation"), permissions)
        #expect(!probation.allows(assessment, of: SubjectFacts()))
        #expect(!probation.allows(assessment, of: spoken))
        #expect(probation.allows(assessment, of: written))
        let unaided = Cast.rule(for: Cast.viewer("offender-manager", of: "probation"), Array(permissions.dropLast()))
        #expect(!unaided.allows(assessment, of: written))
    }

    @Test("A barred worker sees nothing of the person, not even their own agency's record")
    func barred() {
        let rule = Cast.rule(
            for: Cast.viewer("arresting-officer", of: "police", worker: "W-1"), [Cast.permission(["health"], [])])
        let barred = SubjectFacts(barredWorkers: ["W-1"])
        for row in [Cast.row("identity", of: "police"), Cast.row("health", of: "treatment")] {
            #expect(rule.allows(row, of: SubjectFacts(barredWorkers: ["W-2"])))
            #expect(!rule.allows(row, of: barred))
        }
        #expect(rule.given(barred).withheld(among: [Cast.row("health", of: "treatment")]).isEmpty)
    }

    @Test("A restricted person is there for those who are admitted, as far as they see anybody, and for nobody else")
    func restricted() {
        let rule = Cast.rule(for: Cast.viewer("arresting-officer", of: "police", worker: "W-1"))
        let (own, other) = (Cast.row("identity", of: "police"), Cast.row("health", of: "treatment"))
        let admitted = SubjectFacts(admittedWorkers: ["W-1", "W-2"])
        #expect(rule.allows(own, of: admitted) && !rule.allows(other, of: admitted))
        #expect(!rule.allows(own, of: SubjectFacts(admittedWorkers: ["W-2"])))
        #expect(rule.given(SubjectFacts(admittedWorkers: ["W-2"])).withheld(among: [own, other]).isEmpty)
        #expect(Cast.rule(for: .system("runner")).allows(own, of: SubjectFacts(admittedWorkers: ["W-2"])))
    }

    @Test("A sealed person is shown to nobody, and not to the system's own lists")
    func sealed() {
        let row = Cast.row("identity", of: "police")
        for viewer in [Cast.viewer("arresting-officer", of: "police"), .system("runner")] {
            #expect(Cast.rule(for: viewer).allows(row, of: SubjectFacts()))
            #expect(!Cast.rule(for: viewer).allows(row, of: SubjectFacts(isSealed: true)))
            #expect(!Cast.rule(for: viewer).allows(row, of: .unknown))
        }
    }

    @Test(
        "An administrator, an unknown role and a worker of no agency see no person at all",
        arguments: [("administrator", "police"), ("detective", "police"), ("arresting-officer", "")])
    func nobody(_ role: String, _ agency: String) {
        let rule = Cast.rule(for: Cast.viewer(role, of: agency), [Cast.permission(["identity"], [])])
        for owner in ["police", "treatment", ""] {
            #expect(!rule.allows(Cast.row("identity", of: owner), of: SubjectFacts()))
        }
    }

    @Test("An agreement holds from its first day to its last, both included")
    func term() {
        var agreement = Cast.agreement([Cast.permission(["health"], [])])
        agreement.from = Cast.today
        agreement.until = Cast.today.adding(days: 1)
        let policy = AccessPolicy(roles: Cast.roles, agreements: [agreement], categories: Cast.categories)
        let seen = (-1...2).map { days in
            policy.rule(
                for: Cast.viewer("offender-manager", of: "probation"), today: Cast.today.adding(days: days)
            ).allows(Cast.row("health", of: "treatment"), of: SubjectFacts())
        }
        #expect(seen == [false, true, true, false])
    }

    @Test("An agency that has not signed neither receives nor gives")
    func strangers() {
        let open = [
            Cast.permission(["health"], []), Cast.permission(agencies: ["court"], ["health"], owners: ["court"], []),
        ]
        let court = Cast.rule(for: Cast.viewer("offender-manager", of: "court"), open)
        #expect(!court.allows(Cast.row("health", of: "treatment"), of: SubjectFacts()))
        let probation = Cast.rule(for: Cast.viewer("offender-manager", of: "probation"), open)
        #expect(probation.allows(Cast.row("health", of: "treatment"), of: SubjectFacts()))
        #expect(!probation.allows(Cast.row("health", of: "court"), of: SubjectFacts()))
    }

    @Test("The purpose of a look must be one of the permission's, and one of the agreement's")
    func purposes() {
        let row = Cast.row("health", of: "treatment")
        var agreement = Cast.agreement([Cast.permission(["health"], purposes: ["care", "research"], [])])
        agreement.purposes = ["care", "enforcement"]
        let policy = AccessPolicy(roles: Cast.roles, agreements: [agreement], categories: Cast.categories)
        let seen = ["care", "research", "enforcement", ""].map { purpose in
            policy.rule(
                for: Cast.viewer("offender-manager", of: "probation", purpose: purpose), today: Cast.today
            ).allows(row, of: SubjectFacts())
        }
        #expect(seen == [true, false, false, false])
    }

    @Test("A category that no scheme declares is shown to nobody")
    func undeclared() {
        let roles = [Scheme.Role(id: "officer", title: "Officer", categories: ["secret"])]
        let policy = AccessPolicy(
            roles: roles, agreements: [Cast.agreement([Cast.permission(["secret"], [])])], categories: Cast.categories)
        let rule = policy.rule(for: Cast.viewer("officer", of: "police"), today: Cast.today)
        #expect(!rule.allows(Cast.row("secret", of: "police"), of: SubjectFacts()))
        #expect(!rule.allows(Cast.row("secret", of: "treatment"), of: SubjectFacts()))
    }
}
