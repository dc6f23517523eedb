import Domain
import Store

extension Derivation {
    /// What the policy knows of the subject, worked out from the log: the same as its kept rows say.
    var subjectFacts: SubjectFacts {
        SubjectFacts(
            enrolments: standing.enrolments.filter(\.isOpen).map {
                SubjectFacts.Enrolment(programme: $0.programme, agency: $0.agency, lead: $0.lead.worker)
            },
            openReferrals: Set(
                facts.referrals.filter { $0.state == "sent" || $0.state == "accepted" }.map { ByteText($0.to) }),
            consents: facts.consents.filter { $0.withdrawnAt == nil }.map {
                SubjectFacts.Consent(
                    recipient: $0.recipient, category: $0.category, purpose: $0.purpose, isWritten: $0.isWritten,
                    from: $0.from, until: $0.until)
            },
            barredWorkers: Set(facts.bars.map { ByteText($0.worker) }), isSealed: facts.isSealed)
    }

    /// The name that a list would show, as far as a rule lets it be seen; `nil` where it may not.
    func head(of subject: String, through rule: RowRule) -> FoundPerson? {
        let seen = keys.names.filter { rule.allows($0.guardedBy) }
        return (seen.last { $0.kind == "legal" } ?? seen.last).map { name in
            FoundPerson(
                subject: subject, given: name.given, family: name.family, knownAs: name.knownAs, nameKind: name.kind)
        }
    }
}
