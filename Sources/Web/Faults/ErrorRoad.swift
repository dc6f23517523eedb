import Casework
import HTTPTypes
import Hummingbird
import Logging
import Markup

/// Turns every error into an answer. What an error says is never shown to a visitor; the log has it, by request id.
struct ErrorRoad: Sendable {
    let site: Site
    let context: PublicContext
    /// Every route, to know which page a form came from.
    var table = RouteTable(entries: [])

    /// The same bytes for what is not there and for what this viewer may not see.
    func response(to error: any Error, _ request: Request) -> Response {
        switch error {
        case is Missing, is NoSuchPage: return fault(.missing)
        case let error as WrongMethod: return wrongMethod(error)
        case is NotSignedIn: return signInFirst(request)
        case let lapse as SessionLapsed: return signInAgain(lapse, request)
        case is RoleNotChosen: return .seeOther("/choose-role")
        case let refusal as NotForThisRole:
            return fault(refusal.hasOtherRoles ? .notForThisRole : .notForTheirRole)
        case is NotOurForm: return fault(.notOurForm)
        case is UnknownHost: return .text("This server does not answer to that name.", status: .badRequest)
        case let refusal as FormRefusal: return fault(FaultPage(refusal))
        case is DeadlinePassed: return unavailable("deadline")
        case is CancellationError: return unavailable("cancelled")
        default: return reported(error)
        }
    }

    /// After signing in, the worker comes back to the page they asked for.
    private func signInFirst(_ request: Request) -> Response {
        guard request.uri.path != "/", let next = Href(checking: request.uri.string) else {
            return .seeOther("/sign-in")
        }
        return .seeOther(("/sign-in" as Href).adding(query: "next", next.text))
    }

    /// A form is not sent for its worker again. Once signed in they see a record's form as they filled it in; from any
    /// other they come back to its page, or to the one nearest above its address.
    private func signInAgain(_ lapse: SessionLapsed, _ request: Request) -> Response {
        var page = LapsedPage(form: lapse.form, problems: lapse.problems)
        if let carried = lapse.carried, let address = Href(checking: request.uri.string) {
            page.again = (carried, address)
        } else {
            page.form = SignInForm(next: lapse.back?.text ?? table.nearestPage(above: request.uri.path))
        }
        var response = Response.page(page.html(site), status: lapse.status)
        response.headers[.retryAfter] = lapse.retryAfterSeconds.map { String($0) }
        return response
    }

    private func wrongMethod(_ error: WrongMethod) -> Response {
        var response = fault(.wrongMethod)
        response.headers[.allow] = error.allowed.joined(separator: ", ")
        return response
    }

    private func reported(_ error: any Error) -> Response {
        let report = FaultReport(error)
        if report.isOutage { return unavailable(report.summary) }
        context.logger.error("fault", metadata: ["fault": "\(report.summary)"])
        return fault(report.isDamage ? .damaged(requestID: context.id) : .broken(requestID: context.id))
    }

    private func unavailable(_ summary: String) -> Response {
        context.logger.error("unavailable", metadata: ["fault": "\(summary)"])
        var response = fault(.unavailable)
        response.headers[.retryAfter] = "30"
        return response
    }

    private func fault(_ page: FaultPage) -> Response {
        .page(page.html(site), status: page.status)
    }
}

/// No route has this address.
struct NoSuchPage: Error {}

/// A route has this address, but not for this method.
struct WrongMethod: Error {
    /// For the `Allow` header.
    let allowed: [String]
}
