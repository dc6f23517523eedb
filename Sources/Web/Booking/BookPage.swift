import Casework
import Domain
import HTTPTypes
import Hummingbird
import Markup

/// Free times for a person, the first that the rules allow chosen already: one press books it.
struct BookPage {
    let offered: TimesOffered
    var problem: Markup.FieldProblem?

    func response(_ context: SignedInContext, status: HTTPResponse.Status) -> Response {
        let person = offered.person
        let title = offered.purpose.map { "Book: \($0.title)" } ?? "Book an appointment"
        return SignedInPage(title, at: .diary, hasProblems: problem != nil, context).response(
            status: status, before: backLink(person.full, href: "/people/\(person.subject)"),
            """
            \(errorSummary([problem].compactMap { $0 }))
            <span class="govuk-caption-l">\(caption)</span>
            <h1 class="govuk-heading-l">\(title)</h1>
            \(offered.purpose.map { booking($0, context) } ?? choosing)
            """)
    }

    private var caption: String {
        let person = offered.person
        return person.born.isEmpty ? person.full : "\(person.full), born \(person.born)"
    }

    private var action: Href { "/people/\(offered.person.subject)/book" }

    /// Nothing is due that names a purpose: the worker says what it is for.
    private var choosing: HTML {
        let field = Markup.Field("purpose", label: "What is it for?", labelSize: .medium)
        let choices = offered.purposes.map { Choice($0.code, text: $0.title) }
        return form(
            action: action, method: .get, content: "\(radios(field, choices: choices))\n\(button("See free times"))")
    }

    private func booking(_ purpose: TimesOffered.Purpose, _ context: SignedInContext) -> HTML {
        """
        \(purpose.window.map { WindowWords($0).html })
        \(BookedAlready(offered: offered).html)
        \(times(purpose, context))
        \(otherPurposes(purpose))
        \(elsewhere)
        """
    }

    private func times(_ purpose: TimesOffered.Purpose, _ context: SignedInContext) -> HTML {
        guard let first = offered.first else {
            return insetText(
                """
                There is no free time for this in the next weeks. Ask the team whose diary it is to add times, or choose \
                another purpose.
                """)
        }
        let list = TimeList(offered: offered, first: first)
        let field = Markup.Field(
            "slot", label: offered.isWithin(first) ? "First free time" : "Next free time", labelSize: .medium,
            hint: offered.isWithin(first) ? nil : "It is outside the days above. It can be booked all the same.",
            error: problem?.message)
        return form(
            action: action, method: .post(context.formTokens()),
            content: """
                <input type="hidden" name="purpose" value="\(purpose.code)">
                \(radios(field, choices: [list.choice(first, isChosen: true, withDay: true)]))
                \(list.others)
                \(button("Book this time"))
                """)
    }

    /// A time that stands in no diary here, such as another team's surgery.
    private var elsewhere: HTML? {
        offered.type.map {
            let href = Href(recording: $0, for: offered.person.subject)
            return "<p class=\"govuk-body\">\(link("Record an appointment that is in no diary here", href: href))</p>"
        }
    }

    private func otherPurposes(_ purpose: TimesOffered.Purpose) -> HTML? {
        let others = offered.purposes.filter { $0.code != purpose.code }
        guard !others.isEmpty else { return nil }
        let items: [HTML] = others.map {
            "<li>\(link($0.title, href: action.adding(query: "purpose", $0.code)))</li>\n"
        }
        return details("Book something else", content: "<ul class=\"govuk-list\">\n\(items)</ul>")
    }
}

/// The days allowed and why, as a page says them before anything is chosen.
struct WindowWords {
    let window: TimesOffered.Window

    init(_ window: TimesOffered.Window) {
        self.window = window
    }

    /// "10 to 15 May 2013", "30 May to 3 June 2013", "on 10 May 2013".
    var days: String {
        let (from, due) = (window.from, window.due)
        if from == due { return "on \(due.text)" }
        if (from.year, from.month) == (due.year, due.month) { return "\(from.dayOfMonth) to \(due.text)" }
        if from.year == due.year {
            return "\(from.dayOfMonth) \(Day.monthNames[from.month - 1]) to \(due.text)"
        }
        return "\(from.text) to \(due.text)"
    }

    /// " (Drugs Act 2005 s.9)"; nothing where no Act or document is named.
    private func named(_ source: String) -> String {
        let words = SourceWords(source).text
        return words.isEmpty ? "" : " (\(words))"
    }

    private var authority: String {
        switch window.basis {
        case "statute": "This is the law\(named(window.source))."
        case "guidance": "This is guidance\(named(window.source))."
        default: "This is local practice: a time on another day can be booked, and is marked."
        }
    }

    var html: HTML {
        insetText(
            """
            <p class="govuk-body"><strong>\(window.title): \(days)</strong></p>
            <p class="govuk-body">\(window.because). \(authority)</p>
            """)
    }
}
