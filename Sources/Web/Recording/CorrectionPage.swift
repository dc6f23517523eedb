import Casework
import Domain
import Hummingbird
import Markup

/// Withdrawing an event, or moving it to the right person: what it is about, and why.
struct CorrectionPage {
    let context: SignedInContext
    let detail: EventDetail
    let kind: Kind
    var reason = ""
    /// Whose record it should be on, as typed.
    var other = ""
    var problems: [Markup.FieldProblem] = []
    var status: RefusalWords?

    enum Kind {
        case withdraw
        case move

        var title: String { self == .withdraw ? "Withdraw" : "Move to another person" }
    }

    func response() -> Response {
        let words = EventMarkup(detail: detail, context: context)
        let title = "\(kind.title): \(detail.event.view.title)"
        return SignedInPage(title, at: .people, hasProblems: !problems.isEmpty, context).response(
            status: status?.status ?? (problems.isEmpty ? .ok : .unprocessableContent),
            banner: PersonLineMarkup(detail.person).markup,
            before: backLink(href: "/people/\(detail.subject)/events/\(detail.event.view.id)"),
            """
            \(errorSummary(problems))
            <h1 class="govuk-heading-l">\(title)</h1>
            <p class="govuk-body">\(what)</p>
            \(words.madeBy(detail.event))
            \(words.answers(of: detail.event))
            \(formMarkup)
            """)
    }

    private var what: String {
        switch kind {
        case .withdraw:
            "It was entered in error and never happened. It leaves counts, deadlines and search; those who may correct it "
                + "can still see it."
        case .move: "It happened, and to somebody else. It is taken from this record to theirs as it stands."
        }
    }

    private var formMarkup: HTML {
        let (person, event) = (detail.subject, detail.event.view.id)
        let action: Href =
            kind == .withdraw ? "/people/\(person)/events/\(event)/withdraw" : "/people/\(person)/events/\(event)/move"
        let whom: HTML? =
            kind == .withdraw
            ? nil
            : input(
                Markup.Field(
                    "other", label: "Whose record should it be on?", labelSize: .small,
                    hint: "Their reference, as their page shows it.", error: error("other")),
                value: other, width: .twenty, autocomplete: "off", isSpellchecked: false)
        return form(
            action: action, method: .post(context.formTokens()),
            content: """
                \(whom)
                \(input(
                    Markup.Field("reason", label: "Why?", labelSize: .small, error: error("reason")), value: reason))
                \(button(kind == .withdraw ? "Withdraw" : "Move", style: .warning))
                """)
    }

    private func error(_ box: String) -> String? { problems.first { $0.boxID == box }?.message }
}

/// A refusal on a page of its own, where there is no form to go back to.
struct RefusalPage {
    let refusal: RecordRefusal
    let back: Href

    func response(_ context: SignedInContext) -> Response {
        let words = RefusalWords(refusal)
        return SignedInPage(words.title, context).response(
            status: words.status, before: backLink(href: back),
            """
            <h1 class="govuk-heading-l">\(words.title)</h1>
            <p class="govuk-body">\(words.what)</p>
            """)
    }
}
