import ArgumentParser
import Foundation
import Web

/// Where and how the server is reached.
struct ListeningOptions: ParsableArguments {
    @Option(help: "The address to listen on.")
    var address: String = Settings.current.text(.address) ?? "127.0.0.1"

    @Option(help: "The port; 0 lets the system choose one.")
    var port: Int = Settings.current.number(.port) ?? 8080

    @Option(help: "The certificate and those that vouch for it, a PEM file.")
    var tlsCertificate: String?

    @Option(help: "The certificate's private key, a PEM file.")
    var tlsKey: String?

    @Option(help: "The address of a proxy that ends TLS in front. May be given several times.")
    var trustedProxy: [String] = Settings.current.texts(.trustedProxy)

    @Option(help: "A name people reach the server by. May be given several times.")
    var host: [String] = Settings.current.texts(.host)

    @Option(help: "The folder that script/assets filled.")
    var assets: String = Settings.current.text(.assets) ?? ".build-assets"

    @Option(help: "A port of 127.0.0.1 on which /metrics answers, for Prometheus; none when not said.")
    var metricsPort: Int?

    func validate() throws {
        let isHalf = (tlsCertificate == nil) != (tlsKey == nil)
        let isHalfSet = (Settings.current.text(.tlsCertificate) == nil) != (Settings.current.text(.tlsKey) == nil)
        if isHalf || tlsKey == nil && isHalfSet {
            throw ValidationError("Give both --tls-certificate and --tls-key, or neither.")
        }
    }

    /// The port for figures, as said here or set.
    var figuresPort: Int? { metricsPort ?? Settings.current.number(.metricsPort) }

    /// Throws unless the server may be reached in this way.
    func webOptions() throws -> WebOptions {
        var tls: TLSFiles?
        let settings = Settings.current
        if let chain = tlsCertificate ?? settings.text(.tlsCertificate), let key = tlsKey ?? settings.text(.tlsKey) {
            if let problem = FileSafety(key)?.problem { throw Ending.refused(problem) }
            tls = TLSFiles(certificateChain: chain, privateKey: key)
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
