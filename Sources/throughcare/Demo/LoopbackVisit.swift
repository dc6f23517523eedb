import Dispatch
import Foundation

/// A visitor to a server on this machine: one request a connection, cookies kept, nothing followed by itself.
final class LoopbackVisit {
    private let port: Int
    private var cookies: [(name: String, value: String)] = []

    init(port: Int) {
        self.port = port
    }

    struct Answer: Sendable {
        var status: Int
        /// By name in small letters; of several with one name, all.
        var headers: [(name: String, value: String)]
        var body: String

        func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }
    }

    /// Gets a page, going where it is sent, a few times at most.
    func get(_ path: String) async throws -> Answer {
        var answer = try await ask("GET", path, form: nil)
        for _ in 0..<5 {
            guard (300..<400).contains(answer.status), let next = answer.header("location") else { break }
            answer = try await ask("GET", next, form: nil)
        }
        return answer
    }

    /// Sends a form and goes where it is sent.
    func post(_ path: String, _ fields: [(String, String)]) async throws -> Answer {
        let form = fields.map { "\(Self.escaped($0.0))=\(Self.escaped($0.1))" }.joined(separator: "&")
        let answer = try await ask("POST", path, form: form)
        guard (300..<400).contains(answer.status), let next = answer.header("location") else { return answer }
        return try await get(next)
    }

    private func ask(_ method: String, _ path: String, form: String?) async throws -> Answer {
        let host = "127.0.0.1:\(port)"
        var head = ["\(method) \(path) HTTP/1.1", "Host: \(host)", "Connection: close", "Sec-Fetch-Site: same-origin"]
        if !cookies.isEmpty {
            head.append("Cookie: " + cookies.map { "\($0.name)=\($0.value)" }.joined(separator: "; "))
        }
        if let form {
            head += [
                "Origin: http://\(host)", "Content-Type: application/x-www-form-urlencoded",
                "Content-Length: \(form.utf8.count)",
            ]
        }
        let request = Array((head.joined(separator: "\r\n") + "\r\n\r\n" + (form ?? "")).utf8)
        let port = UInt16(port)
        let bytes = try await withCheckedThrowingContinuation { continuation in
            // Reading blocks; a thread of its own keeps it off those the server runs on.
            DispatchQueue.global().async {
                continuation.resume(with: Result { try LoopbackSocket.ask(request, port: port) })
            }
        }
        guard let answer = Answer(bytes) else { throw Ending(.fault, "The server's answer to \(path) was cut short.") }
        keepCookies(answer)
        return answer
    }

    private func keepCookies(_ answer: Answer) {
        for header in answer.headers where header.name == "set-cookie" {
            let pair = header.value.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1).map(String.init)
            guard let name = pair.first else { continue }
            cookies.removeAll { $0.name == name }
            if pair.count == 2 { cookies.append((name, pair[1])) }
        }
    }

    private static func escaped(_ text: String) -> String {
        text.utf8.map { byte in
            let isPlain = UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
            let hex = String(byte, radix: 16, uppercase: true)
            return isPlain ? String(UnicodeScalar(byte)) : "%" + (hex.count == 1 ? "0" : "") + hex
        }.joined()
    }
}

extension LoopbackVisit.Answer {
    /// Reads an answer that ended with its connection; `nil` when its head is not whole.
    init?(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
        guard let end = text.firstRange(of: "\n\n") else { return nil }
        let lines = text[..<end.lowerBound].split(separator: "\n")
        guard let status = lines.first?.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else { return nil }
        self.status = status
        headers = lines.dropFirst().compactMap { line in
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { return nil }
            return (parts[0].lowercased(), parts[1].trimmingCharacters(in: .whitespaces))
        }
        // Chunk sizes may stand among the text; what is looked for is never as short as to be cut by one.
        body = String(text[end.upperBound...])
    }
}

/// One exchange over a socket.
private enum LoopbackSocket {
    /// How long the server may be silent, in seconds.
    private static let patience = 20

    static func ask(_ request: [UInt8], port: UInt16) throws -> [UInt8] {
        #if canImport(Glibc)
            let stream = Int32(SOCK_STREAM.rawValue)
        #else
            let stream = SOCK_STREAM
        #endif
        let handle = socket(AF_INET, stream, 0)
        guard handle >= 0 else { throw Ending(.fault, "No socket could be opened.") }
        defer { close(handle) }
        var limit = timeval()
        limit.tv_sec = patience
        setsockopt(handle, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(handle, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else { throw Ending(.fault, "The server does not answer on port \(port).") }
        var sent = 0
        while sent < request.count {
            let count = request[sent...].withUnsafeBytes { write(handle, $0.baseAddress, $0.count) }
            guard count > 0 else { throw Ending(.fault, "The server closed the connection.") }
            sent += count
        }
        var answer: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = part.withUnsafeMutableBytes { read(handle, $0.baseAddress, $0.count) }
            guard count >= 0 else { throw Ending(.fault, "The server was silent for \(patience) seconds.") }
            if count == 0 { return answer }
            answer += part[..<count]
        }
    }
}
