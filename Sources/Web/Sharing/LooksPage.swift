import Casework
import Domain
import Hummingbird
import Markup

/// Everybody who has looked at a person's record or changed it.
struct LooksPage {
    let view: WhoHasLooked.View
    let context: SignedInContext

    var response: Response {
        PersonPage(person: view.person, part: .sharing, context: context).response(
            title: "Who has looked",
            """
            <p class="govuk-body">\(link(
                "A sheet for the person", href: "/people/\(view.person.subject)/sharing/looks/sheet"))</p>
            \(Self.tables(view.looks, RecordWords(context)))
            """)
    }

    /// Who opened the record first: that is what is asked for. Every board, diary and search that had the name in it
    /// comes after.
    static func tables(_ looks: [LookView], _ words: RecordWords) -> HTML {
        let note: HTML =
            """
            <p class="govuk-body">Looks by your own agency, by agencies whose records you see here, and by everybody who
            could see your agency’s records. The person may ask for all of them.</p>
            """
        let (opened, listed) = (looks.filter { !$0.isListing }, looks.filter(\.isListing))
        return """
            \(note)\(table(opened, caption: "Who has looked at the record or changed it", words))
            \(table(listed, caption: "Who saw their name in a list", words))
            """
    }

    private static func table(_ looks: [LookView], caption: String, _ words: RecordWords) -> HTML? {
        guard !looks.isEmpty else { return nil }
        let rows = looks.map { look in
            let sections = look.sections.map(words.category).joined(separator: ", ")
            let who: HTML = "\(words.worker(look.worker))"
            let role: HTML =
                look.role.isEmpty ? "" : "\(words.role(look.role)), \(words.agency(look.agency))"
            return TableRow([
                "\(London.text(look.at))", who, role, "\(look.what)\(sections.isEmpty ? "" : ": \(sections)")",
                "\(look.purpose.isEmpty ? "" : words.purpose(look.purpose))",
            ])
        }
        return Markup.table(
            caption: caption, captionSize: .small,
            columns: [
                TableColumn("When"), TableColumn("Who"), TableColumn("As"), TableColumn("What"),
                TableColumn("What for"),
            ], rows: rows)
    }
}
