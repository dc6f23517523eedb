import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Web

@Suite struct FaultTests {
    @Test("What is not there and what is not for the viewer give the same bytes")
    func missing() async throws {
        let house = try await House()
        let holder = try await house.add("ann")
        try await house.visit { (visitor) async throws in
            try await visitor.signIn(holder, code: house.code(of: holder))
            let hidden = try await visitor.get("/nobody")
            let malformed = try await visitor.get("/people/not-a-reference")
            let absent = try await visitor.get("/no-such-page")
            #expect(hidden.status == .notFound)
            #expect(hidden.text == malformed.text)
            #expect(hidden.text == absent.text)
        }
    }

    @Test("A fault gives a number and nothing of its text")
    func fault() async throws {
        let house = try await House()
        try await house.visit { (visitor) async throws in
            let answer = try await visitor.get("/fault")
            #expect(answer.status == .internalServerError)
            #expect(answer.text.contains(try #require(answer.header("X-Request-ID"))))
            #expect(!answer.text.contains("Ann Example"))
        }
        #expect(house.lines.all.contains { $0.contains("\"fault\":\"Spilt\"") })
        #expect(!house.lines.all.contains { $0.contains("Ann Example") })
    }

    @Test("A full disk gives a plain page that says when to come back")
    func outage() async throws {
        try await House().visit { (visitor) async throws in
            let answer = try await visitor.get("/outage")
            #expect(answer.status == .serviceUnavailable)
            #expect(answer.header("Retry-After") == "30")
        }
    }

    @Test("What is damaged gives a page that says so, with a number, and nothing of it")
    func damage() async throws {
        try await House().visit { (visitor) async throws in
            let answer = try await visitor.get("/damage")
            #expect(answer.status == .internalServerError)
            #expect(answer.text.contains("what is stored is not what was written"))
            #expect(answer.text.contains(try #require(answer.header("X-Request-ID"))))
        }
    }

    @Test("A method that a page does not have is refused with those it has")
    func wrongMethod() async throws {
        try await House().visit { (visitor) async throws in
            let help = try await visitor.get("/help", method: .post)
            #expect(help.status == .methodNotAllowed)
            #expect(help.header("Allow") == "GET, HEAD")
            #expect(try await visitor.get("/sign-in", method: .put).header("Allow") == "GET, HEAD, POST")
            #expect(try await visitor.get("/people/anybody", method: .delete).header("Allow") == "GET, HEAD")
            #expect(try await visitor.get("/no-such-page", method: .delete).status == .notFound)
        }
    }

    @Test("HEAD is GET without the page")
    func head() async throws {
        try await House().visit { (visitor) async throws in
            for path in ["/help", "/no-such-page"] {
                let (get, head) = (try await visitor.get(path), try await visitor.get(path, method: .head))
                #expect(head.status == get.status)
                #expect(head.text.isEmpty)
                #expect(head.header("Content-Length") == "\(get.text.utf8.count)")
            }
        }
    }

    @Test("Another host's name is refused with a plain line, whatever the page")
    func hosts() async throws {
        let server = try await House().server { $0.hosts = ["hub.example"] }
        let hosts = HostAllowList(WebOptions(hosts: ["hub.example"], assetsFolder: "").allowedHosts)
        for authority in ["hub.example", "HUB.example:8443", "localhost:1", "127.0.0.1", "[::1]:80"] {
            #expect(throws: Never.self, "\(authority)") { try hosts.check(request(to: authority)) }
        }
        for authority in [
            "evil.example", "hub.example.evil", "", nil, "localhost.evil:80", "127.0.0.1:@evil.example",
            "localhost:80:80",
            "[::1]evil", "hub.example:8443x", "hub.example:123456", "evil@hub.example",
        ] {
            #expect(throws: UnknownHost.self, "\(authority ?? "none")") { try hosts.check(request(to: authority)) }
        }
        #expect(!server.table.entries.isEmpty)
    }

    @Test("Two names are refused, though the first is ours")
    func twoHosts() throws {
        let hosts = HostAllowList(["hub.example"])
        let twice = Request(
            head: .init(
                method: .get, scheme: "http", authority: "hub.example", path: "/",
                headerFields: [.known("Host"): "evil.example"]), body: .init(buffer: .init()))
        #expect(throws: UnknownHost.self) { try hosts.check(twice) }
    }

    @Test("A request's number is random and tells nothing of the requests before it")
    func requestNumbers() async throws {
        try await House().visit { (visitor) async throws in
            var seen: Set<String> = []
            for _ in 0..<4 { seen.insert(try #require(try await visitor.get("/help").header("X-Request-ID"))) }
            #expect(seen.count == 4)
            #expect(seen.allSatisfy { $0.count == 16 })
            let first = Set(seen.map { $0.prefix(8) })
            #expect(first.count == 4)
        }
    }

    private func request(to authority: String?) -> Request {
        Request(
            head: .init(method: .get, scheme: "http", authority: authority, path: "/"), body: .init(buffer: .init()))
    }

    @Test("Too large, of another media type and malformed are told apart")
    func bodies() async throws {
        let house = try await House()
        let holder = try await house.add("ann")
        try await house.visit { (visitor) async throws in
            try await visitor.signIn(holder, code: house.code(of: holder))
            let csrf = try await visitor.csrf()
            let large = try await visitor.post("/small", [("a", String(repeating: "x", count: 300))], csrf: csrf)
            #expect(large.status == .contentTooLarge)
            #expect(try await visitor.post("/small", [("a", "x")], csrf: csrf).status == .ok)
            let json = try await visitor.post("/echo", [], csrf: csrf, extra: [.contentType: "application/json"])
            #expect(json.status == .unsupportedMediaType)
            let text = try await visitor.post("/upload", [], csrf: csrf, extra: [.contentType: "text/plain"])
            #expect(text.status == .unsupportedMediaType)
            let many = (0...1_000).map { ("a\($0)", "") }
            #expect(try await visitor.post("/echo", many, csrf: csrf).status == .badRequest)
        }
    }

    @Test("A file comes through with the form's token")
    func upload() async throws {
        let house = try await House()
        let holder = try await house.add("ann")
        try await house.visit { (visitor) async throws in
            try await visitor.signIn(holder, code: house.code(of: holder))
            let csrf = try await visitor.csrf()
            let body = """
                --b\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n\(csrf)\r\n--b\r\n\
                Content-Disposition: form-data; name="list"; filename="list.csv"\r\nContent-Type: text/csv\r\n\r\n\
                a,b\r\n--b--\r\n
                """
            let answer = try await visitor.send(
                "/upload", method: .post,
                headers: [
                    .contentType: "multipart/form-data; boundary=b", .known("Sec-Fetch-Site"): "same-origin",
                ], body: ByteBuffer(string: body))
            #expect(answer.text == "list.csv 3\n")
        }
    }

    @Test("A request that takes too long gets the same page as an outage")
    func tooLate() async throws {
        let server = try await House().server { $0.limits.request = .zero }
        try await server.service().test(.router) { client in
            let answer = try await Visitor(client).get("/never")
            #expect(answer.status == .serviceUnavailable)
        }
    }

    @Test("Work that outlives its time is cancelled and answered for")
    func deadline() async throws {
        let deadline = RequestDeadline(.seconds(30), sleep: { _ in })
        await #expect(throws: DeadlinePassed.self) {
            try await deadline.run { try await Task.sleep(for: .seconds(3_600)) }
        }
        let patient = RequestDeadline(.seconds(30), sleep: { _ in try await Task.sleep(for: .seconds(3_600)) })
        #expect(try await patient.run { 7 } == 7)
    }
}
