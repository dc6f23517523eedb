import Casework
import Domain
import Hummingbird
import Markup

/// Everybody who signs in, with a search, and apart from them those who have left.
struct WorkersPage {
    let view: WorkersView
    let agency: String
    let name: String

    func response(_ context: SignedInContext) -> Response {
        SignedInPage("Workers", at: .partnership, context).response(
            before: PartnershipParts.navigation("/partnership/workers"),
            """
            <h1 class="govuk-heading-l">Workers</h1>
            \(linkButton("Add a worker", href: "/partnership/workers/new"))
            \(search)
            <p class="govuk-body">\(found)</p>
            \(view.workers.isEmpty ? nil : list(view.workers, caption: "Working now or from a later day"))
            \(view.former.isEmpty ? nil : list(view.former, caption: "No longer working here"))
            """)
    }

    private var search: HTML {
        let agencies = view.agencies.map { Choice($0.code, text: $0.title, isChosen: $0.code == agency) }
        return form(
            action: "/partnership/workers", method: .get,
            content: """
                \(input(
                    Field("name", label: "Name or sign-in name", hint: "Any part of it"), value: name, width: .twenty,
                    autocomplete: "off", isSpellchecked: false))
                \(select(Field("agency", label: "Agency"), choices: [Choice("", text: "Every agency")] + agencies))
                \(button("Show", style: .secondary))
                """)
    }

    private var found: String {
        if view.found > OpenWorkers.most {
            return
                "\(view.found) workers. The first \(OpenWorkers.most) are shown: choose an agency or type part of a name."
        }
        return view.found == 1
            ? "1 worker." : view.found == 0 ? "Nobody is found. Try less of the name." : "\(view.found) workers."
    }

    private func list(_ workers: [WorkerLine], caption: String) -> HTML {
        table(
            caption: caption,
            columns: [
                TableColumn("Worker"), TableColumn("Roles"), TableColumn("Second factor"),
                TableColumn("Last signed in"),
                TableColumn("Open sessions", isNumeric: true),
            ],
            rows: workers.map { worker in
                TableRow(
                    [
                        "\(link(worker.name, href: WorkerPage.href(worker.id)))<br>signs in as \(worker.signInName)",
                        roles(worker), "\(WorkerWords.secondFactor(worker.secondFactor))",
                        "\(worker.lastSignedIn.map(WorkerWords.time) ?? "Not known")", "\(String(worker.openSessions))",
                    ], state: worker.isFormer ? .settled : nil)
            })
    }

    private func roles(_ worker: WorkerLine) -> HTML {
        guard !worker.roles.isEmpty else { return "None" }
        let lines: [HTML] = worker.roles.enumerated().map { index, role in
            let dates = WorkerPage.dates(role)
            return
                "\(index == 0 ? "" : "<br>" as HTML)\(role.roleTitle), \(role.agencyTitle)\(dates.isEmpty ? "" : ", \(dates)")"
        }
        return "\(lines)"
    }
}
