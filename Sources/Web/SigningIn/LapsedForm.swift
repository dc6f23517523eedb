import Casework
import HTTPTypes
import Hummingbird
import Logging
import Markup

/// A record's form that was sent when its session was over. Nothing typed is lost and nothing is recorded by itself.
///
/// The answer is a page that says so and asks for name, password and code at the form's own address. What was typed
/// travels in that page and nowhere else: the server keeps no copy, and neither password nor code is sent back. Who
/// signs in there is shown the form as it was sent, by the form's own way of showing itself again (`do=show`), with a
/// fresh token and key, to look through and send.
///
/// It gives nobody a way to have a signed-in browser post something: what comes must come from a page of ours
/// (`SameOrigin`), and it is only ever shown, whichever button was pressed. Where the browser's cookie still names the
/// session that lapsed, another worker who signs in is not shown what was typed; where it does not, since somebody signed
/// out or in in another window, whoever is at the browser has the words before them in the page already.
struct LapsedForm {
    let site: Site
    let sent: FormFields

    /// Names of the page's own boxes, apart from those of any record's form.
    static let boxes = "again-"
    /// The box by which a form from that page is known; its value is nowhere read.
    static let mark = "again-sent"

    /// The form in the hands of a worker who is signed in.
    struct Resumed {
        let session: LiveSession
        let form: FormFields
        /// What the browser is to keep of a session that was opened.
        var cookies: [HTTPField] = []
    }

    enum Outcome {
        /// A form of a live session, to be handled as ever.
        case ordinary
        case resumed(Resumed)
        case answered(Response)
    }

    /// Throws `SessionLapsed` while nobody is signed in.
    func outcome(_ request: Request, _ context: PublicContext) async throws -> Outcome {
        guard sent.has(Self.mark) else {
            if context.session == nil { throw SessionLapsed(carried: carried) }
            return .ordinary
        }
        // Somebody has signed in meanwhile, in this page's role question or in another window.
        if let session = context.session { return try await inRole(session, address: request) }
        return try await signIn(request, context)
    }

    private func signIn(_ request: Request, _ context: PublicContext) async throws -> Outcome {
        let form = SignInForm(sent, boxes: Self.boxes)
        guard form.problems.isEmpty else {
            throw SessionLapsed(carried: carried, form: form, problems: form.problems, status: .unprocessableContent)
        }
        let attempt = form.attempt(
            device: DoorCookie.device.value(in: request), replacing: DoorCookie.session.value(in: request),
            source: site.sources.source(of: request, peer: context.peer))
        do {
            let opened = try await SignInAgain(site.door)(attempt)
            context.logger.info("sign-in", metadata: ["event": "sign-in", "outcome": "signed-in"])
            let cookies = [DoorCookie.session.set(opened.kept.session), DoorCookie.device.set(opened.kept.device)]
            guard !opened.isSomebodyElse else {
                var response = Response.seeOther(Href(checking: request.uri.path) ?? "/")
                response.headers.append(contentsOf: cookies)
                return .answered(response)
            }
            return try await inRole(opened.session, address: request, cookies: cookies)
        } catch let refusal as SignInRefusal {
            context.logger.notice("sign-in", metadata: ["event": "sign-in", "outcome": "refused"])
            let words = SignInWords(refusal, now: site.world.now())
            throw SessionLapsed(
                carried: carried, form: form, problems: [FieldProblem(boxID: form.box("name"), message: words.message)],
                status: words.status, retryAfterSeconds: words.retryAfterSeconds)
        }
    }

    /// A worker with several roles, whose last one is not known, is asked first. Taking a role is an act, so that the
    /// answer must carry the session's token.
    private func inRole(
        _ session: LiveSession, address request: Request, cookies: [HTTPField] = []
    ) async throws -> Outcome {
        if session.hasRole {
            return .resumed(Resumed(session: session, form: try shown(in: session), cookies: cookies))
        }
        let index = Int(sent.line(Self.boxes + "role"))
        if let index, session.roles.indices.contains(index), site.keys.accepts(sent.line("csrf"), in: session) {
            let role = session.roles[index]
            try await ChooseRole(site.door)(agency: role.agency, role: role.role, in: session)
            let cookie = DoorCookie.session.value(in: request) ?? ""
            guard let session = try await ResumeSession(site.door)(cookie) else {
                throw SessionLapsed(carried: carried)
            }
            return .resumed(Resumed(session: session, form: try shown(in: session)))
        }
        let page = LapsedRolePage(
            session: session, carried: carried, address: Href(checking: request.uri.string) ?? "/",
            isAsked: sent.has("csrf"))
        var response = Response.page(page.html(site), status: page.status)
        response.headers.append(contentsOf: cookies)
        return .answered(response)
    }

    /// What was typed, without what belongs to a page: its tokens, which button was pressed, and the boxes for signing in.
    private var carried: [(name: String, value: String)] {
        sent.fields.filter { !["csrf", "once", "do"].contains($0.name) && !$0.name.hasPrefix(Self.boxes) }
    }

    /// The form as the record's page shows it again.
    private func shown(in session: LiveSession) throws -> FormFields {
        var form = FormFields()
        let own = [("do", "show"), ("csrf", session.formToken), (Self.mark, "")]
        for (name, value) in own + carried { try form.append(TypedText(name), TypedText(value)) }
        return form
    }
}

/// A form was sent when nobody was signed in any more.
struct SessionLapsed: Error {
    /// What was typed in a record's form, to be shown again; nil for a form that is not.
    var carried: [(name: String, value: String)]?
    /// The page that a form not shown again came from, where it says so.
    var back: Href?
    var form = SignInForm(boxes: LapsedForm.boxes)
    var problems: [FieldProblem] = []
    var status: HTTPResponse.Status = .forbidden
    var retryAfterSeconds: Int?
}
