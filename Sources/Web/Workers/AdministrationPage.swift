import Casework
import Domain
import Hummingbird
import Markup

/// What administrators have done, each act as its entry in the ledger has it.
struct AdministrationPage {
    let view: AdministrationView

    func response(_ context: SignedInContext) -> Response {
        SignedInPage("What administrators have done", at: .partnership, context).response(
            before: PartnershipParts.navigation("/partnership/administration"),
            """
            <h1 class="govuk-heading-l">What administrators have done</h1>
            <p class="govuk-body">Each line is an entry of the ledger and cannot be changed. The newest stand first. That \
            you read this is an entry too.</p>
            \(view.acts.isEmpty ? insetText("Nothing yet.") : list)
            \(view.older.map { older($0) })
            """)
    }

    private var list: HTML {
        table(
            caption: "Acts of administration", isCaptionHidden: true,
            columns: [TableColumn("When"), TableColumn("Who"), TableColumn("What")],
            rows: view.acts.map { act in
                TableRow([
                    "\(WorkerWords.time(act.at))", "\(act.who ?? "The command on the machine")",
                    "\(ActWords.sentence(act))\(act.isAboutThemselves ? " \(tag("Their own account", .yellow))" as HTML : nil)",
                ])
            })
    }

    private func older(_ position: Int64) -> HTML {
        let href = ("/partnership/administration" as Href).adding(query: "before", String(position))
        return "<p class=\"govuk-body\">\(link("Older", href: href, about: "acts"))</p>"
    }
}

/// An act of administration in words.
enum ActWords {
    static func sentence(_ act: AdministrationAct) -> String {
        let roles = act.roles.joined(separator: "; ")
        return switch act.outcome {
        case "worker-added": "Added \(act.worker)\(roles.isEmpty ? "" : ": \(roles)")"
        case "role-added": "Gave \(act.worker) a role: \(roles)\(days(act))"
        case "role-ended": "Ended a role of \(act.worker): \(roles)\(act.isAtOnce ? ", at once" : days(act))"
        case "worker-left": "Ended everything of \(act.worker), who left\(roles.isEmpty ? "" : ": \(roles)")"
        case "access-given": "Gave \(act.worker) \(given(act.about.first ?? ""))"
        case "sessions-ended": "Ended all sessions of \(act.worker)"
        case "shift-added": "Put \(act.worker) on duty\(times(act))"
        case "shift-removed": "Took \(act.worker) off the duty rota\(times(act))"
        case "shift-ended": "Ended a shift of \(act.worker)\(times(act))"
        case "agency-kept": "Added or changed an agency: \(act.about.joined(separator: ", "))"
        case "published": "Published rules: \(act.about.joined(separator: ", "))"
        default: "Changed how the partnership is set up (\(act.outcome))"
        }
    }

    private static func given(_ what: String) -> String {
        switch what {
        case "password": "a new password"
        case "second-factor": "a new second factor"
        default: "a new password and a new second factor"
        }
    }

    private static func days(_ act: AdministrationAct) -> String {
        let from = act.from.flatMap { Day($0) }.map { " from \($0.text)" } ?? ""
        let until = act.until.flatMap { Day($0) }.map { " until \($0.text)" } ?? ""
        return from + until
    }

    private static func times(_ act: AdministrationAct) -> String {
        let from = act.from.flatMap { Instant($0) }.map { " from \(WorkerWords.time($0))" } ?? ""
        let until = act.until.flatMap { Instant($0) }.map { " until \(WorkerWords.time($0))" } ?? ""
        return from + until
    }
}
