import Casework
import Domain
import HTTPTypes
import Hummingbird
import Markup

/// What a worker must do now, for whom, by when and why; then what waits and what has changed.
struct TodayPage {
    let view: TodayView
    let context: SignedInContext
    var problem: String?
    /// The alert that was just said to be in hand.
    var acknowledged: ReceiptView?

    private var today: Day { London.day(of: view.asOf) }

    var response: Response {
        let problems = problem.map { [FieldProblem(boxID: nil, message: $0)] } ?? []
        return SignedInPage("Today", at: .today, hasProblems: !problems.isEmpty, isWide: true, context).response(
            status: problems.isEmpty ? .ok : .conflict,
            """
            \(errorSummary(problems))\(done)
            \(pageHeaderActions("Today", actions: printButton("Print")))
            <p class="govuk-body">\(today.longText). As it was at \(London.time(of: view.asOf).text).</p>
            \(glass)\(messages)\(escalations)\(due)\(appointments)\(handOvers)\(referrals)\(withoutLead)\(alerts)\(quiet)\(drafts)\(changes)
            """)
    }

    private var done: HTML? {
        if let acknowledged {
            let (person, event) = (acknowledged.person, acknowledged.event.event.view)
            let about = event.answers.first { $0.field == "about" }?.text ?? event.title
            let page: Href = "/people/\(person.subject)"
            return notificationBanner(
                .success, heading: "You have it in hand: \(about), for \(person.listed). It has been recorded.",
                content: """
                    <p class="govuk-body">\(link("Go to \(person.full)", href: page)), or \
                    \(link("see what was recorded", href: "/people/\(person.subject)/events/\(event.id)")).</p>
                    """)
        }
        guard context.query.line("done") == "acknowledged" else { return nil }
        return notificationBanner(.success, heading: "You have it in hand. It has been recorded.")
    }

    /// By reference: whoever may no longer see a record is not told whose it is.
    private var messages: HTML? {
        guard !view.messages.isEmpty else { return nil }
        let words = RecordWords(context)
        return table(
            caption: "Consent taken back",
            columns: [TableColumn("Record"), TableColumn("What you may no longer see"), TableColumn("Noted")],
            rows: view.messages.map { message in
                TableRow(
                    [
                        "\(message.reference)<br>\(words.agency(message.sender)), \(London.text(message.sentAt))",
                        """
                        \(message.categories.map(words.category).joined(separator: "; "))<br><span class="tc-why">Do not use \
                        or pass on what you hold of it, but for what the law makes you keep.</span>
                        """,
                        postButton(
                            "We have noted it", about: "record \(message.reference)", action: "/today/messages",
                            tokens: context.formTokens(), fields: [("message", message.id)], isSmall: true),
                    ], state: .dueSoon)
            })
    }

    private var glass: HTML? {
        guard view.glassToReview > 0 else { return nil }
        let words = view.glassToReview == 1 ? "1 record was" : "\(view.glassToReview) records were"
        return notificationBanner(
            heading: "\(words) opened by breaking the glass, and you are to review it.",
            content: "<p class=\"govuk-body\">\(link("Break-glass reviews", href: "/break-glass/reviews"))</p>")
    }

    private var escalations: HTML? {
        part("Missed, and waiting for your role", view.escalations, [TableColumn("What"), TableColumn("Acknowledge")]) {
            line in
            let alert = line.matter
            let button = postButton(
                "I have it in hand", about: "\(alert.title), \(line.person.listed)", action: "/today/acknowledgements",
                tokens: context.formTokens(), fields: alert.name.fields, isSmall: true)
            return (["\(alert.title), was due \(London.text(alert.dueAt))<br>\(alert.because)", button], .overdue)
        }
    }

    private var due: HTML {
        let table = part(
            "What I must do", view.due, [TableColumn("What"), TableColumn("When"), TableColumn("Why")]
        ) { line in
            let deadline = line.matter
            let state = DueWords(deadline)
            let source = SourceWords(deadline.source).text
            let law: HTML? = deadline.basis == .statute && !source.isEmpty ? "<br>The law: \(source)" : nil
            let why: HTML = "\(deadline.because)\(law)"
            return (["\(deadline.title)", state.mark, why], state.row)
        }
        return table
            ?? "<h2 class=\"govuk-heading-m\">What I must do</h2>\n<p class=\"govuk-body\">Nothing is due that you may see.</p>\n"
    }

