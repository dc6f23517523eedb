import Casework
import Domain
import Hummingbird
import Markup

/// The agencies with their workers and places, and how the ledger stands.
struct PartnershipPage {
    let view: PartnershipView

    func response(_ context: SignedInContext) -> Response {
        SignedInPage("Partnership", at: .partnership, context).response(
            before: PartnershipParts.navigation("/partnership"),
            """
            <h1 class="govuk-heading-l">\(context.site.partnership.title)</h1>
            \(ledger)
            \(view.agencies.map(agency))
            """)
    }

    private var ledger: HTML {
        let covered =
            view.ledgerCovered == 0
            ? "There is no checkpoint yet." : "The last checkpoint covers the first \(view.ledgerCovered)."
        return """
            <h2 class="govuk-heading-m">Ledger</h2>
            <p class="govuk-body">\(String(view.ledgerSize)) entries of what was written and looked at. \(covered) \
            \(waiting)</p>
            \(health)
            """
    }

    private var health: HTML {
        guard let health = view.ledgerHealth else {
            return """
                <p class="govuk-body">The record has not been held against the ledger yet. That is done every night.</p>
                """
        }
        let when = London.text(health.at)
        guard health.findings > 0 else {
            return "<p class=\"govuk-body\">Everything recorded fitted the ledger on \(when).</p>"
        }
        return warningText(
            """
            On \(when) the record did not fit the ledger in \(String(health.findings)) \
            \(health.findings == 1 ? "place" : "places"). Somebody may have changed the database behind the program. Tell \
            whoever runs it: throughcare audit verify says where.
            """)
    }

    private var waiting: String {
        let count = max(0, view.ledgerSize - view.ledgerCovered)
        return count == 1 ? "1 entry waits for the next." : "\(count) entries wait for the next."
    }

    private func agency(_ agency: PartnershipView.AgencyPart) -> HTML {
        let phone: HTML? = agency.phone.isEmpty ? nil : "<p class=\"govuk-body\">Telephone: \(agency.phone)</p>\n"
        let places: [HTML] = agency.places.map {
            "<li>\([$0.title, $0.address].filter { !$0.isEmpty }.joined(separator: ", "))</li>\n"
        }
        let placeList: HTML? =
            agency.places.isEmpty
            ? nil
            : "<h3 class=\"govuk-heading-s\">Places</h3>\n<ul class=\"govuk-list govuk-list--bullet\">\n\(places)</ul>\n"
        return """
            <h2 class="govuk-heading-m">\(agency.title)</h2>
            \(phone)\(placeList)\(workers(agency))

            """
    }

    private func workers(_ agency: PartnershipView.AgencyPart) -> HTML {
        guard !agency.workers.isEmpty else { return "<p class=\"govuk-body\">No workers yet.</p>" }
        return table(
            caption: "Workers of \(agency.title)", captionSize: .small,
            columns: [TableColumn("Worker"), TableColumn("Role"), TableColumn("Telephone"), TableColumn("Dates")],
            rows: agency.workers.map { worker in
                TableRow(
                    [
                        "\(worker.name)<br>signs in as \(worker.signInName)",
                        "\([worker.role, worker.team].filter { !$0.isEmpty }.joined(separator: ", "))",
                        "\(worker.phone)", dates(worker),
                    ], state: worker.isActing ? nil : .settled)
            })
    }

    private func dates(_ worker: PartnershipView.WorkerPart) -> HTML {
        let words = [worker.from.map { "from \($0.text)" }, worker.until.map { "until \($0.text)" }]
            .compactMap { $0 }.joined(separator: " ")
        return worker.isActing ? "\(words)" : "\(words) \(tag("Not acting", .grey))"
    }
}
