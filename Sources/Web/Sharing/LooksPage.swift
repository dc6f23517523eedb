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
            title: "Who has looked", Self.table(view.looks, RecordWords(context)))
    }

    static func table(_ looks: [LookView], _ words: RecordWords) -> HTML {
        let note: HTML =
            """
            <p class="govuk-body">Looks by your own agency and by agencies whose records you see here. The person may ask
            for all of them.</p>
            """
        guard !looks.isEmpty else { return note }
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
        return """
            \(note)\(Markup.table(
                caption: "Who has looked", captionSize: .small,
                columns: [
                    TableColumn("When"), TableColumn("Who"), TableColumn("As"), TableColumn("What"),
                    TableColumn("What for"),
                ], rows: rows))
            """
    }
}
