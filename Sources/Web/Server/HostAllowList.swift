import Hummingbird

/// The names the server answers to. The port is not compared: it is not ours to know behind a proxy.
struct HostAllowList: Sendable {
    private let hosts: Set<String>

    init(_ hosts: Set<String>) {
        self.hosts = hosts
    }

    /// Throws `UnknownHost` for another name, and for none.
    func check(_ request: Request) throws(UnknownHost) {
        guard let authority = request.head.authority, hosts.contains(Self.name(of: authority)) else {
            throw UnknownHost()
        }
    }

    /// `localhost:8080` and `[::1]:8080` without the port, in lower case.
    static func name(of authority: String) -> String {
        let text = authority.lowercased()
        if text.hasPrefix("["), let end = text.firstIndex(of: "]") { return String(text[...end]) }
        return String(text.prefix { $0 != ":" })
    }
}

/// The request names a host that is not this server.
struct UnknownHost: Error {}
