import Casework
import Markup

/// Name, password and code on one page, so that nobody learns which of them was wrong.
struct SignInPage {
    let form: SignInForm
    var problems: [FieldProblem] = []
    /// Whether the worker has just signed out.
    var isSignedOut = false

    func html(_ site: Site) -> HTML {
        PublicPage("Sign in", hasProblems: !problems.isEmpty, site).html(
            """
            \(isSignedOut ? notificationBanner(.success, heading: "You have signed out") : "" as HTML)
            \(errorSummary(problems))
            <h1 class="govuk-heading-l">Sign in</h1>
            \(site.partnership.isDemonstration ? demonstration : nil)
            \(SignInFields(form: form, problems: problems).html)
            <p class="govuk-body">What you look at here is entered in a ledger with your name.</p>
            """)
    }

    private var demonstration: HTML? {
        insetText("This is a demonstration. Everybody in it is made up.")
    }
}
