import ArgumentParser
import Foundation
import Web

/// Where and how the server is reached.
struct ListeningOptions: ParsableArguments {
    @Option(help: "The address to listen on.")
    var address = "127.0.0.1"

    @Option(help: "The port; 0 lets the system choose one.")
    var port = 8080

    @Option(help: "The certificate and those that vouch for it, a PEM file.")
    var tlsCertificate: String?

    @Option(help: "The certificate's private key, a PEM file.")
    var tlsKey: String?

    @Option(help: "The address of a proxy that ends TLS in front. May be given several times.")
    var trustedProxy: [String] = []

    @Option(help: "A name people reach the server by. May be given several times.")
    var host: [String] = []

    @Option(help: "The folder that script/assets filled. THROUGHCARE_ASSETS names another default.")
    var assets: String = ProcessInfo.processInfo.environment["THROUGHCARE_ASSETS"] ?? ".build-assets"

    @Option(help: "A port of 127.0.0.1 on which /metrics answers, for Prometheus; none when not said.")
    var metricsPort: Int?

    func validate() throws {
        if (tlsCertificate == nil) != (tlsKey == nil) {
            throw ValidationError("Give both --tls-certificate and --tls-key, or neither.")
        }
    }

    /// Throws unless the server may be reached in this way.
    func webOptions() throws -> WebOptions {
        var tls: TLSFiles?
        if let tlsCertificate, let tlsKey {
            if let problem = FileSafety(tlsKey)?.problem { throw Ending.refused(problem) }
            tls = TLSFiles(certificateChain: tlsCertificate, privateKey: tlsKey)
        }
        let options = WebOptions(
            address: address, port: port, tls: tls, trustedProxies: Set(trustedProxy),
            hosts: Set(host.map { $0.lowercased() }), assetsFolder: assets)
        try options.check()
        guard FileManager.default.fileExists(atPath: assets) else {
            throw Ending.unreadable("There is no folder \(assets). Run script/assets, or name it with --assets.")
        }
        return options
    }
}
