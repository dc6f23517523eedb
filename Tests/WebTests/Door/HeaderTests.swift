import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Web

@Suite struct HeaderTests {
    static let wanted = [
        "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer",
        "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin",
        "X-Frame-Options": "DENY",
    ]

    private func check(_ answer: Visitor.Answer, _ what: String, mayBeKept: Bool = false) {
        for (name, value) in Self.wanted { #expect(answer.header(name) == value, "\(what): \(name)") }
        let policy = answer.header("Content-Security-Policy") ?? ""
        #expect(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), "\(what)")
        #expect(!policy.contains("unsafe"), "\(what)")
        #expect(answer.header("Permissions-Policy") != nil, "\(what)")
        #expect(answer.header("X-Request-ID")?.isEmpty == false, "\(what)")
        #expect((answer.header("Cache-Control") == "no-store") != mayBeKept, "\(what)")
        #expect(answer.header("Server") == nil, "\(what)")
    }

    @Test("Every route, asked by nobody, by a worker and by another site, answers with every header")
    func everyRoute() async throws {
        let house = try await House()
        let server = try await house.server()
        let holder = try await house.add("ann")
        try await server.service().test(.router) { client in
            let stranger = Visitor(client)
            let worker = Visitor(client)
            try await worker.signIn(holder, code: house.code(of: holder))
            for entry in server.table.entries where entry.path != "/never" && entry.path != "/sign-out" {
                let path = entry.path.replacing(":person", with: "00000000A").replacing(":file", with: "app.css")
                for visitor in [stranger, worker] {
                    let answer =
                        entry.method == "GET"
                        ? try await visitor.get(path) : try await visitor.post(path, [], site: "cross-site")
                    let isAsset = entry.path.hasPrefix("/assets") && answer.status == .ok
                    check(answer, "\(entry)", mayBeKept: isAsset)
                }
            }
        }
    }

    @Test("Errors carry every header: no such page, wrong method, other host, fault, outage, too large")
    func errors() async throws {
        let house = try await House()
        try await house.visit { visitor in
            check(try await visitor.get("/no-such-page"), "404")
            check(try await visitor.get("/help", method: .delete), "405")
            check(try await visitor.get("/fault"), "500")
            check(try await visitor.get("/outage"), "503")
            check(try await visitor.post("/sign-in", [("a", String(repeating: "a", count: 70_000))]), "413")
            check(try await visitor.get("/assets/app.css"), "asset", mayBeKept: true)
            check(try await visitor.get("/assets/none.css"), "no asset")
        }
    }

    @Test("Strict-Transport-Security is sent where browsers reach the server over TLS, and only there")
    func transport() async throws {
        let house = try await House()
        try await house.visit { visitor in
            let answer = try await visitor.get("/help")
            #expect(answer.header("Strict-Transport-Security") == nil)
        }
        let behindProxy = try await house.server { $0.trustedProxies = ["10.0.0.1"] }
        try await behindProxy.service().test(.router) { client in
            let answer = try await Visitor(client).get("/help")
            #expect(answer.header("Strict-Transport-Security") == "max-age=31536000")
        }
    }

    @Test("An asset is sent once and then confirmed by its tag; an address with the tag is good for a year")
    func assets() async throws {
        let house = try await House()
        try await house.visit { visitor in
            let first = try await visitor.get("/assets/images/icon-search-black.svg")
            #expect(first.status == .ok)
            #expect(first.header("Content-Type") == "image/svg+xml")
            let tag = try #require(first.header("ETag"))
            visitor.headers = [.ifNoneMatch: tag]
            let second = try await visitor.get("/assets/images/icon-search-black.svg")
            #expect(second.status == .notModified)
            #expect(second.text.isEmpty)
            visitor.headers = [:]
            let version = tag.filter { $0 != "\"" }
            let versioned = try await visitor.get("/assets/images/icon-search-black.svg?v=\(version)")
            #expect(versioned.header("Cache-Control") == "public, max-age=31536000, immutable")
        }
    }
}
