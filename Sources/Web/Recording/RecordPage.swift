import Casework
import Domain
import Hummingbird
import Markup

/// A record's form: every question of its type on one page, what the record already knows filled in.
struct RecordPage {
    let context: SignedInContext
    let view: FormView
    var sent: SentForm
    var problems: [Domain.FieldProblem] = []
    /// What is to be read before it is recorded.
    var warnings: [RecordWarning] = []
    /// What those whom the record names will see, to be looked at before it is recorded.
    var sight: SightPreview?
    /// What was read before, and is sent along again.
    var hasRead: Set<String> = []
    /// What is wrong with the whole, where it is.
    var refusal: RecordRefusal?
    var link: BoardLink?
    var start: ActStart?
    /// What the decision would be so far, for a record that makes one.
    var finding: Decision.Finding?
    var isAnswerShown = false
    /// Whether what stands in the boxes was kept earlier.
    var isDraft = false
    /// The version that somebody else's correction left.
    var theirs: EventDetail?

    var type: RecordType { view.type }
    private var definitions: Definitions { context.world.definitions }
    private var day: Day { London.day(of: view.at) }
    private var isAmending: Bool { view.amending != nil }

    var action: Href {
        guard let amending = view.amending else { return Href(recording: type.id, for: view.subject) }
        return "/people/\(view.subject)/events/\(amending.event)/amend"
    }

    /// A page under this one.
    private func address(_ part: Part) -> Href {
        let parts = type.id.split(separator: "/", maxSplits: 1).map(String.init)
        let (scheme, id) = (parts.first ?? "", parts.last ?? "")
        switch (part, view.amending) {
        case (.discard, _): return "/people/\(view.subject)/record/\(scheme)/\(id)/discard"
        case (.answer, nil): return "/people/\(view.subject)/record/\(scheme)/\(id)/answer"
        case (.answer, let amending?): return "/people/\(view.subject)/events/\(amending.event)/amend/answer"
        }
    }

    private enum Part {
        case answer
        case discard
    }

    func response() -> Response {
        let title = isAmending ? "Amend: \(type.title)" : type.prompt
        let page = SignedInPage(title, at: .people, hasProblems: !summary.isEmpty, context)
        let isRefused = !problems.isEmpty || !warnings.isEmpty
        let status = refusal.map { RefusalWords($0).status } ?? (isRefused ? .unprocessableContent : .ok)
        return page.response(
            status: status, banner: PersonLineMarkup(view.person).markup,
            before: backLink(href: back),
            """
            \(errorSummary(summary, title: warnings.isEmpty ? "There is a problem" : "Read this before it is recorded"))
            \(notices)<h1 class="govuk-heading-l">\(title)</h1>
            \(warning)\
            \(theirs.map(comparison) ?? formMarkup)\(discard)
            """)
    }

    /// What the act of a board that led here says first.
    private var warning: HTML? {
        guard let words = start?.act.warning, !words.isEmpty else { return nil }
        return warningText("\(words)")
    }

    private var back: Href { link?.address ?? "/people/\(view.subject)" }

    private var summary: [Markup.FieldProblem] {
        let whole = refusal.map { refusal -> [Markup.FieldProblem] in
            let words = RefusalWords(refusal)
            return [Markup.FieldProblem(boxID: nil, message: "\(words.title). \(words.what)")]
        }
        let each = said.map { problem in
            // A stop or a warning of the form as a whole is a sentence of its own, and so is one at its question.
            if problem.field.isEmpty || isObjection(problem) {
                let box = type.field(problem.field).map(QuestionMarkup.firstBox)
                return Markup.FieldProblem(boxID: box, message: problem.message)
            }
            let field = type.field(problem.field)
            let question = field.map { $0.question + ($0.question.hasSuffix("?") ? " " : ": ") } ?? ""
            return Markup.FieldProblem(boxID: box(of: problem), message: question + problem.message)
        }
        return (whole ?? []) + each + context.form.problems
    }

    /// Everything said of single questions, problems and warnings.
    private var said: [Domain.FieldProblem] { problems + warnings.map(\.problem) }

    private func isObjection(_ problem: Domain.FieldProblem) -> Bool {
        (type.stops + type.warnings).contains { $0.because == problem.message }
    }

    /// The name under which a form sends back the warnings that were read.
    static let warningRead = "warning-read"

    private var warningsRead: [HTML] {
        let marks = Set(warnings.map(\.id) + (sight.map { [$0.mark] } ?? [])).union(hasRead)
        return marks.sorted().map { "<input type=\"hidden\" name=\"\(Self.warningRead)\" value=\"\($0)\">" }
    }

    /// What they will see, with a press of its own: who has read it need not look for the one below.
    private var sightMarkup: HTML? {
        sight.map { sight in
            """
            \(SightPreviewMarkup(preview: sight, person: view.person, words: RecordWords(context)).markup)
            \(button(press, name: "do", value: "record"))
            <h2 class="govuk-heading-m">What you entered</h2>

            """
        }
    }

    private func box(of problem: Domain.FieldProblem) -> String {
        if let field = type.field(problem.field) { return QuestionMarkup.firstBox(of: field) }
        return problem.field == "reason" ? "reason" : WhenBoxes.firstBox
    }