    private var appointments: HTML {
        let table = part(
            "Appointments today", view.appointments,
            [TableColumn("When"), TableColumn("What for"), TableColumn("Where")]
        ) { line in
            let row = line.matter
            return (
                ["\(London.time(of: row.startsAt).text)", "\(row.purposeTitle)", "\(row.place)"],
                row.state == .booked ? nil : .settled
            )
        }
        return table
            ?? "<h2 class=\"govuk-heading-m\">Appointments today</h2>\n<p class=\"govuk-body\">None with you today.</p>\n"
    }

    private var handOvers: HTML? {
        let columns = [TableColumn("Position"), TableColumn("From"), TableColumn("When")]
        return part("Hand-overs waiting", view.handOvers, columns) { line in
            let isLate = line.matter.dueAt < view.asOf
            let when = "to be taken by \(London.text(line.matter.dueAt))"
            return (
                [
                    "\(line.matter.positions.joined(separator: "; "))", "\(line.matter.from)",
                    Markup.due(isLate ? .overdue : .later, when),
                ],
                isLate ? .overdue : nil
            )
        }
    }

    private var referrals: HTML? {
        return part(
            "Referrals waiting for an answer", view.referrals,
            [TableColumn("From"), TableColumn("What for"), TableColumn("Sent")]
        ) { line in
            let referral = line.matter
            return (
                [
                    "\(referral.from)", "\(referral.service)", "\(London.text(referral.sentAt))",
                ], nil
            )
        }
    }

    private var withoutLead: HTML? {
        part("No lead worker", view.withoutLead, [TableColumn("What"), TableColumn("Since")]) { line in
            (
                [
                    "\(line.matter.programme == line.matter.stage ? "" : "\(line.matter.programme): ")\(line.matter.stage)",
                    line.matter.since.map { Markup.due(.overdue, London.text($0)) } ?? "",
                ], .overdue
            )
        }
    }

    private var alerts: HTML? {
        part("Alerts about my people", view.alerts, [TableColumn("What"), TableColumn("Where")]) { line in
            ([badge(line.matter.title, .purple), "\(line.matter.programme)"], nil)
        }
    }

    private var quiet: HTML? {
        part("Nothing recorded in 7 days", view.quiet, [TableColumn("Last record")]) { line in
            (["\(London.day(of: line.matter).text)"], nil)
        }
    }

    private var drafts: HTML? {
        return part("What I began", view.drafts, [TableColumn("What"), TableColumn("Kept until")]) { line in
            let draft = line.matter
            let href = Href(recording: draft.type, for: line.person.subject)
            return (
                [
                    link(draft.title, href: href, about: "for \(line.person.listed)"),
                    "\(London.text(draft.keptUntil))",
                ], nil
            )
        }
    }

    private var changes: HTML {
        let title = "Changed since \(London.text(view.since))"
        let table = part(title, view.changes, [TableColumn("What"), TableColumn("By"), TableColumn("Recorded")]) {
            line in
            let change = line.matter
            return (
                [
                    "\(change.title)\(Self.act(change.act))",
                    "\(change.by), \(change.agency)", "\(London.text(change.recordedAt))",
                ], nil
            )
        }
        return table
            ?? "<h2 class=\"govuk-heading-m\">\(title)</h2>\n<p class=\"govuk-body\">Nothing, of the people you lead.</p>\n"
    }

    private static func act(_ act: String) -> String {
        switch act {
        case "amend": " (corrected)"
        case "withdraw": " (taken out: entered in error)"
        case "move": " (moved here)"
        default: ""
        }
    }

    /// One part: nothing at all when it has no lines. Each line begins with the person.
    private func part<Matter>(
        _ title: String, _ lines: [TodayView.Line<Matter>], _ columns: [TableColumn],
        _ row: (TodayView.Line<Matter>) -> (cells: [HTML], state: TableRow.State?)
    ) -> HTML? {
        guard !lines.isEmpty else { return nil }
        let rows = lines.map { line in
            let (cells, state) = row(line)
            return TableRow([link(line.person.listed, href: line.person.href)] + cells, state: state)
        }
        return table(caption: title, columns: [TableColumn("Who")] + columns, rows: rows, layout: .board)
    }
}
