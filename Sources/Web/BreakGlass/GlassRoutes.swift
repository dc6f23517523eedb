import Casework
import Domain
import HTTPTypes
import Hummingbird
import Markup

/// Opening, in an emergency, a record that would not be shown; closing it; and reviewing that.
package struct GlassRoutes: Feature {
    package init() {}

    package func add(to routes: Routes) {
        routes.get("/break-glass", for: .caseworkers) { _, context in
            GlassPage(form: GlassForm(context.query), context: context).response()
        }
        routes.post("/break-glass", for: .caseworkers) { request, context in try await open(request, context) }
        routes.post("/break-glass/closings", for: .caseworkers) { _, context in
            try await CloseGlass(context.world)(context.form.line("break"), by: context.viewer)
            return .seeOther("/people?closed=yes")
        }
        routes.get("/break-glass/reviews", for: .signedIn) { _, context in
            try await GlassReviewsPage(context).response()
        }
        routes.post("/break-glass/reviews", for: .signedIn) { _, context in try await review(context) }
        routes.get("/partnership/break-glass", for: .administrators) { _, context in
            try await GlassReviewersPage(context).response()
        }
        routes.post("/partnership/break-glass", for: .administrators) { _, context in
            let (form, isReviewer) = (context.form, context.form.line("do") == "name")
            try await NameGlassReviewer(context.world)(
                form.line("worker"), of: form.line("agency"), isReviewer: isReviewer, by: context.viewer)
            return .seeOther(
                isReviewer ? "/partnership/break-glass?done=named" : "/partnership/break-glass?done=dismissed")
        }
    }

    private func open(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let form = GlassForm(context.form)
        var page = GlassPage(form: form, context: context)
        guard form.problems.isEmpty else { return page.response() }
        let asked = BreakGlass.Request(
            person: form.person.query, reason: form.reason, code: context.form.secret("code"),
            device: DoorCookie.device.value(in: request),
            source: context.site.sources.source(of: request, peer: context.peer), key: context.form.key)
        do {
            let glass = try await BreakGlass(context.site.door)(asked, in: context.session)
            return .seeOther("/people/\(glass.subject)")
        } catch let refusal as BreakGlass.Refusal {
            page.refusal = refusal
            return page.response()
        } catch SignInRefusal.wrong {
            page.form.problems.append(
                Markup.FieldProblem(
                    boxID: "code", message: "The code is not right. Wait for the next one and enter that"))
            return page.response()
        } catch let refusal as SignInRefusal {
            let words = SignInWords(refusal, now: context.world.now())
            page.form.problems.append(Markup.FieldProblem(boxID: "code", message: words.message))
            var response = page.response(status: words.status)
            response.headers[.retryAfter] = words.retryAfterSeconds.map { String($0) }
            return response
        }
    }

    private func review(_ context: SignedInContext) async throws -> Response {
        let form = context.form
        guard let outcome = GlassReviewsPage.outcome(form.line("found")) else {
            return try await GlassReviewsPage(context, problem: "Choose what you found").response()
        }
        do {
            try await ReviewGlass(context.world)(
                form.line("break"), outcome: outcome, words: form.text("words"), by: context.viewer)
            return .seeOther("/break-glass/reviews?done=reviewed")
        } catch ReviewGlass.Refusal.wordsMissing {
            return try await GlassReviewsPage(context, problem: "Say what you found, in a sentence or two").response()
        } catch ReviewGlass.Refusal.reviewedBefore {
            return try await GlassReviewsPage(context, problem: "Somebody has reviewed that already").response()
        }
    }
}
