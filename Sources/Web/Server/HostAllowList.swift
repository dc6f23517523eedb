import HTTPTypes
import Hummingbird

/// The names the server answers to. The port is not compared: it is not ours to know behind a proxy.
struct HostAllowList: Sendable {
    private let hosts: Set<String>

    init(_ hosts: Set<String>) {
        self.hosts = hosts
    }

    /// Throws `UnknownHost` for another name, for none, for two, and for what is no name and port.
    func check(_ request: Request) throws(UnknownHost) {
        // The first `Host` became the authority: one that is still among the headers is a second, and whoever stands
        // before this server may have gone by that (RFC 9112, 3.2).
        guard !request.headers.contains(.known("Host")), let authority = request.head.authority,
            let name = Self.name(of: authority), hosts.contains(name)
        else { throw UnknownHost() }
    }

    /// `localhost:8080` and `[::1]:8080` without the port, in lower case; nil where anything else stands beside it.
    static func name(of authority: String) -> String? {
        let text = authority.lowercased()
        let colon = (text.lastIndex(of: "]") ?? text.startIndex)..<text.endIndex
        guard let end = text[colon].firstIndex(of: ":") else { return text }
        let port = text[end...].dropFirst()
        guard port.utf8.count <= 5, port.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return String(text[..<end])
    }
}

/// The request names a host that is not this server.
struct UnknownHost: Error {}
