import Casework
package import Hummingbird
import NIOCore

/// A request to a page that needs nobody to be signed in.
package struct PublicContext: RequestContext, Sendable {
    package var coreContext: CoreRequestContextStorage
    /// The address of the other end of the connection; nil in a test without one.
    let peer: String?
    /// Put here by the responder that stands before the router.
    var site: Site?
    /// Who is signed in, once the session was looked for.
    var session: LiveSession?

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        peer = source.channel.remoteAddress?.ipAddress
    }

    /// Whether no route was found for the address and method.
    var isUnrouted: Bool { endpointPath == "NotFound" }
}
