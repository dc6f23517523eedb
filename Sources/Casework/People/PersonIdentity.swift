import Domain
import Store

/// Who somebody is, as far as the viewer may see: what lists, results and banners call them by.
package struct PersonIdentity: Sendable, Hashable {
    package var subject: String
    /// "Example, Robin (Rob)", or their reference where no name may be seen.
    package var listed: String
    /// "Robin Example", or their reference.
    package var full: String
    /// What they like to be called; empty where that is not known.
    package var knownAs: String
    /// "2 May 1985" or "about 1985"; empty when unknown.
    package var born: String
    /// In completed years; nil unless the date of birth is known.
    package var age: Int?
    /// As people read it out: "K7M2-9QXF-G".
    package var reference: String

    init(_ person: FoundPerson, today: Day) {
        subject = person.subject
        listed = person.listed
        full = person.full
        knownAs = person.knownAs
        born = person.born
        age = person.age(on: today)
        reference = Reference(person.subject)?.text ?? person.subject
    }
}
