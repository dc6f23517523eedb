import Casework
import Domain
import HTTPTypes
import Hummingbird
import Markup

/// One day of the diary: on screen with what can be done in each row, on paper a list to pin up.
struct DiaryPage {
    let view: DiaryView
    var done: Done?
    /// What went wrong with an act.
    var problem: String?

    /// What was done before the page was opened.
    enum Done: Equatable {
        case recorded
        case added
        case takenAway

        init?(_ text: String) {
            switch text {
            case "recorded": self = .recorded
            case "added": self = .added
            case "taken-away": self = .takenAway
            default: return nil
            }
        }

        var text: String {
            switch self {
            case .recorded: "recorded"
            case .added: "added"
            case .takenAway: "taken-away"
            }
        }
    }

    static func href(_ day: Day?, of agency: String? = nil, done: Done? = nil) -> Href {
        var href: Href = "/diary"
        if let agency { href = href.adding(query: "of", agency) }
        if let day { href = href.adding(query: "day", day.iso) }
        if let done { href = href.adding(query: "done", done.text) }
        return href
    }

    private var title: String { "Diary for \(view.day.longText)" }

    func response(_ context: SignedInContext) -> Response {
        let problems = problem.map { [Markup.FieldProblem(boxID: nil, message: $0)] } ?? []
        return SignedInPage(title, at: .diary, hasProblems: !problems.isEmpty, isWide: true, context).response(
            status: problems.isEmpty ? .ok : .conflict,
            """
            \(doneBanner(context))\(errorSummary(problems))
            \(pageHeaderActions(title, actions: actions))
            <p class="govuk-body">\(view.agency). As it was at \(London.text(view.asOf)).</p>
            \(days)
            \(content(context))
            \(view.hasMore ? insetText("There are more times on this day than this page shows.") : nil)
            """)
    }

    private var actions: HTML {
        let walkIn: HTML? =
            view.mayBook
            ? linkButton("Somebody has come without an appointment", href: "/people", style: .secondary) : nil
        let add: HTML? =
            view.mayAddTimes
            ? linkButton(
                "Add times", href: ("/diary/times" as Href).adding(query: "day", view.day.iso), style: .secondary)
            : nil
        return "\(walkIn)\(add)\(printButton("Print the day"))"
    }

    private func doneBanner(_ context: SignedInContext) -> HTML? {
        switch done {
        case .recorded: return notificationBanner(.success, heading: "It has been recorded")
        case .takenAway: return notificationBanner(.success, heading: "The time has been taken out of the diary")
        case .added:
            let (count, there) = (Int(context.query.line("count")) ?? 0, Int(context.query.line("there")) ?? 0)
            let already: HTML? =
                there > 0
                ? "<p class=\"govuk-body\">\(there) \(there == 1 ? "time was" : "times were") there already.</p>" : nil
            return notificationBanner(
                .success, heading: "\(count) \(count == 1 ? "time has" : "times have") been added to the diary",
                content: already)
        case nil: return nil
        }
    }

    /// The day before, the day after, and any other.
    private var days: HTML {
        let today = London.day(of: view.asOf)
        let (before, after) = (view.day.adding(days: -1), view.day.adding(days: 1))
        let back: HTML? =
            view.day == today
            ? nil
            : "<li class=\"govuk-!-display-inline-block govuk-!-margin-right-3\">\(link("Today", href: Self.href(nil, of: view.otherAgency)))</li>"
        let jump = form(
            action: "/diary", method: .get,
            content: """
                \(whose)\(dateInput(
                    Markup.Field("day", label: "Another day", hint: "For example, \(today.dayOfMonth) \(today.month) \(today.year)")))
                \(button("Show the day", style: .secondary))
                """)
        return """
            <nav class="govuk-!-display-none-print" aria-label="Days">
            <ul class="govuk-list">
            <li class="govuk-!-display-inline-block govuk-!-margin-right-3">\
            \(link("Previous day", href: Self.href(before, of: view.otherAgency), about: before.longText))</li>
            \(back)
            <li class="govuk-!-display-inline-block">\(link("Next day", href: Self.href(after, of: view.otherAgency), about: after.longText))</li>
            </ul>
            \(details("Go to another day", content: jump))
            \(otherDiaries)
            </nav>
            """
    }

    private var whose: HTML? {
        view.otherAgency.map { "<input type=\"hidden\" name=\"of\" value=\"\($0)\">" }
    }

    private var otherDiaries: HTML? {
        guard !view.others.isEmpty else { return nil }
        let items: [HTML] = view.others.map { other in
            "<li>\(link(other.title, href: Self.href(view.day, of: other.id)))</li>"
        }
        return details("Other diaries", content: "<ul class=\"govuk-list\">\(items)</ul>")
    }

    private func content(_ context: SignedInContext) -> HTML {
        guard !view.lines.isEmpty else {
            let how =
                view.mayAddTimes
                ? "Choose “Add times” to say when people can be seen." : "Those who keep its diary add them."
            let sentence =
                view.hasTimes
                ? "There are no appointments and no free times on this day."
                : "\(view.agency) has no times in its diary yet. \(how)"
            return "<p class=\"govuk-body\">\(sentence)</p>"
        }
        return table(
            caption: "Appointments and free times", columns: DiaryRow.columns(view),
            rows: view.lines.map { DiaryRow(line: $0, view: view, context: context).row }, layout: .board)
    }
}
