import Casework
import Domain
import Hummingbird
import Markup

/// One event: what was answered, by whom, its versions, and how it is put right.
struct EventPage {
    let context: SignedInContext
    let detail: EventDetail

    func response() -> Response {
        let words = EventMarkup(detail: detail, context: context)
        let title = detail.event.view.title
        return SignedInPage(title, at: .people, context).response(
            banner: PersonLineMarkup(detail.person).markup,
            before: backLink(href: "/people/\(detail.subject)"),
            """
            \(state)<h1 class="govuk-heading-l">\(title)</h1>
            \(words.madeBy(detail.event))
            \(detail.isWithdrawn ? nil : words.answers(of: detail.event))
            \(words.scores)
            \(acts)
            \(words.versions)
            """)
    }

    /// That it is no longer what the record says.
    private var state: HTML? {
        if detail.isWithdrawn {
            return alert(
                .warning, heading: "Withdrawn: it was entered in error",
                content: "It is out of counts, deadlines and search. You see it because you may correct it.")
        }
        guard let latest = detail.latest else { return nil }
        return alert(
            .warning, heading: "This version was corrected",
            content:
                "<p class=\"govuk-body\">\(link("See what the record says now", href: "/people/\(detail.subject)/events/\(latest)"))</p>"
        )
    }

    private var acts: HTML {
        let notice = NoticeLink(detail, definitions: context.world.definitions).html
        guard detail.mayCorrect else { return "<div class=\"govuk-button-group\">\(notice)\(printButton())</div>" }
        let base = "\(detail.subject)"
        let event = detail.event.view.id
        return """
            <div class="govuk-button-group">
            \(notice)\(linkButton("Amend", href: "/people/\(base)/events/\(event)/amend", style: .secondary))
            \(linkButton("Withdraw", href: "/people/\(base)/events/\(event)/withdraw", style: .secondary))
            \(linkButton("Move to another person", href: "/people/\(base)/events/\(event)/move", style: .secondary))
            \(printButton())
            </div>
            """
    }
}
