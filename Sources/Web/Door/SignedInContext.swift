package import Casework
package import Domain
package import Hummingbird
package import Markup

/// A request by a worker who is signed in. There is none without a viewer, so a handler that needs one cannot be put
/// where nobody need be signed in.
package struct SignedInContext: ChildRequestContext, Sendable {
    package var coreContext: CoreRequestContextStorage
    package let site: Site
    package let session: LiveSession
    /// What stands in the address after the question mark.
    package internal(set) var query = FormFields()
    /// What was posted; empty for a GET.
    package internal(set) var form = FormFields()
    let peer: String?

    package init(context: PublicContext) throws {
        guard let site = context.site else {
            preconditionFailure("the front responder puts the site into each request")
        }
        guard let session = context.session else { throw NotSignedIn() }
        coreContext = context.coreContext
        peer = context.peer
        self.site = site
        self.session = session
    }

    /// Who looks.
    package var viewer: Viewer { session.viewer }

    /// What use cases are made from.
    package var world: World { site.world }

    /// The hidden values for one form. Each form needs its own, since the idempotency key belongs to what it sends.
    package func formTokens() -> FormTokens {
        FormTokens(csrf: session.formToken, once: site.keys.once())
    }

    /// A part of the address, such as `programme` of `/programmes/:programme`. Throws `Missing` when it is not clean
    /// text.
    package func part(_ name: String) throws -> String {
        guard let raw = parameters.get(name) else { preconditionFailure("the route has no part \(name)") }
        let text = TypedText(raw)
        guard !text.isSpoilt, !text.text.isEmpty else { throw Missing() }
        return text.text
    }

    /// A reference in the address, as the database holds it. Throws `Missing` for what is none, as for one that
    /// nobody has.
    package func reference(_ name: String) throws -> String {
        guard let reference = Reference(try part(name)) else { throw Missing() }
        return reference.compact
    }
}

/// Nobody is signed in, or the session is over.
struct NotSignedIn: Error {}
