import Casework
import Domain
import HTTPTypes
import Hummingbird
import Markup

/// The search for people, and what it found.
struct PeoplePage {
    var form = PeopleForm()
    /// Nil before anything was searched.
    var found: SearchPeople.Found?
    /// Whether this role may make a record for somebody new.
    var mayAdd = false
    let context: SignedInContext

    private var title: String { found == nil ? "Find a person" : "People found" }

    var response: Response {
        let problems = form.problems
        return SignedInPage(title, at: .people, hasProblems: !problems.isEmpty, context).response(
            status: problems.isEmpty ? .ok : .unprocessableContent,
            """
            \(errorSummary(problems))
            <h1 class="govuk-heading-l">\(title)</h1>
            \(found.map(results))
            \(Markup.form(
                action: "/people", method: .post(context.formTokens()),
                content: "\(form.fields)\(button(found == nil ? "Search" : "Search again"))"))
            """)
    }

    /// What is typed once need not be typed again, and stands in no address.
    private var emergency: HTML {
        """
        <p class="govuk-body">In an emergency you may \(link("break the glass", href: "/break-glass")) of a record that you \
        are not shown.</p>
        """
    }

    private func results(_ found: SearchPeople.Found) -> HTML {
        let list: HTML =
            found.matches.isEmpty
            ? "<p class=\"govuk-body\">Nobody you may see fits what you typed.</p>\(emergency)"
            : MatchList(found.matches).html
        let more: HTML? =
            found.hasMore
            ? "<p class=\"govuk-body\">There are more than these. Type more of what you know to see fewer.</p>" : nil
        let add: HTML? =
            mayAdd
            ? postButton(
                found.matches.isEmpty ? "Make a new record" : "None of these: make a new record",
                action: "/people/new", tokens: context.formTokens(), fields: form.hidden, style: .secondary)
            : nil
        return "\(list)\(more)\(add)"
    }
}

/// People found, each with why they may be the one.
struct MatchList {
    let matches: [PersonMatch]

    init(_ matches: [PersonMatch]) {
        self.matches = matches
    }

    var html: HTML {
        table(
            caption: "People found", captionSize: .small,
            columns: [
                TableColumn("Name"), TableColumn("Born"), TableColumn("Reference"),
                TableColumn("Why they may be the one"),
            ],
            rows: matches.map { match in
                let person = match.person
                return TableRow([
                    link(person.listed, href: person.href), "\(person.born)", "\(person.reference)",
                    why(match),
                ])
            })
    }

    private func why(_ match: PersonMatch) -> HTML {
        if let likeness = match.likeness { return "\(Self.level(likeness.level)) \(likeness.text)" }
        return match.hasOtherBirth
            ? "\(Self.level(.possible)) Same name; but different date of birth" : "Fits what you typed"
    }

    private static func level(_ level: LikelyMatch.Level) -> HTML {
        switch level {
        case .exact: tag("Very likely", .green)
        case .likely: tag("Likely", .blue)
        case .possible: tag("Possible", .grey)
        }
    }
}
