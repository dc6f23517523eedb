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
    /// What the names of its boxes begin with, where they share a form with others.
    private let boxes: String

    init(_ fields: FormFields, boxes: String = "") {
        self.boxes = boxes
        name = fields.line(boxes + "name")
        password = fields.secret(boxes + "password")
        code = fields.line(boxes + "code")
        next = Href(checking: fields.line(boxes + "next"))
        let missing = [
            ("name", name, "Enter your sign-in name"), ("password", password, "Enter your password"),
            ("code", code, "Enter the code your authenticator app shows"),
        ].filter { $0.1.isEmpty }.map { FieldProblem(boxID: boxes + $0.0, message: $0.2) }
        problems = missing + fields.problems.filter { $0.boxID?.hasPrefix(boxes) ?? true }
    }

    /// The page as first shown.
    init(next: String = "", boxes: String = "") {
        (name, password, code, problems) = ("", "", "", [])
        self.next = Href(checking: next)
        self.boxes = boxes
    }

    /// The name of one of its boxes.
    func box(_ name: String) -> String { boxes + name }

    func attempt(device: String?, replacing: String?, source: String) -> SignInAttempt {
        SignInAttempt(
            name: name, password: password, code: code, device: device, source: source, replacing: replacing)
    }
}
