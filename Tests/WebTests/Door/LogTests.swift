import Casework
import Logging
import Testing

@testable import Web

@Suite struct LogTests {
    @Test("The log says which route, how it ended and how long it took, and names nobody")
    func namesNobody() async throws {
        let house = try await House()
        let holder = try await house.add("ann")
        let reference = house.world.newReference()
        try await house.visit { visitor in
            try await visitor.signIn(holder, code: house.code(of: holder))
            _ = try await visitor.get("/people/\(reference)?surname=Example")
            _ = try await visitor.get("/sign-in?next=%2Fpeople%2F\(reference)")
            _ = try await visitor.get("/no-such/\(reference)")
            _ = try await visitor.post(
                "/sign-in", [("name", "eve.example"), ("password", "hunter2hunter2"), ("code", "1")])
        }
        let lines = house.lines.all
        #expect(lines.contains { $0.contains("\"route\":\"/people/{person}\"") && $0.contains("\"status\":\"200\"") })
        for secret in [reference, "surname", "Example", "eve.example", "hunter2", "Test ANN", holder.password] {
            #expect(!lines.contains { $0.contains(secret) }, "\(secret)")
        }
        #expect(lines.allSatisfy { $0.hasPrefix("{\"at\":\"2024-03-18T") && $0.hasSuffix("}") })
    }

    @Test("Metadata that is not named in the handler is left out")
    func metadata() {
        let lines = WrittenLines()
        var handler = JSONLogHandler(label: "test", now: { 0 }, write: { lines.add($0) })
        handler[metadataKey: "status"] = "200"
        handler[metadataKey: "person"] = "Ann Example"
        Logger(label: "test") { _ in handler }.info("request", metadata: ["query": "surname=Example"])
        #expect(
            lines.all == [
                #"{"at":"1970-01-01T00:00:00Z","label":"test","level":"info","message":"request","status":"200"}"#
            ])
    }
}
