import Casework
import Domain
import HTTPTypes
import Store
import Testing

@testable import Web

@Suite struct AccountTests {
    private func session(_ house: House, _ holder: KeyHolder) async throws -> LiveSession {
        let opened = try await SignIn(house.door)(
            SignInAttempt(
                name: holder.signInName, password: holder.password, code: house.code(of: holder), source: "192.0.2.1"))
        return try #require(try await ResumeSession(house.door)(opened.session))
    }

    @Test("The second factor is fresh for ten minutes after sign-in, and again after a step up")
    func stepUp() async throws {
        let house = try await House()
        let holder = try await house.add("ann")
        let opened = try await SignIn(house.door)(
            SignInAttempt(name: "ann", password: holder.password, code: house.code(of: holder), source: "192.0.2.1"))
        let resume = { try #require(try await ResumeSession(house.door)(opened.session)) }
        #expect(try await resume().isSecondFactorFresh)
        house.clock.advance(minutes: 10)
        let stale = try await resume()
        #expect(!stale.isSecondFactorFresh)
        let source = "192.0.2.1"
        await #expect(throws: SignInRefusal.wrong) {
            try await StepUp(house.door)(code: "000000", in: stale, device: opened.device, source: source)
        }
        let code = house.code(of: holder)
        try await StepUp(house.door)(code: code, in: stale, device: opened.device, source: source)
        #expect(try await resume().isSecondFactorFresh)
        await #expect(throws: SignInRefusal.wrong, "a code works once") {
            try await StepUp(house.door)(code: code, in: stale, device: opened.device, source: source)
        }
        #expect(try await house.outcomes() == ["signed-in", "wrong-code", "stepped-up", "wrong-code"])
    }

    @Test("Codes are guesses too: after five wrong ones on a known device the next must wait")
    func stepUpWaits() async throws {
        let house = try await House()
        let live = try await session(house, try await house.add("ann"))
        for _ in 0..<4 {
            await #expect(throws: SignInRefusal.wrong) {
                try await StepUp(house.door)(code: "000000", in: live, device: nil, source: "192.0.2.1")
            }
        }
        await #expect(throws: SignInRefusal.wrong) {
            try await StepUp(house.door)(code: "000000", in: live, device: nil, source: "192.0.2.1")
        }
        await #expect(throws: SignInRefusal.wait(until: house.clock.now.adding(seconds: 1))) {
            try await StepUp(house.door)(code: "000000", in: live, device: nil, source: "192.0.2.1")
        }
    }

    @Test("A worker is added once, with a name that can be typed, for agencies that exist")
    func adding() async throws {
        let house = try await House()
        _ = try await house.add("ann")
        let add = { (new: AddWorker.NewWorker) in try await AddWorker(house.door)(new, by: .system("command")) }
        await #expect(throws: AddWorkerRefusal.taken) { try await add(.init(signInName: "ANN", name: "Other")) }
        await #expect(throws: AddWorkerRefusal.notASignInName) { try await add(.init(signInName: "a b", name: "X")) }
        await #expect(throws: AddWorkerRefusal.notASignInName) { try await add(.init(signInName: "é", name: "X")) }
        await #expect(throws: AddWorkerRefusal.nameMissing) { try await add(.init(signInName: "ben", name: " ")) }
        await #expect(throws: AddWorkerRefusal.noSuchAgency("navy")) {
            try await add(
                .init(signInName: "ben", name: "Ben", roles: [WorkerRole(worker: "", agency: "navy", role: "x")]))
        }
        let names = try await house.world.database.read { try AgencyRows.workers(on: $0).map(\.signInName) }
        #expect(names == ["ann"])
    }

    @Test("A code is given out only in a demonstration, and is one that works")
    func demonstration() async throws {
        let house = try await House()
        let holder = try await house.add("ann")
        await #expect(throws: NotADemonstration.self) { try await CurrentCode(house.door)("ann") }
        try await house.world.database.write { try AgencyRows.set("demo", "yes", on: $0) }
        await #expect(throws: Missing.self) { try await CurrentCode(house.door)("nobody") }
        for _ in 0..<2 {
            // Two in a row: the second is of the next step, which the clock's slack accepts at once.
            let code = try await CurrentCode(house.door)("Ann")
            #expect(code.from <= house.clock.now)
            _ = try await SignIn(house.door)(
                SignInAttempt(name: "ann", password: holder.password, code: code.digits, source: "192.0.2.1"))
        }
        try await house.visit { (visitor) async throws in
            #expect(try await visitor.get("/sign-in").text.contains("This is a demonstration"))
            #expect(try await visitor.get("/privacy").text.contains("is made up"))
        }
    }

    @Test("The public pages say real things, and link to each other")
    func publicPages() async throws {
        try await House().visit { (visitor) async throws in
            for path in ["/help", "/accessibility", "/privacy", "/sign-in"] {
                let page = try await visitor.get(path)
                #expect(page.status == .ok)
                for link in ["/help", "/accessibility", "/privacy"] {
                    #expect(page.text.contains("href=\"\(link)\""), "\(path) to \(link)")
                }
                #expect(page.text.contains("Trentshire partnership"))
            }
        }
    }
}
