import Casework
import Domain
import Hummingbird
import Markup

/// Who may see what, why, and by what legal power.
struct AgreementsPage {
    let agreements: [AgreementView]

    func response(_ context: SignedInContext) -> Response {
        let content: HTML =
            agreements.isEmpty
            ? insetText("No sharing agreement is in force: each agency sees its own record only.")
            : "\(agreements.map(agreement))"
        return SignedInPage("Sharing agreements", at: .partnership, context).response(
            before: PartnershipParts.navigation("/partnership/agreements"),
            """
            <h1 class="govuk-heading-l">Sharing agreements</h1>
            <p class="govuk-body">What an agency's roles see of its own records stands with the roles. These permissions \
            open records of other agencies. Somebody who is barred, and a record that is sealed, are never opened by \
            them.</p>
            \(content)
            """)
    }

    private func agreement(_ agreement: AgreementView) -> HTML {
        let permissions: [HTML] = agreement.permissions.enumerated().map { permission($1, number: $0 + 1) }
        return """
            <h2 class="govuk-heading-m">\(agreement.title)</h2>
            \(summaryList(facts(agreement)))
            <h3 class="govuk-heading-s">What it permits</h3>
            \(permissions)

            """
    }

    private func facts(_ agreement: AgreementView) -> [SummaryRow] {
        var rows = [
            SummaryRow("Parties", value: "\(agreement.parties.joined(separator: ", "))"),
            SummaryRow("Purposes", value: "\(agreement.purposes.joined(separator: ", "))"),
        ]
        if let from = agreement.from { rows.append(SummaryRow("From", value: "\(from.text)")) }
        if let until = agreement.until { rows.append(SummaryRow("Until", value: "\(until.text)")) }
        if !agreement.source.isEmpty { rows.append(SummaryRow("Source", value: "\(agreement.source)")) }
        return rows
    }

    private func permission(_ permission: AgreementView.Permission, number: Int) -> HTML {
        let when = permission.when.isEmpty ? "always" : permission.when.joined(separator: ", and ")
        let rows = [
            SummaryRow("Who may see", value: "\(permission.who)"), SummaryRow("What", value: "\(permission.what)"),
            SummaryRow("Whose records", value: "\(permission.whose)"), SummaryRow("When", value: "\(when)"),
            SummaryRow("For", value: "\(permission.purposes)"), SummaryRow("Why", value: "\(permission.because)"),
            SummaryRow("Legal power", value: "\(permission.gateway)"),
        ]
        return details("\(number). \(permission.who): \(permission.because)", content: summaryList(rows))
    }
}
