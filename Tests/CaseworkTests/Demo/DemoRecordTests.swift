import Domain
import Ledger
import Store
import Testing

@testable import Casework

/// The demonstration as it stands in a database, as somebody who signs in meets it.
struct DemoRecordTests {
    /// The people whom the plan asks for by number, and a few more: enough for every board.
    private static var smaller: DemoPlan {
        var plan = DemoStage.shipped.plan
        plan.people.count = 380
        plan.countedSets = []
        return plan
    }

    @Test(
        "At any time of the day nobody's first board is empty, and the cells hold every stage of a stay",
        arguments: [3 * 60, 8 * 60 + 30, 14 * 60, 23 * 60])
    func boards(minutes: Int) async throws {
        let now = London.startOfDay(London.day(of: DemoStage.wednesday)).adding(minutes: minutes)
        let demo = try await DemoDatabase(Self.smaller, now: now)
        #expect(demo.filled.problems == [])
        var opened = 0
        for role in demo.world.definitions.roles {
            let viewer = try #require(demo.viewer(role.id), "nobody is a \(role.id)")
            let boards = OpenBoard(demo.world)
            for board in boards.boards(for: viewer) where board.opensFor.contains(role.id) {
                let view = try await boards(board.id, by: viewer)
                #expect(!view.rows.isEmpty, "\(role.id) \(board.id) at \(London.time(of: now))")
                #expect(
                    view.rows.prefix(3).allSatisfy { Reference($0.person.listed) == nil }, "\(board.id) has no names")
                opened += 1
            }
        }
        #expect(opened >= 10)
        try await cells(demo)
        try await demo.close()
    }

    private func cells(_ demo: DemoDatabase) async throws {
        let viewer = try #require(demo.viewer("drugs-worker"))
        let cells = try await OpenBoard(demo.world)("nottingham/cells", by: viewer)
        #expect((14...24).contains(cells.rows.count))
        let words = cells.rows.flatMap(\.cells).map(\.text)
        for stage in ["In custody", "To be tested", "Inspector to be asked", "Not to be tested", "Sample taken"] {
            #expect(words.contains(stage), "\(stage)")
        }
        for flag in [
            "Positive in the night, not yet assessed", "Signs of withdrawal", "Alcohol", "Asked for a drugs worker",
        ] {
            #expect(words.contains { $0.contains(flag) }, "\(flag)")
        }
    }

    @Test("The older sets number what the table prints, month by month, and none of them is on a board today")
    func olderSets() async throws {
        var plan = DemoStage.shipped.plan
        plan.people.count = 0
        plan.stories = plan.stories.filter { $0.share == .named }
        let demo = try await DemoDatabase(plan)
        let definitions = demo.world.definitions
        let history = DemoHistory(plan, definitions: definitions, seed: 1, now: DemoStage.wednesday)
        var tests: [String: Int] = [:]
        var positives: [String: Int] = [:]
        for subject in history.subjects.map(\.id) {
            let log = try await demo.world.database.read {
                try LogReading.log(of: subject, definitions: definitions, on: $0)
            }
            let fold = SubjectFold(
                try #require(log).events, subject: subject, definitions: definitions, asOf: DemoStage.wednesday)
            #expect(fold.standing(asOf: DemoStage.wednesday).enrolments.allSatisfy { !$0.isOpen }, "\(subject)")
            for event in log?.events ?? [] where event.type == "core/drug-test" {
                guard event.answers["status"] == .choice("completed") else { continue }
                let month = String(event.occurred.day.iso.prefix(7))
                tests[month, default: 0] += 1
                if event.answers["found"] != .choices(["none"]) { positives[month, default: 0] += 1 }
            }
        }
        #expect(
            tests == [
                "2012-04": 418, "2012-05": 524, "2012-06": 454, "2012-07": 453, "2012-08": 392,
                "2013-04": 236, "2013-05": 217, "2013-06": 204, "2013-07": 187, "2013-08": 168,
            ])
        #expect(
            positives == [
                "2012-04": 116, "2012-05": 91, "2012-06": 107, "2012-07": 97, "2012-08": 89,
                "2013-04": 60, "2013-05": 72, "2013-06": 75, "2013-07": 82, "2013-08": 77,
            ])
        #expect(tests.values.reduce(0, +) == 2_241 + 1_012)
        #expect(positives.values.reduce(0, +) == 500 + 366)
        // About one person to 1.6 tests.
        #expect((1_900...2_200).contains(history.subjects.count))
        let manager = try #require(demo.viewer("drugs-team-manager"))
        for board in OpenBoard(demo.world).boards(for: manager) {
            #expect(try await OpenBoard(demo.world)(board.id, by: manager).rows.isEmpty, "\(board.id)")
        }
        try await demo.close()
    }

    @Test("What was written at once is what writing one after another would have left")
    func asWritten() async throws {
        var plan = DemoStage.shipped.plan
        plan.people.count = 0
        plan.countedSets = []
        plan.stories = plan.stories.filter { ["police-not-told", "recorded-on-the-wrong-person"].contains($0.id) }
        let demo = try await DemoDatabase(plan)
        let (world, now) = (demo.world, DemoStage.wednesday)
        let history = DemoHistory(plan, definitions: world.definitions, seed: 1, now: now)
        #expect(history.subjects.count == 8)
        let rota = world.rules.current.directory.rota
        for subject in history.subjects.map(\.id) {
            let log = try await world.database.read {
                try LogReading.log(of: subject, definitions: world.definitions, on: $0)
            }
            // Read back and folded from the start, it stands as it was derived.
            let fold = SubjectFold(
                try #require(log).events, subject: subject, definitions: world.definitions, asOf: now)
            let draft = try #require(history.subjects.first { $0.id == subject })
            let written = PreparedSubject(draft, now: now, world: world)
            #expect(fold.standing(asOf: now, rota: rota) == written.derivation.standing)
        }
        let keys = try await CheckpointKeys(world)
        let verdict = try await VerifyLedger(world.database)(keys: keys.all)
        #expect(verdict.findings.isEmpty)
        try await demo.close()
    }

    @Test("A worker who is made can sign in with the password printed and the code of the moment")
    func signsIn() async throws {
        var plan = Self.smaller
        plan.people.count = 0
        plan.stories = []
        let demo = try await DemoDatabase(plan)
        let issued = try #require(demo.filled.workers.first?.issued)
        let code = try await CurrentCode(demo.door)(issued.signInName)
        let opened = try await SignIn(demo.door)(
            SignInAttempt(
                name: issued.signInName, password: issued.password, code: code.digits, device: nil, source: "127.0.0.1",
                replacing: nil))
        #expect(!opened.session.isEmpty && !opened.mustChooseRole)
        #expect(try await Demonstration.isHeld(by: demo.world.database))
        try await Demonstration.keep(ahead: -5_000, in: demo.world.database)
        #expect(try await Demonstration.ahead(in: demo.world.database) == -5_000)
        try await demo.close()
    }
}
