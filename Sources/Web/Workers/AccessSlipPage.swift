import Casework
import Hummingbird
import Markup

/// What a worker is given to sign in with, shown once: to be read out, or printed and handed over.
struct AccessSlipPage {
    let title: String
    let given: GivenAccess

    func response(_ context: SignedInContext) -> Response {
        SignedInPage(title, at: .partnership, context).response(
            """
            <h1 class="govuk-heading-l">\(title)</h1>
            \(warningText("This is shown once and is kept nowhere. Write it down or print it before you leave the page."))
            \(summaryList(rows))
            <h2 class="govuk-heading-m">For \(given.name)</h2>
            <ol class="govuk-list govuk-list--number">
            \(steps)</ol>
            \(printButton())
            <p class="govuk-body">\(link("Back to \(given.name)", href: WorkerPage.href(given.worker)))</p>
            """)
    }

    private var rows: [SummaryRow] {
        var rows = [SummaryRow("Sign-in name", value: "\(given.signInName)")]
        rows += given.password.map { [SummaryRow("Password", value: "<strong>\($0)</strong>")] } ?? []
        rows += given.secret.map { [SummaryRow("Key of the second factor", value: "<strong>\($0)</strong>")] } ?? []
        rows +=
            given.link.map {
                [SummaryRow("The same key as a link", value: "<span class=\"govuk-!-text-break-word\">\($0)</span>")]
            } ?? []
        return rows
    }

    private var steps: HTML {
        let key: HTML? =
            given.secret == nil
            ? nil
            : """
            <li>Open an authenticator app on your phone, choose to add an account by typing a key, and type the key above. \
            Spaces and capital letters do not matter. On the phone itself you can open the link.</li>

            """
        let password: HTML? =
            given.password == nil
            ? nil : "<li>Once signed in, choose a password of your own: Help has the link.</li>\n"
        return """
            \(key)<li>Sign in with the name, \(given.password == nil ? "your password" : "the password") and the six digits \
            the app shows.</li>
            \(password)<li>Destroy this paper.</li>

            """
    }
}
