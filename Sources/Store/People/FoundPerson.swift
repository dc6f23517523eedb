/// One person a search or a list found, with what the viewer may see of who they are. All texts are empty of somebody in
/// view of whom no name may be seen.
package struct FoundPerson: Sendable, Hashable {
    package var subject: String
    package var given: String
    package var family: String
    package var knownAs: String
    /// `legal` or `alias`.
    package var nameKind: String
    /// An ISO day.
    package var bornOn: String?
    package var estimatedYear: Int?

    package init(
        subject: String, given: String, family: String, knownAs: String, nameKind: String, bornOn: String? = nil,
        estimatedYear: Int? = nil
    ) {
        self.subject = subject
        self.given = given
        self.family = family
        self.knownAs = knownAs
        self.nameKind = nameKind
        self.bornOn = bornOn
        self.estimatedYear = estimatedYear
    }
}
