import Casework
import HTTPTypes
import Markup

/// That a form came after its session was over, with a place to sign in on the same page.
struct LapsedPage {
    var form: SignInForm
    var problems: [FieldProblem] = []
    /// What was typed, and the form's own address, for a form that is shown again.
    var again: (carried: [(name: String, value: String)], address: Href)?

    func html(_ site: Site) -> HTML {
        PublicPage("You have been signed out", hasProblems: !problems.isEmpty, site).html(
            """
            \(errorSummary(problems))
            <h1 class="govuk-heading-l">You have been signed out</h1>
            <p class="govuk-body">Nothing was recorded. You were away for too long, or signed out in another window.</p>
            <p class="govuk-body">\(again == nil ? Self.goBack : Self.keepTyped)</p>
            \(SignInFields(form: form, problems: problems, action: again?.address ?? "/sign-in", hidden: hidden).html)
            """)
    }

    private static let goBack = "Sign in here to go back to the page you came from, and do it again."
    private static let keepTyped = """
        What you typed is kept in this page and nowhere else. Sign in here: the form comes back with everything filled in, \
        and you can look it through and send it.
        """

    private var hidden: HTML? {
        again.map { Self.hidden($0.carried) }
    }

    /// What was typed, as boxes that nobody sees.
    static func hidden(_ carried: [(name: String, value: String)]) -> HTML {
        let fields = [(name: LapsedForm.mark, value: "")] + carried
        return fields.map { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" as HTML }
            .joined(separator: "\n")
    }
}

/// The question in which role a worker goes on, between signing in again and their form.
struct LapsedRolePage {
    let session: LiveSession
    let carried: [(name: String, value: String)]
    let address: Href
    /// Whether the question was asked already and not answered.
    let isAsked: Bool

    var status: HTTPResponse.Status { isAsked ? .unprocessableContent : .ok }

    func html(_ site: Site) -> HTML {
        let box = LapsedForm.boxes + "role"
        let problem = isAsked ? "Choose the role you act in" : nil
        let field = Field(
            box, label: "In which role are you working now?", labelSize: .large, isPageHeading: true,
            hint: "Then the form comes back with everything filled in.", error: problem)
        let choices = session.roles.enumerated().map { index, role in
            Choice(String(index), text: "\(role.roleTitle), \(role.agencyTitle)")
        }
        return PublicPage("Choose a role", hasProblems: isAsked, site).html(
            """
            \(errorSummary(problem.map { [FieldProblem(boxID: box, message: $0)] } ?? []))
            \(form(
                action: address,
                method: .post(FormTokens(csrf: session.formToken, once: site.keys.once())),
                content: "\(LapsedPage.hidden(carried))\n\(radios(field, choices: choices))\n\(button("Continue"))"))
            """)
    }
}
