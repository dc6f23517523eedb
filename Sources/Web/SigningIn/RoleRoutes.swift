import Casework
import Hummingbird
import Markup

/// Choosing the role to act in, after signing in and at any time later.
enum RoleRoutes {
    static func add(to routes: Routes) {
        routes.get("/choose-role", for: .anyWorker) { _, context in
            RolePage(problem: nil, next: Href(checking: context.query.line("next"))).response(context)
        }
        routes.post("/choose-role", for: .anyWorker) { _, context in
            let index = Int(context.form.line("role"))
            let next = Href(checking: context.form.line("next"))
            guard let index, context.session.roles.indices.contains(index) else {
                return RolePage(problem: "Choose the role you act in", next: next).response(context)
            }
            let role = context.session.roles[index]
            try await ChooseRole(context.site.door)(agency: role.agency, role: role.role, in: context.session)
            return .seeOther(next ?? "/")
        }
    }
}

/// The roles a worker holds today.
struct RolePage {
    let problem: String?
    /// Where to go once a role is chosen: an address of this site.
    var next: Href?

    static func address(next: Href?) -> Href {
        next.map { ("/choose-role" as Href).adding(query: "next", $0.text) } ?? "/choose-role"
    }

    func response(_ context: SignedInContext) -> Response {
        let choices = context.session.roles.enumerated().map { index, role in
            Choice(String(index), text: "\(role.roleTitle), \(role.agencyTitle)", isChosen: role.isActedIn)
        }
        let field = Field(
            "role", label: "In which role are you working now?", labelSize: .large, isPageHeading: true,
            hint: "You see and record what belongs to this role. You can change it later.", error: problem)
        return SignedInPage("Choose a role", hasProblems: problem != nil, context).response(
            status: problem == nil ? .ok : .unprocessableContent,
            """
            \(errorSummary(problem.map { [FieldProblem(boxID: "role", message: $0)] } ?? []))
            \(form(
                action: "/choose-role", method: .post(context.formTokens()),
                content: "\(hidden)\(radios(field, choices: choices))\n\(button("Continue"))"))
            """)
    }

    private var hidden: HTML? {
        next.map { "<input type=\"hidden\" name=\"next\" value=\"\($0)\">\n" }
    }
}
