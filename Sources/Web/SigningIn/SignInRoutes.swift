import Casework
import HTTPTypes
import Hummingbird
import Logging
import Markup

/// Signing in, the way to the first place of a role, choosing a role, changing the password, and signing out.
struct SignInRoutes: Feature {
    func add(to routes: Routes) {
        let site = routes.site
        routes.getPublic("/sign-in") { request, _ in
            let query = try FormFields(query: request.uri.query ?? "")
            let page = SignInPage(
                form: SignInForm(next: query.line("next")), isSignedOut: query.line("done") == "signed-out")
            return .page(page.html(site))
        }
        routes.postPublic("/sign-in") { request, context, fields in
            try await signIn(SignInForm(fields), request, context, site)
        }
        routes.post("/sign-out", for: .anyWorker) { _, context in
            try await SignOut(site.door)(context.session)
            var response = Response.seeOther("/sign-in?done=signed-out")
            response.headers.append(DoorCookie.session.removal)
            return response
        }
        routes.get("/") { _, context in
            .seeOther(context.places.first?.href ?? "/help")
        }
        RoleRoutes.add(to: routes)
        PasswordRoutes.add(to: routes)
    }

    private func signIn(
        _ form: SignInForm, _ request: Request, _ context: PublicContext, _ site: Site
    ) async throws -> Response {
        guard form.problems.isEmpty else {
            return .page(SignInPage(form: form, problems: form.problems).html(site), status: .unprocessableContent)
        }
        let attempt = form.attempt(
            device: DoorCookie.device.value(in: request), replacing: DoorCookie.session.value(in: request),
            source: site.sources.source(of: request, peer: context.peer))
        do {
            let opened = try await SignIn(site.door)(attempt)
            context.logger.info("sign-in", metadata: ["event": "sign-in", "outcome": "signed-in"])
            var response = Response.seeOther(
                opened.mustChooseRole ? RolePage.address(next: form.next) : form.next ?? "/")
            response.headers.append(DoorCookie.session.set(opened.session))
            response.headers.append(DoorCookie.device.set(opened.device))
            return response
        } catch let refusal as SignInRefusal {
            context.logger.notice("sign-in", metadata: ["event": "sign-in", "outcome": "refused"])
            let words = SignInWords(refusal, now: site.world.now())
            let page = SignInPage(form: form, problems: [FieldProblem(boxID: "name", message: words.message)])
            var response = Response.page(page.html(site), status: words.status)
            response.headers[.retryAfter] = words.retryAfterSeconds.map { String($0) }
            return response
        }
    }
}
