import Casework
import Domain
import HTTPTypes
import Hummingbird
import Markup

/// What was typed to open a record in an emergency.
struct GlassForm {
    var person: PeopleForm
    var reason: String
    var problems: [Markup.FieldProblem] = []

    init(_ fields: FormFields) {
        let isSent = fields.has("answered")
        person = isSent ? PeopleForm(fields) : PeopleForm()
        reason = fields.text("reason")
        guard isSent else { return }
        problems = person.problems
        let query = person.query
        let isExact = !query.numbers.isEmpty || !query.family.isEmpty && !query.given.isEmpty && query.born != nil
        if problems.isEmpty, !isExact {
            problems.append(
                Markup.FieldProblem(
                    boxID: "family",
                    message:
                        "Enter both names and the date of birth, or a number, so that there is no doubt who is meant"))
        }
        if reason.count < BreakGlass.leastReason {
            problems.append(Markup.FieldProblem(boxID: "reason", message: Self.reasonTooShort))
        }
        if fields.secret("code").isEmpty {
            problems.append(Markup.FieldProblem(boxID: "code", message: "Enter the code of your authenticator app"))
        }
    }

    static let reasonTooShort =
        "Say what has happened and why you must see the record now, in at least \(BreakGlass.leastReason) characters"

    func error(_ box: String) -> String? { problems.first { $0.boxID == box }?.message }
}

/// The form that opens a record in an emergency, and what that means.
struct GlassPage {
    var form: GlassForm
    var refusal: BreakGlass.Refusal?
    let context: SignedInContext

    func response(status: HTTPResponse.Status? = nil) -> Response {
        let problems = problems
        return SignedInPage("Break the glass", at: .people, hasProblems: !problems.isEmpty, context).response(
            status: status ?? (problems.isEmpty ? .ok : .unprocessableContent), before: backLink(href: "/people"),
            """
            \(errorSummary(problems))
            <h1 class="govuk-heading-l">Break the glass</h1>
            <p class="govuk-body">For an emergency, when you must see a record that you are not shown. You see what your \
            role reads of your own agency’s records, of every agency’s record of this person, for \(minutes) minutes.</p>
            <ul class="govuk-list govuk-list--bullet">
            <li>A named colleague is told at once, by reference, and must review it. You may be asked to explain.</li>
            <li>Whoever answers for the record sees that you opened it, when, and what you looked at.</li>
            <li>It opens nothing that was said in a required assessment, and no record that you are kept from, that is \
            restricted to others, or that is sealed.</li>
            </ul>
            \(Markup.form(action: "/break-glass", method: .post(context.formTokens()), content: fields))
            """)
    }

    private var minutes: Int { BreakGlass.minutes }

    private var problems: [Markup.FieldProblem] {
        form.problems + [refusal.map { Markup.FieldProblem(boxID: nil, message: words($0)) }].compactMap { $0 }
    }

    private func words(_ refusal: BreakGlass.Refusal) -> String {
        switch refusal {
        case .reasonTooShort: GlassForm.reasonTooShort
        case .nobody:
            """
            Nothing was opened: there is no such person, more than one, or nobody whose record can be opened in this way. \
            Check what you typed. If somebody’s safety is at stake, ring the service that works with them.
            """
        case .nobodyReviews:
            """
            Nothing was opened: your agency has named nobody who would review it. Ask your administrator to name \
            reviewers. If somebody’s safety is at stake, ring the service that works with them.
            """
        case .keyUsedForSomethingElse: "This form was sent before with other answers. Send it again."
        }
    }

    private var fields: HTML {
        """
        <input type="hidden" name="answered" value="yes">
        <h2 class="govuk-heading-m">Who is it?</h2>
        \(form.person.fields)
        <h2 class="govuk-heading-m">Why now?</h2>
        \(textarea(
            Markup.Field(
                "reason", label: "What has happened, and why must you see the record now?", error: form.error("reason")),
            value: form.reason, rows: 4))
        \(input(
            Markup.Field(
                "code", label: "Code", hint: "From your authenticator app: it is asked for again here.",
                error: form.error("code")),
            width: .ten, inputMode: "numeric", autocomplete: "one-time-code", isSpellchecked: false))
        \(button("Open the record", style: .warning))
        """
    }
}

/// Above a record that was opened so: until when, and the way to close it.
struct GlassBanner {
    let glass: GlassBreak
    let context: SignedInContext

    var html: HTML {
        notificationBanner(
            heading: "You opened this record by breaking the glass. It closes at \(London.time(of: glass.until).text).",
            content: """
                <p class="govuk-body">Your reviewer was told. Write down what you did in the record, as you would elsewhere.</p>
                \(postButton(
                    "Close it now", action: "/break-glass/closings", tokens: context.formTokens(),
                    fields: [("break", glass.id)], style: .secondary, isSmall: true))
                """)
    }
}
