import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Web

@Suite struct LiveServerTests {
    @Test("The server listens on a port the system chose and serves a page over a socket")
    func serves() async throws {
        let house = try await House()
        try await house.server().service().test(.live) { client in
            #expect(client.port != nil)
            let answer = try await Visitor(client).get("/help")
            #expect(answer.status == .ok)
            #expect(answer.text.contains("Trentshire partnership"))
            #expect(try await Visitor(client).get("/health/ready").text == "ready\n")
        }
    }

    @Test("More header fields, or longer ones, than the limit are refused")
    func headers() async throws {
        let house = try await House()
        let app = try await house.server().service()
        for extra in [(65, 1), (1, 17_000)] {
            try await app.test(.live) { client in
                let visitor = Visitor(client)
                for index in 0..<extra.0 {
                    let name = try #require(HTTPField.Name("X-Test-\(index)"))
                    visitor.headers[name] = String(repeating: "a", count: extra.1)
                }
                #expect(try await visitor.get("/help").status == .badRequest, "\(extra)")
            }
        }
    }
}
