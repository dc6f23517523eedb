import Markup

/// The form that asks for name, password and code. The name typed is kept; password and code are not sent back.
///
/// Before anybody is signed in there is no session for a token to belong to: the server looks at where the form came
/// from instead.
struct SignInFields {
    let form: SignInForm
    let problems: [FieldProblem]
    var action: Href = "/sign-in"
    /// What else the form carries.
    var hidden: HTML?

    var html: HTML {
        """
        <form action="\(action)" method="post" novalidate>
        \(hidden)\(form.next.map { "<input type=\"hidden\" name=\"\(form.box("next"))\" value=\"\($0)\">" as HTML })
        \(input(
            Field(form.box("name"), label: "Sign-in name", error: error("name")), value: form.name, width: .twenty,
            autocomplete: "username", isSpellchecked: false))
        \(input(
            Field(form.box("password"), label: "Password", error: error("password")), kind: .password, width: .twenty,
            autocomplete: "current-password", isSpellchecked: false))
        \(input(
            Field(
                form.box("code"), label: "Code", hint: "The 6 digits your authenticator app shows now",
                error: error("code")),
            width: .ten, inputMode: "numeric", autocomplete: "one-time-code", isSpellchecked: false))
        \(button("Sign in"))
        </form>
        """
    }

    private func error(_ box: String) -> String? {
        problems.first { $0.boxID == form.box(box) }?.message
    }
}
