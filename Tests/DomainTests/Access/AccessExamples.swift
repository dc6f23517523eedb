import Domain
import Testing

@Suite("Who sees what, by example")
struct AccessExamples {
    typealias Cast = AccessCast

    @Test("A worker sees their own agency's records in the categories of their role, and no others")
    func ownRecords() {
        let rule = Cast.rule(for: Cast.viewer("arresting-officer", of: "police"))
        #expect(rule.allows(Cast.row("tests", of: "police"), of: SubjectFacts()))
        #expect(!rule.allows(Cast.row("health", of: "police"), of: SubjectFacts()))
        #expect(!rule.allows(Cast.row("tests", of: "treatment"), of: SubjectFacts()))
        #expect(rule.reason(for: Cast.row("tests", of: "police"), of: SubjectFacts()) == .ownRecord)
        #expect(AccessReason.ownRecord.sentence == "Your agency's own record")
    }

    @Test("Probation sees treatment's test results while the person is on the order, and the page says why")
    func enrolled() {
        let rule = Cast.rule(
            for: Cast.viewer("offender-manager", of: "probation"),
            [Cast.permission(roles: ["offender-manager"], ["tests"], owners: ["treatment"], [.enrolled(["drr"])])])
        let onOrder = SubjectFacts(enrolments: [.init(programme: "drr", agency: "treatment")])
        #expect(rule.allows(Cast.row("tests", of: "treatment"), of: onOrder))
        #expect(!rule.allows(Cast.row("tests", of: "police"), of: onOrder))
        #expect(!rule.allows(Cast.row("tests", of: "treatment"), of: SubjectFacts()))
        let reason = rule.reason(for: Cast.row("tests", of: "treatment"), of: onOrder)
        #expect(reason?.sentence == "You work with this person")
        #expect(reason?.gateway == "Crime and Disorder Act 1998 s.115")
        #expect(reason?.agreement == "Information sharing protocol")
    }

    @Test("A permission for an enrolment here wants the recipient agency's own enrolment")
    func enrolledHere() {
        let rule = Cast.rule(
            for: Cast.viewer("housing-worker", of: "housing"),
            [Cast.permission(["identity"], [.enrolledHere(["tenancy"])])])
        let row = Cast.row("identity", of: "probation")
        #expect(rule.allows(row, of: SubjectFacts(enrolments: [.init(programme: "tenancy", agency: "housing")])))
        #expect(!rule.allows(row, of: SubjectFacts(enrolments: [.init(programme: "tenancy", agency: "probation")])))
    }

    @Test("A referral opens what its permission names to the agency it was sent to, while it is open")
    func openReferral() {
        let rule = Cast.rule(
            for: Cast.viewer("housing-worker", of: "housing"),
            [Cast.permission(["identity"], types: ["referral"], [.openReferral])])
        let row = Cast.row("identity", of: "treatment", type: "referral")
        #expect(rule.allows(row, of: SubjectFacts(openReferrals: ["housing"])))
        #expect(!rule.allows(row, of: SubjectFacts(openReferrals: ["police"])))
        #expect(!rule.allows(Cast.row("identity", of: "treatment"), of: SubjectFacts(openReferrals: ["housing"])))
    }

    @Test("Consent opens its own category to its own recipient for its own purpose, and no more")
    func consent() {
        let rule = Cast.rule(
            for: Cast.viewer("offender-manager", of: "probation"), [Cast.permission(["health", "tests"], [.consent])])
        let health = Cast.row("health", of: "treatment")
        let agreed = SubjectFacts(consents: [Cast.consent(to: "probation", "health")])
        #expect(rule.allows(health, of: agreed))
        #expect(!rule.allows(Cast.row("tests", of: "treatment"), of: agreed))
        for other in [
            Cast.consent(to: "housing", "health"), Cast.consent(to: "probation", "health", purpose: "research"),
        ] {
            #expect(!rule.allows(health, of: SubjectFacts(consents: [other])))
        }
    }

    @Test("Consent holds on its last day and not on the next, and not before the day it begins")
    func consentDays() {
        let viewer = Cast.viewer("offender-manager", of: "probation")
        let permissions = [Cast.permission(["health"], [.consent])]
        let facts = SubjectFacts(consents: [Cast.consent(to: "probation", "health", until: Cast.today)])
        let health = Cast.row("health", of: "treatment")
        #expect(Cast.rule(for: viewer, permissions).allows(health, of: facts))
        #expect(!Cast.rule(for: viewer, permissions, today: Cast.today.adding(days: 1)).allows(health, of: facts))
        #expect(!Cast.rule(for: viewer, permissions, today: Cast.today.adding(days: -1)).allows(health, of: facts))
    }

    @Test("A lead worker's permission is theirs and not a colleague's")
    func leads() {
        let permissions = [Cast.permission(["health"], [.leads])]
        let led = SubjectFacts(enrolments: [.init(programme: "drr", agency: "treatment", lead: "W-1")])
        let health = Cast.row("health", of: "treatment")
        let lead = Cast.viewer("offender-manager", of: "probation", worker: "W-1")
        let colleague = Cast.viewer("offender-manager", of: "probation", worker: "W-2")
        #expect(Cast.rule(for: lead, permissions).allows(health, of: led))
        #expect(!Cast.rule(for: colleague, permissions).allows(health, of: led))
    }
}
