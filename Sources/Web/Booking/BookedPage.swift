import Casework
import Domain
import Hummingbird
import Markup

/// What was booked, and the notice that goes with it.
struct BookedPage {
    let view: BookingView
    /// Whether it was booked just now.
    let isNew: Bool

    func response(_ context: SignedInContext) -> Response {
        let person = view.person
        let title = isNew && view.appointment.state == .booked ? "Appointment booked" : "Appointment"
        return SignedInPage(title, at: .diary, context).response(
            before: backLink(person.full, href: "/people/\(person.subject)"),
            """
            \(heading(title))
            \(summaryList(rows))
            \(outside)
            \(notice)
            <ul class="govuk-list govuk-!-display-none-print">
            <li>\(link("The diary on that day", href: DiaryPage.href(day)))</li>
            \(moving)<li>\(link(person.full, href: "/people/\(person.subject)"))</li>
            </ul>
            """)
    }

    private var day: Day { London.day(of: view.appointment.startsAt) }

    private func heading(_ title: String) -> HTML {
        guard isNew, view.appointment.state == .booked else {
            return "<h1 class=\"govuk-heading-l\">\(title)</h1>"
        }
        let clock = London.time(of: view.appointment.startsAt).text
        return panel(title, content: "\(day.longText)<br><strong>\(clock)</strong>")
    }

    private var rows: [SummaryRow] {
        let appointment = view.appointment
        let place = [appointment.place, appointment.address].filter { !$0.isEmpty }.joined(separator: ", ")
        let person = view.person.born.isEmpty ? view.person.full : "\(view.person.full), born \(view.person.born)"
        var rows = [
            SummaryRow("Who", value: "\(person)"),
            SummaryRow("What for", value: "\(appointment.purposeTitle)"),
            SummaryRow("When", value: "\(day.longText) at \(London.time(of: appointment.startsAt).text)"),
            SummaryRow("How long", value: "\(appointment.minutes) minutes"),
            SummaryRow("Where", value: "\(place)"),
        ]
        if !appointment.worker.isEmpty { rows.append(SummaryRow("With", value: "\(appointment.worker)")) }
        if appointment.state != .booked {
            rows.append(SummaryRow("State", value: "\(appointment.state.words(isPast: false))"))
        }
        return rows
    }

    /// A time outside the days allowed is booked all the same, and said to be so.
    private var outside: HTML? {
        guard view.appointment.state == .booked, let window = view.window,
            !window.contains(view.appointment.startsAt)
        else { return nil }
        return warningText(
            """
            This time is outside the days set for it. \(window.title): \(WindowWords(window).days).
            """)
    }

    private var notice: HTML? {
        switch view.notice {
        case .print(let event, _):
            return linkButton("Print the notice", href: "/people/\(view.person.subject)/events/\(event)/notice")
        case .record(let type, _, let prompt):
            return """
                <p class="govuk-body">The person must be told in writing. Make out the notice, then print it.</p>
                \(linkButton(prompt, href: RecordLink(type, of: view.person.subject).href))
                """
        case nil: return nil
        }
    }

    private var moving: HTML? {
        guard view.appointment.state == .booked else { return nil }
        let href = Href(booking: view.appointment.purpose, for: view.person.subject)
        return
            "<li>\(link(view.isOneAtATime ? "Book another time in its place" : "Book another time", href: href))</li>\n"
    }
}
