import Casework
import Domain
import HTTPTypes
import Hummingbird
import Markup

/// Who somebody new is. When somebody in view may be the same person, they are shown before a second record is made.
struct NewPersonPage {
    let form: AddPerson.Form
    let sent: SentForm
    let context: SignedInContext
    var problems: [Domain.FieldProblem] = []
    /// Who may be the same, and what says that they were shown.
    var alike: (matches: [PersonMatch], seen: String)?

    var response: Response {
        let summary = summary
        return SignedInPage("A new person", at: .people, hasProblems: !summary.isEmpty, context).response(
            status: !summary.isEmpty ? .unprocessableContent : alike == nil ? .ok : .conflict,
            before: backLink("Find a person", href: "/people"),
            """
            \(errorSummary(summary))
            <h1 class="govuk-heading-l">A new person</h1>
            \(alike.map { warning($0.matches) })
            \(Markup.form(
                action: "/people/new", method: .post(context.formTokens()), warnsUnsaved: true,
                content: """
                    <input type="hidden" name="answered" value="yes">\
                    <input type="hidden" name="seen" value="\(alike?.seen ?? "")">
                    \(questions)
                    \(button(alike == nil ? "Make the record" : "None of these people: make a new record"))
                    """))
            """)
    }

    private var summary: [Markup.FieldProblem] {
        problems.map { problem in
            let box = form.type.field(problem.field).map(QuestionMarkup.firstBox)
            return Markup.FieldProblem(boxID: box, message: problem.message)
        } + context.form.problems
    }

    private var questions: [HTML] {
        let definitions = context.world.definitions
        let today = London.day(of: form.at)
        return form.type.fields.map { field in
            let markup = QuestionMarkup(
                question: field, options: form.options[field.id] ?? [], sent: sent, because: nil,
                error: problems.first { $0.field == field.id }?.message,
                shownWhen: ShownWhen(field.showWhen, type: form.type, definitions: definitions, on: today)
            ).markup
            return "\(markup)\n"
        }
    }

    private func warning(_ matches: [PersonMatch]) -> HTML {
        """
        \(warningText("This may be the same person. Open each of these before you make a second record."))
        \(MatchList(matches).html)
        """
    }
}
