import Casework
import Domain
import HTTPTypes
import Hummingbird
import Markup

/// What was opened by breaking the glass, for whoever reviews it: by reference, never by name.
struct GlassReviewsPage {
    let context: SignedInContext
    var problem: String?

    init(_ context: SignedInContext, problem: String? = nil) {
        self.context = context
        self.problem = problem
    }

    static func outcome(_ code: String) -> GlassBreak.Outcome? { GlassBreak.Outcome(rawValue: code) }

    func response() async throws -> Response {
        let view = try await OpenGlassReviews(context.world)(by: context.viewer)
        let problems = problem.map { [Markup.FieldProblem(boxID: nil, message: $0)] } ?? []
        return SignedInPage("Break-glass reviews", hasProblems: problem != nil, context).response(
            status: problem == nil ? .ok : .unprocessableContent,
            """
            \(errorSummary(problems))\(done)
            <h1 class="govuk-heading-l">Break-glass reviews</h1>
            <p class="govuk-body">Records that colleagues opened in an emergency. You are told the reference, not the name: \
            you need not see the record to ask your colleague why they opened it. That you read this is an entry in the \
            ledger.</p>
            \(waiting(view))
            \(reviewed(view))
            \(counts(view))
            """)
    }

    private var done: HTML? {
        context.query.line("done") == "reviewed"
            ? notificationBanner(.success, heading: "The review is closed") : nil
    }

    private var words: RecordWords { RecordWords(context) }

    private func waiting(_ view: GlassReviewsView) -> HTML {
        guard !view.waiting.isEmpty else { return insetText("Nothing waits for a review.") }
        return "<h2 class=\"govuk-heading-m\">To review</h2>\n\(view.waiting.map(card).joined(separator: "\n"))"
    }

    private func card(_ line: GlassReviewsView.Line) -> HTML {
        let glass = line.glass
        let due = "by \(London.text(glass.reviewDueAt))"
        return """
            <section class="tc-panel">
            <h3 class="govuk-heading-s">\(words.worker(glass.worker)), \(words.role(glass.role)), \
            \(words.agency(glass.agency))</h3>
            <p class="govuk-body">\(told(line)) To be reviewed \(Markup.due(line.isLate ? .overdue : .later, due)).</p>
            <blockquote class="govuk-inset-text">\(glass.reason)</blockquote>
            \(line.mayReview ? form(glass) : "<p class=\"govuk-body\">You opened it: a colleague reviews it.</p>")
            </section>
            """
    }

    private func told(_ line: GlassReviewsView.Line) -> HTML {
        let glass = line.glass
        let reference = Reference(glass.subject)?.text ?? glass.subject
        let looks = line.looks == 1 ? "1 entry" : "\(line.looks) entries"
        let end = glass.endedAt.map { "closed \(London.text($0))" } ?? "open until \(London.text(glass.until))"
        return
            "Record \(reference), opened \(London.text(glass.brokenAt)), \(end). \(looks) of what they looked at or did."
    }

    private func form(_ glass: GlassBreak) -> HTML {
        let choices = [
            Choice("justified", text: "Justified"), Choice("not-justified", text: "Not justified"),
            Choice("referred", text: "Referred to somebody else to decide"),
        ]
        let (found, said) = ("found-\(glass.id)", "words-\(glass.id)")
        return Markup.form(
            action: "/break-glass/reviews", method: .post(context.formTokens()),
            content: """
                <input type="hidden" name="break" value="\(glass.id)">
                \(radios(
                    Markup.Field("found", label: "What did you find?", labelSize: .small, id: found), layout: .small,
                    choices: choices))
                \(textarea(
                    Markup.Field("words", label: "In your words", labelSize: .small, id: said), rows: 2))
                \(button("Close the review"))
                """)
    }

