import Casework
import Markup

/// Name, password and code on one page, so that nobody learns which of them was wrong. The name typed is kept; password
/// and code are not sent back.
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
            \(fields)
            <p class="govuk-body">What you look at here is entered in a ledger with your name.</p>
            """)
    }

    private var demonstration: HTML? {
        insetText("This is a demonstration. Everybody in it is made up.")
    }

    /// Before anybody is signed in there is no session for a token to belong to: the server looks at where the form came
    /// from instead.
    private var fields: HTML {
        """
        <form action="/sign-in" method="post" novalidate>
        \(form.next.map { "<input type=\"hidden\" name=\"next\" value=\"\($0)\">" as HTML })
        \(input(
            Field("name", label: "Sign-in name", error: error("name")), value: form.name, width: .twenty,
            autocomplete: "username", isSpellchecked: false))
        \(input(
            Field("password", label: "Password", error: error("password")), kind: .password, width: .twenty,
            autocomplete: "current-password", isSpellchecked: false))
        \(input(
            Field(
                "code", label: "Code", hint: "The 6 digits your authenticator app shows now", error: error("code")),
            width: .ten, inputMode: "numeric", autocomplete: "one-time-code", isSpellchecked: false))
        \(button("Sign in"))
        </form>
        """
    }

    private func error(_ box: String) -> String? {
        problems.first { $0.boxID == box }?.message
    }
}
