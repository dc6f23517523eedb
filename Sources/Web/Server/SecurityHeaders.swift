import HTTPTypes
import Hummingbird

/// The headers that every response carries, errors and assets too.
struct SecurityHeaders: Sendable {
    /// In the order they are sent.
    let fields: [HTTPField]

    /// - Parameter isSecure: whether browsers reach the server over TLS, and should from now on do nothing else.
    init(isSecure: Bool) {
        var fields = Self.always
        if isSecure { fields.append(HTTPField(name: .strictTransportSecurity, value: "max-age=31536000")) }
        self.fields = fields
    }

    /// Adds them. What may be stored is said by assets alone; everything else is stored nowhere.
    func apply(to response: inout Response) {
        for field in fields { response.headers[field.name] = field.value }
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
    }

    /// `img-src data:` is for two pictures inside GOV.UK Frontend's style sheet.
    private static let contentSecurityPolicy = [
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'",
        "connect-src 'self'", "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'",
    ].joined(separator: "; ")

    private static let always = [
        HTTPField(name: .contentSecurityPolicy, value: contentSecurityPolicy),
        HTTPField(name: .xContentTypeOptions, value: "nosniff"),
        HTTPField(name: .known("Referrer-Policy"), value: "no-referrer"),
        HTTPField(name: .known("Cross-Origin-Opener-Policy"), value: "same-origin"),
        HTTPField(name: .known("Cross-Origin-Resource-Policy"), value: "same-origin"),
        HTTPField(
            name: .known("Permissions-Policy"),
            value: "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"),
        HTTPField(name: .known("X-Frame-Options"), value: "DENY"),
    ]
}

extension HTTPField.Name {
    /// A header's name from the source code.
    static func known(_ name: StaticString) -> HTTPField.Name {
        guard let known = HTTPField.Name("\(name)") else { preconditionFailure("\(name) is not a header's name") }
        return known
    }
}
