import HTTPTypes
import Hummingbird

/// Refuses a form that another site had the browser send.
///
/// `Sec-Fetch-Site` decides where the browser sends it (all current ones do). Otherwise `Origin` must be ours. Neither is
/// refused, and so is `Origin: null`, which browsers send under our own `Referrer-Policy: no-referrer` and so does any
/// page that hides where it is.
struct SameOrigin: Sendable {
    /// `http` or `https`, as browsers reach us.
    let scheme: String

    /// Throws `NotOurForm`.
    func check(_ request: Request) throws(NotOurForm) {
        if let site = request.headers[.known("Sec-Fetch-Site")] {
            guard site == "same-origin" else { throw NotOurForm() }
            return
        }
        guard let origin = request.headers[.origin], let authority = request.head.authority,
            origin.lowercased() == "\(scheme)://\(authority.lowercased())"
        else { throw NotOurForm() }
    }
}

/// The form did not come from one of our pages, or not from one of this session.
struct NotOurForm: Error {}
