import Casework
import Domain
import Markup

/// Whom a page is about, in one line above it.
struct PersonLineMarkup {
    let person: PersonLine

    init(_ person: PersonLine) {
        self.person = person
    }

    var markup: HTML {
        let born = person.born.isEmpty ? [] : ["born \(person.born)"]
        let details = born + [Reference(person.subject)?.text ?? person.subject]
        return identityBar(
            label: person.full,
            title: """
                \(link(person.full, href: "/people/\(person.subject)")), \(details.joined(separator: ", "))
                """)
    }
}