    private var notices: HTML? {
        if context.form.has(LapsedForm.mark) {
            return notificationBanner(
                heading: "You are signed in again, and what you typed is filled in.",
                content: "<p class=\"govuk-body\">Nothing is recorded yet. Look it through and send it.</p>")
        }
        guard isDraft, let draft = view.draft else { return nil }
        return notificationBanner(
            heading: "What you saved on \(London.text(draft.savedAt)) is filled in again.",
            content: "<p class=\"govuk-body\">It is yours alone and not part of the record until you record it.</p>")
    }

    private var formMarkup: HTML {
        let live = type.decision == nil ? nil : address(.answer)
        return form(
            action: action, method: .post(context.formTokens()), live: live, warnsUnsaved: true,
            content: """
                \(link?.boxes)\(warningsRead)\(sightMarkup)\(questions)\(codeLists)
                \(answer)\(when.markup)
                \(reason)\(buttons)
                """)
    }

    private var questions: HTML {
        var filled = SentForm()
        filled.fill(view.prefilled.mapValues(\.answer), type: type)
        var given = SentForm()
        given.fill(start?.given ?? [:], type: type)
        let pieces: [HTML] = type.fields.map { field in
            QuestionMarkup(
                question: field, options: view.options[field.id] ?? [], sent: sent,
                because: because(field, filled: filled, given: given),
                error: said.first { $0.field == field.id }?.message,
                shownWhen: ShownWhen(field.showWhen, type: type, definitions: definitions, on: day)
            ).markup
        }
        return pieces.joined(separator: "\n")
    }

    /// Where an answer came from, as long as nobody has changed it.
    private func because(_ field: Domain.Field, filled: SentForm, given: SentForm) -> String? {
        let now = sent.only(field)
        guard !now.isEmpty else { return nil }
        if now == given.only(field) { return start.map { "from the list “\($0.board.title)”" } }
        return now == filled.only(field) ? view.prefilled[field.id]?.because : nil
    }

    private var answer: HTML? {
        guard type.decision != nil else { return nil }
        return "\(AnswerMarkup(finding: finding, isAsked: isAnswerShown).markup)\n"
    }

    private var when: WhenBoxes {
        WhenBoxes(
            sent: sent, problem: problems.first { $0.field == "occurred" }?.message, amended: view.amending?.occurred)
    }

    private var reason: HTML? {
        guard isAmending else { return nil }
        let error = problems.first { $0.field == "reason" }?.message
        let field = Markup.Field(
            "reason", label: "Why is it amended?", labelSize: .small, hint: "The version before is kept.", error: error)
        return "\(input(field, value: sent.text("reason")))\n"
    }

    private var press: String {
        let verb = isAmending ? "Amend" : "Record"
        if sight != nil, warnings.isEmpty { return verb + ": they may see this" }
        return warnings.isEmpty ? verb : verb + " all the same"
    }

    /// What the boxes of codes offer, once for each set of lists.
    private var codeLists: [HTML] {
        var seen: Set<String> = []
        return type.fields.compactMap { field in
            guard let id = QuestionMarkup.suggestions(of: field), seen.insert(id).inserted else { return nil }
            let entries: [HTML] = (view.options[field.id] ?? []).map {
                "<option value=\"\($0.code)\">\($0.code) \($0.title)</option>"
            }
            return "\n<datalist id=\"\(id)\">\(entries)</datalist>"
        }
    }

    private var buttons: HTML {
        let later: HTML? =
            isAmending ? nil : button("Save and finish later", style: .secondary, name: "do", value: "later")
        let show: HTML? =
            type.decision == nil
            ? nil
            : "<noscript>\(button("Show the answer", style: .secondary, name: "do", value: "show"))</noscript>"
        return """
            <div class="govuk-button-group">
            \(button(press, name: "do", value: "record"))
            \(show)\(later)
            </div>
            """
    }

    /// Another form, since its press must not send what is typed above.
    private var discard: HTML? {
        guard isDraft else { return nil }
        return postButton(
            "Throw away what was saved", action: address(.discard), tokens: context.formTokens(), style: .secondary)
    }

    /// What is in the record now, beside what was about to replace it.
    private func comparison(_ theirs: EventDetail) -> HTML {
        let words = EventMarkup(detail: theirs, context: context)
        return """
            <div class="govuk-grid-row">
            <div class="govuk-grid-column-one-half">
            <h2 class="govuk-heading-m">What the record says now</h2>
            \(words.madeBy(theirs.event))
            \(words.answers(of: theirs.event))
            </div>
            <div class="govuk-grid-column-one-half">
            <h2 class="govuk-heading-m">What you were about to say</h2>
            \(formMarkup)
            </div>
            </div>
            """
    }
}

extension SentForm {
    /// The boxes of one question that hold anything.
    func only(_ field: Domain.Field) -> SentForm {
        let name = SentForm.name(of: field.id)
        return SentForm(
            values.filter { box, texts in
                (box == name || box.hasPrefix(name + "-") && Self.isPart(box.dropFirst(name.count + 1)))
                    && texts.contains { !$0.isEmpty }
            })
    }

    private static func isPart(_ ending: Substring) -> Bool {
        ["day", "month", "year", "time", "none"].contains(ending) || Int(ending) != nil
    }
}
