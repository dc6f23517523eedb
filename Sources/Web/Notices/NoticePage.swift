import Casework
import Domain
import Hummingbird
import Markup

/// A notice on one sheet: everything but the letter stays on the screen. Who printed it, and how the record is marked, are
/// no business of whoever is handed it, so the frame is that of a page without either.
struct NoticePage {
    let view: NoticeView

    func response(_ context: SignedInContext) -> Response {
        let paragraphs: [HTML] = view.paragraphs.map { "<p class=\"govuk-body\">\($0)</p>\n" }
        let frame = PageFrame(title: view.title, partnership: context.site.partnership.title)
        let sheet = page(
            frame, before: backLink("The record", href: "/people/\(view.subject)"),
            content: """
                <div class="govuk-!-display-none-print">
                \(status)\(gaps)
                <p class="govuk-body">\(printButton("Print the notice"))</p>
                <noscript><p class="govuk-body">To print it, use your browser's own Print.</p></noscript>
                </div>
                <h1 class="govuk-heading-l">\(view.title)</h1>
                \(mark)
                \(paragraphs)
                <p class="govuk-body-s">Reference: \(Reference(view.event)?.text ?? view.event)\(again)</p>
                """)
        return .page(sheet)
    }

    /// What stands on paper too: nobody may hand over a notice that no longer holds.
    private var mark: HTML? {
        switch view.status {
        case .inForce, .later: nil
        case .corrected: warningText("This notice was corrected. Do not hand it over.")
        case .withdrawn: warningText("This notice was withdrawn. Do not hand it over.")
        }
    }

    private var status: HTML? {
        switch view.status {
        case .inForce, .withdrawn: nil
        case .corrected(let event):
            insetText("A correction took its place. \(link("Open the corrected notice", href: notice(event)))")
        case .later(let event, let day):
            insetText("A later notice was given on \(day.text). \(link("Open the later notice", href: notice(event)))")
        }
    }

    private func notice(_ event: String) -> Href { "/people/\(view.subject)/events/\(event)/notice" }

    private var gaps: HTML? {
        guard !view.gaps.isEmpty else { return nil }
        let items: [HTML] = view.gaps.map { "<li>\($0)</li>\n" }
        return alert(
            .warning, heading: "Some answers are not in the record",
            content: """
                <p class="govuk-body">Lines are left to fill in by hand:</p>
                <ul class="govuk-list govuk-list--bullet">\(items)</ul>
                """)
    }

    private var again: String {
        let today = London.day(of: view.asOf)
        return today == view.givenOn ? "" : ". Printed again on \(today.text)."
    }
}
