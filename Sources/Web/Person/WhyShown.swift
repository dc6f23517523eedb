import Casework
import Domain
import Markup

/// Why each part of a record is shown, and what is withheld, where the agreement lets that be said.
struct WhyShown {
    let person: PersonView
    let words: RecordWords

    var html: HTML { "\(details("Why you see this", content: table))\(withheld)" }

    private var table: HTML {
        Markup.table(
            caption: "What you see and why", captionSize: .small,
            columns: [
                TableColumn("Part"), TableColumn("Whose record"), TableColumn("Why"), TableColumn("By what power"),
            ],
            rows: person.shown.map { part in
                TableRow([
                    "\(words.category(part.category))", "\(words.agency(part.owner))", "\(part.reason.sentence)",
                    Self.power(part.reason),
                ])
            })
    }

    /// The gateway and the agreement; an agency's own record needs none.
    static func power(_ reason: AccessReason) -> HTML {
        guard let gateway = reason.gateway, let agreement = reason.agreement else { return "–" }
        return "\(gateway)<br>\(agreement)"
    }

    private var withheld: HTML? {
        guard !person.withheld.isEmpty else { return nil }
        let items: [HTML] = person.withheld.map { part in
            "<li>\(words.category(part.category)): withheld. Ask \(words.agency(part.owner)).</li>"
        }
        return insetText("<ul class=\"govuk-list\">\(items)</ul>")
    }
}
