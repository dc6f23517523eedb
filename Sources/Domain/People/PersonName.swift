/// One of the names a person is or was known by.
///
/// Either part may be empty: some people have one name. Text is kept as it was given; ``SearchKey`` is what is
/// compared.
package struct PersonName: Hashable, Sendable {
    /// Why the name is held.
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        /// The name in law, so far as it is known.
        case legal
        /// A name used at the same time as another.
        case alias
        /// A name no longer used, after a marriage or a change of name.
        case former
    }

    /// Why it is held.
    package let kind: Kind
    /// Given names, apart by one space; may be empty.
    package let given: String
    /// Family name; may be empty.
    package let family: String
    /// What the person likes to be called, where that is not their given name.
    package let knownAs: String?

    /// Nil when no part holds anything but spaces. Spaces around a part are dropped and runs of them made one; an empty
    /// `knownAs` is none.
    package init?(_ kind: Kind = .legal, given: String, family: String, knownAs: String? = nil) {
        self.kind = kind
        self.given = PersonName.tidied(given)
        self.family = PersonName.tidied(family)
        let knownAs = knownAs.map(PersonName.tidied) ?? ""
        self.knownAs = knownAs.isEmpty ? nil : knownAs
        if self.given.isEmpty, self.family.isEmpty, knownAs.isEmpty { return nil }
    }

    /// "Samuel Example", for letters and forms.
    package var full: String { PersonName.joined([given, family]) ?? knownAs ?? "" }

    /// "Sam Example", for the top of a page and for speaking to them.
    package var spoken: String { PersonName.joined([knownAs ?? given, family]) ?? full }

    /// "Example, Samuel (Sam)", for lists in order of family name.
    package var listed: String {
        let called = knownAs.flatMap { $0 == given ? nil : $0 }
        let first = given.isEmpty ? called ?? "" : given + (called.map { " (\($0))" } ?? "")
        return [family, first].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    private static func tidied(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func joined(_ parts: [String]) -> String? {
        let text = parts.filter { !$0.isEmpty }.joined(separator: " ")
        return text.isEmpty ? nil : text
    }
}
