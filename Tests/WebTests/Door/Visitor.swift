import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing

/// A browser: it keeps cookies, says that its forms come from our own pages, and sends the token of the last page.
final class Visitor {
    private let client: any TestClientProtocol
    private(set) var cookies: [String: String] = [:]
    /// The headers sent with every request, beside the cookies.
    var headers: HTTPFields = [:]

    init(_ client: any TestClientProtocol) {
        self.client = client
    }

    struct Answer {
        let response: TestResponse
        var status: HTTPResponse.Status { response.status }
        var text: String { String(buffer: response.body) }
        func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { response.headers[$0] } }
        var location: String? { header("Location") }
        var setCookies: [String] { response.headers[values: .setCookie] }

        /// The value of the first hidden field of this name.
        func hidden(_ name: String) -> String? {
            let start = "name=\"\(name)\" value=\""
            guard let range = text.range(of: start) else { return nil }
            return String(text[range.upperBound...].prefix { $0 != "\"" })
        }
    }

    func forget(_ cookie: String) { cookies[cookie] = nil }

    func plant(_ cookie: String, _ value: String) { cookies[cookie] = value }

    func get(_ path: String, method: HTTPRequest.Method = .get) async throws -> Answer {
        try await send(path, method: method, headers: [:], body: nil)
    }

    /// Posts a form. `csrf` is the token to send; nil takes one from the choose-role page, which every worker has.
    func post(
        _ path: String, _ fields: [(String, String)], csrf: String? = nil,
        site: String? = "same-origin", extra: HTTPFields = [:]
    ) async throws -> Answer {
        var fields = fields
        if let csrf { fields.append(("csrf", csrf)) }
        let body = fields.map { "\(Self.escaped($0.0))=\(Self.escaped($0.1))" }.joined(separator: "&")
        var headers = extra
        if headers[.contentType] == nil { headers[.contentType] = "application/x-www-form-urlencoded" }
        if let site { headers[try #require(HTTPField.Name("Sec-Fetch-Site"))] = site }
        return try await send(path, method: .post, headers: headers, body: ByteBuffer(string: body))
    }

    func send(
        _ path: String, method: HTTPRequest.Method, headers: HTTPFields, body: ByteBuffer?
    ) async throws -> Answer {
        var all = self.headers
        for field in headers { all[field.name] = field.value }
        if !cookies.isEmpty { all[.cookie] = cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ") }
        let response = try await client.executeRequest(uri: path, method: method, headers: all, body: body)
        for cookie in response.headers[values: .setCookie] {
            let parts = cookie.split(separator: ";").first?.split(separator: "=", maxSplits: 1) ?? []
            guard let name = parts.first.map(String.init) else { continue }
            cookies[name] = parts.count == 2 ? String(parts[1]) : nil
        }
        return Answer(response: response)
    }

    /// The token of the session, as any page of a worker shows it.
    func csrf() async throws -> String {
        try #require(try await get("/choose-role").hidden("csrf"))
    }

    private static func escaped(_ text: String) -> String {
        text.utf8.map { byte in
            let isPlain = (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            return isPlain ? String(Unicode.Scalar(byte)) : "%" + String(format: "%02X", byte)
        }.joined()
    }
}

extension Visitor {
    /// Fills in the sign-in page and sends it.
    @discardableResult
    func signIn(
        _ holder: KeyHolder, code: String, password: String? = nil, name: String? = nil, next: String? = nil
    ) async throws -> Answer {
        var fields = [
            ("name", name ?? holder.signInName), ("password", password ?? holder.password), ("code", code),
        ]
        if let next { fields.append(("next", next)) }
        return try await post("/sign-in", fields)
    }
}
