import Casework
import Domain
package import HTTPTypes
package import Hummingbird
package import Markup

/// A page for a worker who is signed in: the frame, the navigation of their role, and the protective marking.
package struct SignedInPage {
    private let context: SignedInContext
    private var frame: PageFrame

    /// - Parameters:
    ///   - title: the page's own title, the same words as its heading.
    ///   - place: where in the navigation it stands, if anywhere.
    ///   - hasProblems: whether a form on it has something wrong, which the title then says first.
    ///   - isWide: wider than a page of text, for boards.
    package init(
        _ title: String, at place: Place? = nil, hasProblems: Bool = false, isWide: Bool = false,
        _ context: SignedInContext
    ) {
        self.context = context
        let session = context.session
        frame = PageFrame(title: title, partnership: context.site.partnership.title)
        frame.hasProblems = hasProblems
        frame.isWide = isWide
        frame.marking = .officialSensitive
        frame.navigation = context.places.map {
            NavigationItem($0.title, href: $0.href, isCurrent: $0 == place)
        }
        let acting = session.hasRole ? "\(session.roleTitle), \(session.agencyTitle)" : "no role chosen"
        frame.signedIn = SignedIn(worker: context.viewer.name, agency: acting, signOut: accountActs)
    }

    /// - Parameters:
    ///   - banner: full width under the navigation, for `identityBar` or `personBanner`.
    ///   - before: back link or breadcrumbs.
    ///   - content: starts with the page's heading.
    package func html(banner: HTML? = nil, before: HTML? = nil, _ content: HTML) -> HTML {
        page(frame, banner: banner, before: before, content: content)
    }

    /// The page as a response.
    package func response(
        status: HTTPResponse.Status = .ok, banner: HTML? = nil, before: HTML? = nil, _ content: HTML
    ) -> Response {
        .page(html(banner: banner, before: before, content), status: status)
    }

    private var accountActs: HTML {
        let signOut = postButton("Sign out", action: "/sign-out", tokens: context.formTokens(), style: .secondary)
        guard context.session.roles.count > 1 else { return signOut }
        return "<a class=\"govuk-link govuk-link--inverse\" href=\"/choose-role\">Change role</a> \(signOut)"
    }
}

extension SignedInContext {
    /// The places that the role acted in may go to, of those that exist; the first is where its day starts. A role
    /// without a board has no place for one.
    var places: [Place] {
        guard session.hasRole else { return [] }
        let hasBoard = !OpenBoard(world).boards(for: viewer).isEmpty
        return Place.allCases.filter {
            site.places.contains($0) && $0.isForAdministrators == session.mayAdminister && ($0 != .board || hasBoard)
        }
    }
}
