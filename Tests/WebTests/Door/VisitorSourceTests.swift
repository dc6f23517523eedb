import Hummingbird
import Testing

@testable import Web

@Suite struct VisitorSourceTests {
    @Test(
        "A source is an IPv4 address or the first 64 bits of an IPv6 one",
        arguments: [
            ("192.0.2.7", "192.0.2.7"), ("::ffff:192.0.2.7", "192.0.2.7"), ("::1", "0:0:0:0::/64"),
            ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"), ("2001:DB8:1:2::9", "2001:db8:1:2::/64"),
            ("2001:db8::", "2001:db8:0:0::/64"), ("fe80::1%eth0", "fe80:0:0:0::/64"),
        ])
    func reads(address: String, source: String) {
        #expect(VisitorSource.subscriber(address) == source)
    }

    @Test("What is no address is none", arguments: ["", "example", "1.2.3", "1.2.3.256", "1:2:3", "::g", "1::2::3"])
    func refuses(text: String) {
        #expect(VisitorSource.subscriber(text) == nil)
    }

    @Test("A visitor's own X-Forwarded-For is not believed; a trusted proxy's last entry is")
    func forwarded() throws {
        let sources = VisitorSource(trustedProxies: ["10.0.0.1"])
        let request = Request(
            head: .init(
                method: .get, scheme: "http", authority: "localhost", path: "/",
                headerFields: [.known("X-Forwarded-For"): "198.51.100.1, 192.0.2.7"]),
            body: .init(buffer: .init()))
        #expect(sources.source(of: request, peer: "203.0.113.5") == "203.0.113.5")
        #expect(sources.source(of: request, peer: "10.0.0.1") == "192.0.2.7")
    }
}
