import Domain
import Store

extension FoundPerson {
    /// Somebody on a list of whom the viewer may see no name.
    static func unnamed(_ subject: String) -> FoundPerson {
        FoundPerson(
            subject: subject, given: "", family: Reference(subject)?.text ?? subject, knownAs: "", nameKind: "",
            bornOn: nil, estimatedYear: nil)
    }
}

extension [FoundPerson] {
    var bySubject: [String: FoundPerson] { Dictionary(map { ($0.subject, $0) }) { first, _ in first } }
}
