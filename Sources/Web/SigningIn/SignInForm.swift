import Casework
import Markup

/// What the sign-in page sends.
struct SignInForm {
    let name: String
    let password: String
    let code: String
    /// Where to go once signed in: an address of this site.
    let next: Href?

    /// What must be put right before anything is tried.
    let problems: [FieldProblem]

    init(_ fields: FormFields) {
        name = fields.line("name")
        password = fields.secret("password")
        code = fields.line("code")
        next = Href(checking: fields.line("next"))
        let missing = [
            ("name", name, "Enter your sign-in name"), ("password", password, "Enter your password"),
            ("code", code, "Enter the code your authenticator app shows"),
        ].filter { $0.1.isEmpty }.map { FieldProblem(boxID: $0.0, message: $0.2) }
        problems = missing + fields.problems
    }

    /// The page as first shown.
    init(next: String = "") {
        (name, password, code, problems) = ("", "", "", [])
        self.next = Href(checking: next)
    }

    func attempt(device: String?, replacing: String?, source: String) -> SignInAttempt {
        SignInAttempt(
            name: name, password: password, code: code, device: device, source: source, replacing: replacing)
    }
}
