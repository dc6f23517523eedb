import Casework
import HTTPTypes
import HummingbirdTesting
import Store
import Testing

@testable import Web

/// Who calls, for the matrix of routes and roles.
private enum Caller: String, CaseIterable {
    case nobody, withoutRole, caseworker, administrator

    func mayCall(_ entry: RouteEntry) -> Bool {
        switch entry.caller {
        case .anyone: true
        case .anyWorker: self != .nobody
        case .signedIn: self == .caseworker || self == .administrator
        case .caseworkers: self == .caseworker
        case .administrators: self == .administrator
        }
    }
}

@Suite struct RouteMatrixTests {
    @Test("The front door has these routes and no others")
    func list() async throws {
        let server = try await House().server(features: [])
        let found = Set(server.table.entries.map(\.description))
        let known: Set<String> = [
            "GET /health/live anyone", "GET /health/ready anyone", "GET /assets/:file anyone",
            "GET /assets/images/:file anyone", "GET /help anyone", "GET /accessibility anyone",
            "GET /privacy anyone", "GET / signedIn", "GET /sign-in anyone", "POST /sign-in anyone",
            "POST /sign-out anyWorker",
            "GET /choose-role anyWorker", "POST /choose-role anyWorker", "GET /password anyWorker",
            "POST /password anyWorker",
        ]
        #expect(found == known)
    }

    @Test("Every page lets in those it is for, and nobody else")
    func pages() async throws {
        let house = try await House()
        let server = try await house.server()
        try await server.service().test(.router) { client in
            let visitors = try await visitors(house, client)
            for entry in server.table.entries where entry.method == "GET" && entry.path != "/never" {
                let path = entry.path.replacing(":person", with: house.world.newReference())
                    .replacing(":file", with: "app.css")
                for (caller, visitor) in visitors {
                    let answer = try await visitor.get(path)
                    let isSentElsewhere =
                        answer.location?.hasPrefix("/sign-in") == true || answer.location == "/choose-role"
                    let isTurnedAway = isSentElsewhere || answer.status == .forbidden
                    #expect(isTurnedAway != caller.mayCall(entry), "\(entry) as \(caller): \(answer.status)")
                }
            }
        }
    }

    @Test(
        "An administrator who tries the address of a person leaves one entry that names route and worker, and nobody else"
    )
    func refusedForTheRole() async throws {
        let house = try await House()
        let server = try await house.server()
        try await server.service().test(.router) { client in
            let administrator = try #require(try await visitors(house, client)[.administrator])
            let before = try await house.world.database.read { try LedgerRowReading.size(on: $0) }
            let reference = house.world.newReference()
            #expect(try await administrator.get("/people/\(reference)").status == .forbidden)
            let kept = try await house.world.database.read { connection in
                var found: [String] = []
                try LedgerRowReading.eachEntry(from: before, limit: 10, on: connection) {
                    found.append($0.line + ($0.content ?? ""))
                }
                return found
            }
            #expect(kept.count == 1)
            #expect(kept.allSatisfy { $0.contains("\"refused\"") && $0.contains("GET /people/:person") })
            #expect(kept.allSatisfy { !$0.contains(reference) })
        }
    }

    @Test("Every form of a worker refuses nobody, another site, a missing token and another session's token")
    func forms() async throws {
        let house = try await House()
        let server = try await house.server()
        try await server.service().test(.router) { client in
            let visitors = try await visitors(house, client)
            let (worker, other) = (try #require(visitors[.caseworker]), try #require(visitors[.administrator]))
            let (ours, theirs) = (try await worker.csrf(), try await other.csrf())
            for entry in server.table.entries where entry.method == "POST" && entry.caller != .anyone {
                let isUpload = entry.path == "/upload"
                for (csrf, site, extra) in [
                    (ours, "cross-site", [:]), (ours, "same-site", [:]), (ours, "none", [:]),
                    (theirs, "same-origin", [:]),
                    ("", "same-origin", [:]), (ours, nil, [:]), (ours, nil, [.origin: "null"]),
                    (ours, nil, [.origin: "https://localhost"]), (ours, nil, [.origin: "http://localhost.example"]),
                ] as [(String, String?, HTTPFields)] {
                    var extra = extra
                    if isUpload { extra[.contentType] = "multipart/form-data; boundary=b" }
                    let answer = try await worker.post(entry.path, [], csrf: csrf, site: site, extra: extra)
                    let isRefused = answer.status == .forbidden || (isUpload && answer.status == .badRequest)
                    #expect(isRefused, "\(entry) \(site ?? "-") \(extra): \(answer.status)")
                }
                let nobody = try await Visitor(client).post(entry.path, [], csrf: ours)
                #expect(nobody.status == .forbidden, "\(entry)")
            }
        }
    }

    @Test("A form of our own page is taken, by Sec-Fetch-Site or else by Origin")
    func taken() async throws {
        let house = try await House()
        let holder = try await house.add("ann")
        try await house.visit { visitor in
            try await visitor.signIn(holder, code: house.code(of: holder))
            let csrf = try await visitor.csrf()
            let fetched = try await visitor.post("/echo", [("a", "1"), ("a", "2")], csrf: csrf)
            #expect(fetched.status == .ok)
            #expect(fetched.text.hasPrefix("a=1\na=2\n"))
            let byOrigin = try await visitor.post(
                "/echo", [("a", "1")], csrf: csrf, site: nil, extra: [.origin: "http://localhost"])
            #expect(byOrigin.status == .ok)
        }
    }

    @Test("The navigation shows the places that exist and that the role may go to")
    func navigation() async throws {
        let house = try await House()
        try await house.server().service().test(.router) { client in
            let visitors = try await visitors(house, client)
            let caseworker = try await #require(visitors[.caseworker]).get("/today").text
            let administrator = try await #require(visitors[.administrator]).get("/today").text
            #expect(caseworker.contains("href=\"/today\"") && !caseworker.contains("href=\"/diary\""))
            #expect(caseworker.contains("OFFICIAL-SENSITIVE"))
            #expect(caseworker.contains("Custody officer, Trent Police"))
            #expect(!administrator.contains("service-navigation__link\" href=\"/today\""))
        }
    }

    private func visitors(_ house: House, _ client: any TestClientProtocol) async throws -> [Caller: Visitor] {
        let roles: [Caller: [(role: String, agency: String)]] = [
            .withoutRole: [("custody-officer", "police"), ("drugs-worker", "drugs")],
            .caseworker: [("custody-officer", "police")], .administrator: [("administrator", "police")],
        ]
        var visitors = [Caller.nobody: Visitor(client)]
        for (caller, roles) in roles {
            let holder = try await house.add(caller.rawValue.lowercased(), roles: roles)
            let visitor = Visitor(client)
            try await visitor.signIn(holder, code: house.code(of: holder))
            visitors[caller] = visitor
        }
        return visitors
    }
}
