package import Casework
package import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import NIOCore

/// The HTTP server: every feature's routes behind one door.
package struct WebServer: Sendable {
    /// Every route, with who may call it.
    package let table: RouteTable
    private let responder: FrontResponder
    private let options: WebOptions
    private let requests = RequestFigures()
    let site: Site

    /// Throws `WebOptionsRefusal`, or a fault when the assets cannot be read.
    package init(
        _ door: FrontDoor, partnership: PartnershipFacts, features: [any Feature], options: WebOptions
    ) throws {
        try options.check()
        let assets = try AssetFiles(folder: options.assetsFolder)
        site = Site(door: door, partnership: partnership, places: features.compactMap(\.place), options: options)
        let routes = Routes(site)
        for feature in [HealthRoutes(), AssetRoutes(assets), PublicPageRoutes(), SignInRoutes()] as [any Feature] {
            feature.add(to: routes)
        }
        for feature in features { feature.add(to: routes) }
        table = routes.table
        responder = FrontResponder(
            router: routes.responder(), site: site, table: table, hosts: HostAllowList(options.allowedHosts),
            headers: SecurityHeaders(isSecure: options.isSecure), deadline: RequestDeadline(options.limits.request),
            figures: requests)
        self.options = options
    }

    /// The server as a service: run it in a service group with what else must run, which shuts it down gracefully.
    ///
    /// - Parameter ready: told the port once connections are taken.
    /// - Throws: when certificate or key cannot be read.
    package func service(
        ready: @escaping @Sendable (Int) async -> Void = { _ in }
    ) throws -> some ApplicationProtocol {
        let plain = HTTPServerBuilder.http1(configuration: channelConfiguration)
        let server = try options.tls.map { try .tls(plain, tlsConfiguration: $0.configuration()) } ?? plain
        return Application(
            responder: responder, server: server,
            configuration: ApplicationConfiguration(
                address: .hostname(options.address, port: options.port),
                availableConnectionsDelegate: .maximum(options.limits.connections, logger: site.world.log)),
            onServerRunning: { channel in
                if let port = channel.localAddress?.port { await ready(port) }
            },
            logger: site.world.log)
    }

    /// Figures for whatever watches the server.
    package var figures: FigureServer { FigureServer(site: site, figures: requests) }

    private var channelConfiguration: HTTP1Channel.Configuration {
        let limits = options.limits
        let counts = ConnectionCounts(limit: limits.connectionsEach, uncounted: options.trustedProxies)
        return HTTP1Channel.Configuration(
            additionalChannelHandlers: [ConnectionWatch(limits, counts: counts)],
            idleTimeout: limits.idle,
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: limits.headerListBytes, maxHeaderListSize: limits.headerListBytes,
                maxHeaderFieldCount: limits.headerFields))
    }
}

extension TLSFiles {
    fileprivate func configuration() throws -> TLSConfiguration {
        let chain = try NIOSSLCertificate.fromPEMFile(certificateChain)
        let key = try NIOSSLPrivateKey(file: privateKey, format: .pem)
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
        configuration.minimumTLSVersion = .tlsv12
        return configuration
    }
}
