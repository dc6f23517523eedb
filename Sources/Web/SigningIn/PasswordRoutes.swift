import Casework
import HTTPTypes
import Hummingbird
import Markup

/// A worker changes their own password.
enum PasswordRoutes {
    static func add(to routes: Routes) {
        routes.get("/password", for: .anyWorker) { _, context in
            PasswordPage(problems: [], isDone: context.query.line("done") == "changed").response(context)
        }
        routes.post("/password", for: .anyWorker) { request, context in
            try await change(request, context)
        }
    }

    private static func change(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let (current, new) = (context.form.secret("current"), context.form.secret("new"))
        var problems = context.form.problems
        if current.isEmpty { problems.append(FieldProblem(boxID: "current", message: "Enter your current password")) }
        if new.isEmpty { problems.append(FieldProblem(boxID: "new", message: "Enter a new password")) }
        guard problems.isEmpty else { return PasswordPage(problems: problems).response(context) }
        do {
            let source = context.site.sources.source(of: request, peer: context.peer)
            let broken = try await ChangePassword(context.site.door)(
                current: current, new: new, in: context.session, device: DoorCookie.device.value(in: request),
                source: source)
            guard broken.isEmpty else {
                let problems = broken.map { FieldProblem(boxID: "new", message: $0) }
                return PasswordPage(problems: problems).response(context)
            }
            return .seeOther("/password?done=changed")
        } catch SignInRefusal.wrong {
            let problem = FieldProblem(boxID: "current", message: "Your current password is not right")
            return PasswordPage(problems: [problem]).response(context)
        } catch let refusal as SignInRefusal {
            let words = SignInWords(refusal, now: context.world.now())
            let page = PasswordPage(problems: [FieldProblem(boxID: "current", message: words.message)])
            var response = page.response(context, status: words.status)
            response.headers[.retryAfter] = words.retryAfterSeconds.map { String($0) }
            return response
        }
    }
}

/// The current password and a new one. Neither is ever sent back.
struct PasswordPage {
    let problems: [FieldProblem]
    var isDone = false

    func response(_ context: SignedInContext, status: HTTPResponse.Status? = nil) -> Response {
        SignedInPage("Change your password", hasProblems: !problems.isEmpty, context).response(
            status: status ?? (problems.isEmpty ? .ok : .unprocessableContent),
            """
            \(isDone ? done : "")\(errorSummary(problems))
            <h1 class="govuk-heading-l">Change your password</h1>
            \(form(action: "/password", method: .post(context.formTokens()), content: fields(context.session.signInName)))
            """)
    }

    private var done: HTML {
        notificationBanner(
            .success, heading: "Your password is changed",
            content: "<p class=\"govuk-body\">You are signed out everywhere else.</p>")
    }

    /// The sign-in name is there for password managers, which keep the new password under it.
    private func fields(_ signInName: String) -> HTML {
        """
        <input type="text" name="name" value="\(signInName)" autocomplete="username" hidden>
        \(input(
            Field("current", label: "Current password", error: error("current")), kind: .password, width: .twenty,
            autocomplete: "current-password", isSpellchecked: false))
        \(input(
            Field(
                "new", label: "New password",
                hint: "At least 12 characters. Three or four words that do not belong together work well.",
                error: error("new")),
            kind: .password, width: .twenty, autocomplete: "new-password", isSpellchecked: false))
        \(button("Change password"))
        """
    }

    private func error(_ box: String) -> String? {
        let messages = problems.filter { $0.boxID == box }.map(\.message)
        return messages.isEmpty ? nil : messages.joined(separator: " ")
    }
}
