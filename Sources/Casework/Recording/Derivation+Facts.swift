import Domain
import Store

extension Derivation {
    /// What the policy knows of the subject, worked out from the log: the same as its kept rows say.
    var subjectFacts: SubjectFacts { facts.subject(standing) }

    /// The name that a list would show, as far as a rule lets it be seen; `nil` where it may not.
    func head(of subject: String, through rule: RowRule) -> FoundPerson? {
        let seen = keys.names.filter { rule.allows($0.guardedBy) }
        return (seen.last { $0.kind == "legal" } ?? seen.last).map { name in
            FoundPerson(
                subject: subject, given: name.given, family: name.family, knownAs: name.knownAs, nameKind: name.kind)
        }
    }
}
