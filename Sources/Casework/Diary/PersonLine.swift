import Domain
import Store

/// A person on a list, as far as the viewer may see who they are.
package struct PersonLine: Sendable, Hashable {
    package var subject: String
    /// "Example, Robin", or their reference where no name may be seen.
    package var listed: String
    /// "Robin Example", or their reference.
    package var full: String
    /// "2 May 1985"; empty when unknown.
    package var born: String

    init(_ person: FoundPerson) {
        subject = person.subject
        listed = person.listed
        full = person.full
        born = person.born
    }

    /// The lines of several people, by reference; whoever has no name to be seen goes by their reference.
    static func lines(
        of subjects: [String], rule: AccessRule, on connection: Connection
    ) throws -> [String: PersonLine] {
        let heads = try PersonHeads.heads(of: Array(Set(subjects)), rule: rule, on: connection)
        let named = Dictionary(heads.map { ($0.subject, PersonLine($0)) }) { first, _ in first }
        return Dictionary(
            subjects.map { ($0, named[$0] ?? PersonLine(.unnamed($0))) }, uniquingKeysWith: { first, _ in first })
    }
}
