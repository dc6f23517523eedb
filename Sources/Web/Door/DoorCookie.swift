import HTTPTypes
import Hummingbird

/// The two cookies of the server. The prefix `__Host-` has a browser refuse either unless it is Secure, for this host
/// alone and for all its paths; browsers hold a loopback address to be secure without TLS.
enum DoorCookie: String {
    /// Who is signed in; gone when the browser closes.
    case session = "__Host-session"
    /// That somebody has signed in from this browser before; a year.
    case device = "__Host-device"

    private static let yearSeconds = 31_536_000

    func value(in request: Request) -> String? { request.cookies[rawValue]?.value }

    /// A header that sets it. `value` is a token of ours and needs no escaping.
    func set(_ value: String) -> HTTPField {
        field(value, self == .device ? "; Max-Age=\(Self.yearSeconds)" : "")
    }

    /// A header that takes it away.
    var removal: HTTPField { field("", "; Max-Age=0") }

    private func field(_ value: String, _ age: String) -> HTTPField {
        HTTPField(name: .setCookie, value: "\(rawValue)=\(value)\(age); Path=/; Secure; HttpOnly; SameSite=Lax")
    }
}
