import Casework
package import Hummingbird

/// The one way to add a route: it writes down who may call it, and puts before each handler the checks that its kind
/// needs. Used while the server is put together, by one thread.
package final class Routes {
    package typealias PublicHandler = @Sendable (Request, PublicContext) async throws -> Response
    package typealias PublicFormHandler = @Sendable (Request, PublicContext, FormFields) async throws -> Response
    package typealias Handler = @Sendable (Request, SignedInContext) async throws -> Response

    package let site: Site
    private let router = Router(context: PublicContext.self, options: .autoGenerateHeadEndpoints)
    private let resumed: RouterGroup<PublicContext>
    private let signedIn: RouterGroup<SignedInContext>
    private var entries: [RouteEntry] = []

    init(_ site: Site) {
        self.site = site
        resumed = router.group().add(middleware: SessionResuming(door: site.door))
        signedIn = resumed.group(context: SignedInContext.self)
    }

    /// A page anybody may look at.
    package func getPublic(_ path: String, use handler: @escaping PublicHandler) {
        list("GET", path, .anyone)
        router.get(RouterPath(path), use: handler)
    }

    /// A form anybody may send from one of our own pages. It is of single lines unless said otherwise: whoever is not
    /// signed in has nothing long to say.
    package func postPublic(_ path: String, body: BodyRule = .lines, use handler: @escaping PublicFormHandler) {
        list("POST", path, .anyone)
        let origin = SameOrigin(scheme: site.scheme)
        router.post(RouterPath(path)) { request, context in
            try origin.check(request)
            return try await handler(request, context, try await body.read(request))
        }
    }

    /// A page for workers. `query` of the context holds what stands after the question mark.
    package func get(_ path: String, for caller: RouteCaller = .signedIn, use handler: @escaping Handler) {
        let entry = list("GET", path, caller)
        signedIn.get(RouterPath(path)) { request, context in
            try await admit(context, to: entry)
            return try await handler(request, context.asked(request))
        }
    }

    /// A form that workers send: it must come from our own page and carry its session's token. `form` of the context
    /// holds what was sent.
    package func post(
        _ path: String, for caller: RouteCaller = .signedIn, body: BodyRule = .form, use handler: @escaping Handler
    ) {
        let entry = list("POST", path, caller)
        let (origin, site) = (SameOrigin(scheme: site.scheme), site)
        resumed.post(RouterPath(path)) { request, context in
            try origin.check(request)
            guard context.session != nil else {
                throw SessionLapsed(back: body.takesFile ? nil : BoardLink(try await body.read(request))?.address)
            }
            let signedIn = try SignedInContext(context: context)
            // Only a form of their own is the worker's doing: one that another site forged leaves no mark on them.
            try await admit(signedIn, to: entry) {
                site.keys.accepts(try await body.read(request).line("csrf"), in: signedIn.session)
            }
            let form = try await body.read(request)
            guard site.keys.accepts(form.line("csrf"), in: signedIn.session) else { throw NotOurForm() }
            return try await handler(request, signedIn.asked(request, form: form))
        }
    }

    /// A long form that workers send and that can show itself again (`do=show`). When its session has lapsed, nothing
    /// typed is lost: see `LapsedForm`. Otherwise as `post`.
    package func postShownAgain(
        _ path: String, for caller: RouteCaller = .signedIn, body: BodyRule = .form, use handler: @escaping Handler
    ) {
        let entry = list("POST", path, caller)
        let (origin, site) = (SameOrigin(scheme: site.scheme), site)
        resumed.post(RouterPath(path)) { request, context in
            try origin.check(request)
            let lapsed = LapsedForm(site: site, sent: try await body.read(request))
            switch try await lapsed.outcome(request, context) {
            case .answered(let response): return response
            case .ordinary:
                let signedIn = try SignedInContext(context: context)
                try await admit(signedIn, to: entry) {
                    site.keys.accepts(lapsed.sent.line("csrf"), in: signedIn.session)
                }
                guard site.keys.accepts(lapsed.sent.line("csrf"), in: signedIn.session) else { throw NotOurForm() }
                return try await handler(request, signedIn.asked(request, form: lapsed.sent))
            case .resumed(let again):
                var context = context
                context.session = again.session
                var response: Response
                do {
                    let signedIn = try SignedInContext(context: context)
                    try await admit(signedIn, to: entry)
                    response = try await handler(request, signedIn.asked(request, form: again.form))
                } catch {
                    // The session was opened whatever the form's page says, so the browser is told of it.
                    response = ErrorRoad(site: site, context: context).response(to: error, request)
                }
                response.headers.append(contentsOf: again.cookies)
                return response
            }
        }
    }

    var table: RouteTable { RouteTable(entries: entries) }

    func responder() -> RouterResponder<PublicContext> { router.buildResponder() }

    @discardableResult
    private func list(_ method: String, _ path: String, _ caller: RouteCaller) -> RouteEntry {
        let entry = RouteEntry(method: method, path: path, caller: caller)
        precondition(
            !entries.contains { $0.method == method && $0.path == path }, "\(method) \(path) was added before")
        entries.append(entry)
        return entry
    }
}

/// Lets in those whom a route is for. Somebody whose role has no sight of people leaves an entry in the ledger where they
/// try the address of one.
private func admit(
    _ context: SignedInContext, to entry: RouteEntry, isTheirs: () async throws -> Bool = { true }
) async throws {
    do {
        try entry.caller.admit(context.session)
    } catch let refusal as NotForThisRole {
        if entry.caller == .caseworkers, try await isTheirs() {
            try await KeepRefusal(context.world)("\(entry.method) \(entry.path)", by: context.viewer)
        }
        throw refusal
    }
}

extension SignedInContext {
    /// With what stands in the address and what was posted.
    fileprivate func asked(_ request: Request, form: FormFields = FormFields()) throws -> SignedInContext {
        var context = self
        context.query = try FormFields(query: request.uri.query ?? "")
        context.form = form
        context.form.address = "POST \(request.uri.path)"
        return context
    }
}

/// Finds who is signed in, for routes that need somebody.
private struct SessionResuming: RouterMiddleware {
    let resume: ResumeSession

    init(door: FrontDoor) {
        resume = ResumeSession(door)
    }

    func handle(
        _ request: Request, context: PublicContext, next: (Request, PublicContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        if let cookie = DoorCookie.session.value(in: request) { context.session = try await resume(cookie) }
        return try await next(request, context)
    }
}
