import Testing

@testable import Web

@Suite struct WebOptionsTests {
    private func options(_ address: String, hosts: Set<String> = ["hub.example"]) -> WebOptions {
        WebOptions(address: address, hosts: hosts, assetsFolder: "/nowhere")
    }

    @Test(
        "An address others can reach is refused without TLS or a trusted proxy",
        arguments: ["0.0.0.0", "::", "192.0.2.1"])
    func unprotected(address: String) {
        #expect(throws: WebOptionsRefusal.unprotected(address: address)) { try options(address).check() }
    }

    @Test("The same address is taken with a certificate, or behind a trusted proxy")
    func protected() throws {
        var withTLS = options("0.0.0.0")
        withTLS.tls = TLSFiles(certificateChain: "chain.pem", privateKey: "key.pem")
        try withTLS.check()
        var behindProxy = options("0.0.0.0")
        behindProxy.trustedProxies = ["10.0.0.1"]
        try behindProxy.check()
    }

    @Test("Loopback needs neither", arguments: ["127.0.0.1", "127.8.8.8", "::1", "localhost"])
    func loopback(address: String) throws {
        try options(address, hosts: []).check()
    }

    @Test("A server that does not know its name, or has no such port, is refused")
    func refuses() {
        var nameless = options("0.0.0.0", hosts: [])
        nameless.trustedProxies = ["10.0.0.1"]
        #expect(throws: WebOptionsRefusal.hostsMissing) { try nameless.check() }
        var portless = options("127.0.0.1")
        portless.port = 70_000
        #expect(throws: WebOptionsRefusal.noSuchPort(70_000)) { try portless.check() }
    }
}
