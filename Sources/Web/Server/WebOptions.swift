package import NIOCore

/// Where and how the server is reached.
package struct WebOptions: Sendable {
    /// The address to listen on: an IP address or `localhost`.
    package var address: String
    /// The port; 0 lets the system choose one, which `ready` is told.
    package var port: Int
    /// Certificate and key, when the server speaks TLS itself.
    package var tls: TLSFiles?
    /// Addresses of proxies that end TLS in front of the server: their `X-Forwarded-For` is believed, nobody else's.
    package var trustedProxies: Set<String>
    /// The host names the server answers to, without a port, in lower case. Any other gets a plain refusal, so that no
    /// address can be planted in a page or a letter (and no other name can be bound to this server).
    package var hosts: Set<String>
    /// The folder of files served under /assets.
    package var assetsFolder: String
    package var limits: WebLimits

    package init(
        address: String = "127.0.0.1", port: Int = 8080, tls: TLSFiles? = nil, trustedProxies: Set<String> = [],
        hosts: Set<String> = [], assetsFolder: String, limits: WebLimits = WebLimits()
    ) {
        self.address = address
        self.port = port
        self.tls = tls
        self.trustedProxies = trustedProxies
        self.hosts = hosts
        self.assetsFolder = assetsFolder
        self.limits = limits
    }

    /// Whether a browser reaches the server over TLS, its own or a proxy's.
    var isSecure: Bool { tls != nil || !trustedProxies.isEmpty }

    /// What an `Origin` of our own begins with.
    var scheme: String { isSecure ? "https" : "http" }

    var isLoopback: Bool { address == "localhost" || address == "::1" || address.hasPrefix("127.") }

    /// The names answered to: those given, and on loopback the names of this machine.
    var allowedHosts: Set<String> {
        isLoopback ? hosts.union(["localhost", "127.0.0.1", "[::1]"]) : hosts
    }

    /// Throws unless sign-in cannot travel in the clear, and the server knows its own name.
    package func check() throws(WebOptionsRefusal) {
        guard (0...65_535).contains(port) else { throw .noSuchPort(port) }
        guard isLoopback || isSecure else { throw .unprotected(address: address) }
        guard !allowedHosts.isEmpty else { throw .hostsMissing }
    }
}

/// PEM files.
package struct TLSFiles: Sendable, Hashable {
    /// The certificate, followed by those that vouch for it.
    package var certificateChain: String
    package var privateKey: String

    package init(certificateChain: String, privateKey: String) {
        self.certificateChain = certificateChain
        self.privateKey = privateKey
    }
}

/// What one visitor, or all of them, may take of the server.
package struct WebLimits: Sendable {
    /// A connection on which nothing comes for this long is closed; so is one that is slow with its headers.
    package var idle = TimeAmount.seconds(10)
    /// From a request's head to its answer; then a plain page says that it took too long.
    package var request = Duration.seconds(30)
    /// From a request's head to the last byte of its answer leaving; then the connection is cut, whatever it is doing.
    package var exchange = TimeAmount.seconds(40)
    /// What is sent to us must come at this rate at least, in every five seconds after the first five.
    package var bodyBytesASecond = 1_000
    /// An answer of which nobody takes anything for so long is cut off.
    package var stall = TimeAmount.seconds(15)
    /// Connections at once, and from one address. A trusted proxy is one address and is not counted.
    package var connections = 4_000
    package var connectionsEach = 50
    package var headerListBytes = 16 << 10
    package var headerFields = 64

    package init() {}
}

/// Why the server does not start as it was told to.
package enum WebOptionsRefusal: Error, Sendable, Hashable {
    case noSuchPort(Int)
    /// The address can be reached from elsewhere, and there is neither a certificate nor a trusted proxy.
    case unprotected(address: String)
    /// The server does not know which host names are its own.
    case hostsMissing
    /// The folder of assets lacks a file that pages need.
    case assetMissing(String)

    /// What to tell whoever starts the server.
    package var message: String {
        switch self {
        case .noSuchPort(let port):
            "\(port) is not a port. Give a number from 1 to 65535."
        case .unprotected(let address):
            """
            \(address) can be reached from other machines, so passwords would travel in the clear. Give a certificate \
            and key, or name the proxy that ends TLS in front, or listen on 127.0.0.1.
            """
        case .hostsMissing:
            "Give at least one host name that people reach the server by."
        case .assetMissing(let name):
            "The assets folder has no \(name). Run script/assets and name the folder it filled."
        }
    }
}
