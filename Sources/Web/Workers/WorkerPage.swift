import Casework
import Domain
import Hummingbird
import Markup

/// One worker: what they may do, and what an administrator may do about them.
struct WorkerPage {
    let view: WorkerView
    var forms: WorkerActForms
    var problems: [Markup.FieldProblem] = []
    var done = ""

    init(_ view: WorkerView) {
        self.view = view
        forms = WorkerActForms(role: RoleFields(today: view.today))
    }

    static func href(_ worker: String) -> Href { "/partnership/workers/\(worker)" }

    func response(_ context: SignedInContext) -> Response {
        let worker = view.worker
        let isOwn = context.viewer.worker == worker.id
        return SignedInPage(worker.name, at: .partnership, hasProblems: !problems.isEmpty, context).response(
            status: problems.isEmpty ? .ok : .unprocessableContent,
            before: backLink("Workers", href: "/partnership/workers"),
            """
            \(banner)\(errorSummary(problems))
            <h1 class="govuk-heading-l">\(worker.name)</h1>
            \(isOwn ? insetText(own) : nil)\(worker.isFormer ? insetText("\(worker.name) no longer works here.") : nil)
            \(summaryList(facts))
            \(roles)
            <h2 class="govuk-heading-m">What you can do</h2>
            <p class="govuk-body">Whatever you do here stands, with your name, in \
            \(link("what administrators have done", href: "/partnership/administration")).</p>
            \(forms.markup(view, problems: problems, context))
            """)
    }

    private var own: HTML {
        "This is your own account. Another administrator sees what you change about yourself, marked as such."
    }

    private var banner: HTML? {
        switch done {
        case "role-added": notificationBanner(.success, heading: "The role has been added")
        case "role-ended": notificationBanner(.success, heading: "The role has been ended")
        case "sessions-ended": notificationBanner(.success, heading: "Every session has been ended")
        case "left": notificationBanner(.success, heading: "\(view.worker.name) can no longer sign in")
        case "sent-before":
            notificationBanner(
                heading: "That form was sent before, and was acted on then",
                content: """
                    <p class="govuk-body">A password or key is shown once and not kept. If it was not written down, give a \
                    new one.</p>
                    """)
        default: nil
        }
    }

    private var facts: [SummaryRow] {
        let worker = view.worker
        return [
            SummaryRow("Signs in as", value: "\(worker.signInName)"),
            SummaryRow("Telephone", value: "\(worker.phone.isEmpty ? "None" : worker.phone)"),
            SummaryRow("Second factor", value: "\(WorkerWords.secondFactor(worker.secondFactor))"),
            SummaryRow("Last signed in", value: "\(worker.lastSignedIn.map(WorkerWords.time) ?? "Not known")"),
            SummaryRow("Open sessions", value: "\(String(worker.openSessions))"),
        ]
    }

    private var roles: HTML {
        guard !view.worker.roles.isEmpty else { return "<p class=\"govuk-body\">They have never had a role.</p>" }
        return table(
            caption: "Roles",
            columns: [TableColumn("Role"), TableColumn("Agency"), TableColumn("Team and place"), TableColumn("Dates")],
            rows: view.worker.roles.map { role in
                let place = [role.team, role.venueTitle].filter { !$0.isEmpty }.joined(separator: ", ")
                return TableRow(
                    [
                        "\(role.roleTitle)", "\(role.agencyTitle)", "\(place.isEmpty ? "Any" : place)",
                        "\(Self.dates(role)) \(Self.state(role))",
                    ], state: role.state == .over ? .settled : nil)
            })
    }

    private static func state(_ role: HeldRole) -> HTML {
        switch role.state {
        case .inForce: tag("In force", .green)
        case .toCome: tag("Not begun", .blue)
        case .over: tag("Over", .grey)
        }
    }

    /// "from 3 May 2026 until 2 June 2026"; a role ended on the day it began ran for no whole day.
    static func dates(_ role: HeldRole) -> String {
        if let from = role.from, let until = role.until, until < from {
            return "ended on \(from.text), the day it began"
        }
        return [role.from.map { "from \($0.text)" }, role.until.map { "until \($0.text)" }]
            .compactMap { $0 }.joined(separator: " ")
    }
}