    private func reviewed(_ view: GlassReviewsView) -> HTML? {
        guard !view.reviewed.isEmpty else { return nil }
        return table(
            caption: "Reviewed",
            columns: [TableColumn("What"), TableColumn("Why"), TableColumn("Found"), TableColumn("By")],
            rows: view.reviewed.map { line in
                let review = line.glass.review
                return TableRow([
                    "\(words.worker(line.glass.worker)): \(told(line))", "\(line.glass.reason)",
                    "\(review.map { Self.title($0.outcome) } ?? "")<br>\(review?.words ?? "")",
                    "\(review.map { "\(words.worker($0.by)), \(London.text($0.at))" } ?? "")",
                ])
            })
    }

    private static func title(_ outcome: GlassBreak.Outcome) -> String {
        switch outcome {
        case .justified: "Justified"
        case .notJustified: "Not justified"
        case .referred: "Referred"
        }
    }

    private func counts(_ view: GlassReviewsView) -> HTML? {
        guard !view.counts.isEmpty else { return nil }
        return table(
            caption: "How often in the last year",
            columns: [
                TableColumn("Worker"), TableColumn("Agency"), TableColumn("Times"), TableColumn("Not justified"),
            ],
            rows: view.counts.map {
                TableRow([
                    "\(words.worker($0.worker))", "\(words.agency($0.agency))", "\($0.times)", "\($0.notJustified)",
                ])
            })
    }
}

/// Who reviews what each agency's workers open by breaking the glass.
struct GlassReviewersPage {
    let context: SignedInContext

    init(_ context: SignedInContext) {
        self.context = context
    }

    func response() async throws -> Response {
        let view = try await OpenGlassReviewers(context.world)(by: context.viewer)
        let reviews: HTML? =
            view.reviewsThemselves
            ? "<p class=\"govuk-body\">\(link("What you are to review", href: "/break-glass/reviews"))</p>" : nil
        return SignedInPage("Break-glass", at: .partnership, context).response(
            before: PartnershipParts.navigation("/partnership/break-glass"),
            """
            \(banner)
            <h1 class="govuk-heading-l">Break-glass</h1>
            <p class="govuk-body">In an emergency a worker can open a record that they are not shown, for \
            \(BreakGlass.minutes) minutes. Somebody you name here is told and must review it within \
            \(BreakGlass.reviewHours) hours. An agency for which nobody is named cannot do it.</p>\(reviews)
            \(view.agencies.map(agency).joined(separator: "\n"))
            """)
    }

    private var banner: HTML? {
        switch context.query.line("done") {
        case "named": notificationBanner(.success, heading: "They review it from now on")
        case "dismissed": notificationBanner(.success, heading: "They review it no longer")
        default: nil
        }
    }

    private func agency(_ agency: GlassReviewersView.Part) -> HTML {
        let names: [HTML] = agency.reviewers.map { worker in
            """
            <li>\(worker.name) \(postButton(
                "Take off", about: "\(worker.name) as reviewer of \(agency.title)", action: "/partnership/break-glass",
                tokens: context.formTokens(), fields: [("agency", agency.id), ("worker", worker.id), ("do", "dismiss")],
                style: .secondary, isSmall: true))</li>
            """
        }
        let list: HTML =
            names.isEmpty
            ? "<p class=\"govuk-body\">Nobody. Its workers cannot break the glass.</p>"
            : "<ul class=\"govuk-list\">\(names)</ul>"
        let choices = agency.candidates.map { Choice($0.id, text: $0.name) }
        let adding: HTML? =
            choices.isEmpty
            ? nil
            : Markup.form(
                action: "/partnership/break-glass", method: .post(context.formTokens()),
                content: """
                    <input type="hidden" name="agency" value="\(agency.id)"><input type="hidden" name="do" value="name">
                    \(select(
                        Markup.Field(
                            "worker", label: "Somebody who reviews it for \(agency.title)", id: "worker-\(agency.id)"),
                        choices: choices))
                    \(button("Name them", style: .secondary))
                    """)
        return "<h2 class=\"govuk-heading-m\">\(agency.title)</h2>\n\(list)\(adding)"
    }
}
