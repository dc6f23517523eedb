import Domain
import Ledger
import Store
import Testing

@testable import Casework

@Suite("The overnight list of the custody system")
struct LoadListTests {
    private static let head = "Custody No,Surname,Forename,DOB,Sex,Arrived,Offence,Alcohol,Cell"

    private func file(_ lines: String...) -> String {
        "\u{FEFF}" + ([Self.head] + lines).joined(separator: "\r\n") + "\r\n"
    }

    private var two: String {
        file(
            "31 CR/1/13,Example,Robin,01/03/1985,Male,08/05/2013 22:30,\"Theft, from a shop\",Y,4",
            "31 CR/2/13,Sample,Kim,2/4/1990,F,09/05/2013 01:15,Assault,No,5")
    }

    private func preview(_ house: CaseHouse, _ text: String, _ viewer: Viewer? = nil) async throws -> ListPreview {
        try await LoadList(house.world).preview(text, on: "t/cells", by: viewer ?? house.pat)
    }

    private func load(
        _ house: CaseHouse, _ text: String, _ choices: [Int: LineChoice] = [:]
    ) async throws -> ListResult {
        try await LoadList(house.world)(text, on: "t/cells", choices: choices, by: house.pat)
    }

    @Test("nothing is written by looking, and the look is a search in the ledger")
    func preview() async throws {
        let house = try await CaseHouse()
        let preview = try await preview(house, two)
        #expect(preview.lines.map(\.state) == [.new, .new])
        #expect(preview.lines.map(\.name) == ["Example, Robin", "Sample, Kim"])
        #expect(preview.lines.map(\.number) == [2, 3])
        #expect(preview.absent.isEmpty)
        #expect(try await house.entries().map(\.kind) == [.search])
    }

    @Test("each line becomes a person with a stay that began when they arrived")
    func load() async throws {
        let house = try await CaseHouse()
        let result = try await load(house, two)
        #expect(result.added.map(\.isNew) == [true, true])
        let board = try await OpenBoard(house.world)("t/cells", by: house.pat)
        #expect(board.rows.map { $0.cells[0].text } == ["Example, Robin", "Sample, Kim"])
        #expect(board.rows.map { $0.cells[1].text } == ["4", "5"])
        #expect(board.rows.first?.person.born == "1 March 1985")
        let events = try await house.events(of: try #require(result.added.first?.person))
        let arrived = try #require(events.first { $0.type == "t/arrival" })
        #expect(arrived.answers["offence"] == .text("Theft, from a shop"))
        #expect(arrived.answers["alcohol"] == .yesNo(true))
        #expect(arrived.occurred == .instant(Instant(milliseconds: 1_368_048_600_000)))
        #expect(try await VerifyLedger(house.world.database)(keys: []).findings.isEmpty)
    }

    @Test("loading it again adds nothing, whoever does it")
    func again() async throws {
        let house = try await CaseHouse()
        _ = try await load(house, two)
        #expect(try await preview(house, two, house.jo).lines.map(\.state) == [.already, .already])
        let again = try await LoadList(house.world)(two, on: "t/cells", choices: [2: .new, 3: .new], by: house.jo)
        #expect(again.added.isEmpty && again.alreadyThere == 2)
    }

    @Test("two who load it at once add each stay once")
    func atOnce() async throws {
        let house = try await CaseHouse()
        let (text, world) = (two, house.world)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for viewer in [house.pat, house.jo, house.pat] {
                group.addTask { _ = try await LoadList(world)(text, on: "t/cells", choices: [:], by: viewer) }
            }
            try await group.waitForAll()
        }
        #expect(try await OpenBoard(house.world)("t/cells", by: house.pat).rows.count == 2)
    }

    @Test("somebody known is likely the same, and their record is used")
    func known() async throws {
        let house = try await CaseHouse()
        let robin = try await house.arrive(occurred: .instant(house.clock.now.adding(hours: -50)))
        try await house.record("t/left", [:], of: robin, occurred: .instant(house.clock.now.adding(hours: -40)))
        let preview = try await preview(house, two)
        #expect(preview.lines.first?.state == .same(person: robin))
        #expect(preview.lines.first?.matches.first?.why.isEmpty == false)
        let result = try await load(house, two)
        #expect(result.added.first?.person == robin)
        #expect(try await house.enrolments(of: robin).count == 2)
    }

    @Test("the worker may say that it is somebody new, or leave a line out")
    func choices() async throws {
        let house = try await CaseHouse()
        let robin = try await house.arrive()
        let result = try await load(house, two, [2: .new, 3: .leaveOut])
        #expect(result.added.map(\.isNew) == [true])
        #expect(result.added.first?.person != robin)
        #expect(result.leftOut == 1)
    }

    @Test("what is wrong with a line is said with its column, and the others load")
    func problems() async throws {
        let house = try await CaseHouse()
        let text = file(
            "31 CR/1/13,Example,Robin,31/02/1985,Neither,tomorrow,,Perhaps,4", ",Sample,Kim,,,,,,",
            "31 CR/3/13,,,,,,,,", "31 CR/4/13,Good,Line,,,,,,9")
        let preview = try await preview(house, text)
        let problems = preview.lines.map { line -> [String] in
            if case .problem(let problems) = line.state { problems.map { $0.column ?? "line" } } else { [] }
        }
        #expect(problems == [["DOB", "Sex", "Arrived", "Alcohol"], ["Custody No"], ["line"], []])
        let result = try await load(house, text)
        #expect(result.failed.map(\.line) == [2, 3, 4])
        #expect(result.added.count == 1)
    }

    @Test("the same stay twice in one file counts once")
    func twiceInOneFile() async throws {
        let house = try await CaseHouse()
        let text = file("31 CR/1/13,Example,Robin,,,,,,4", "31 CR/1/13,Example,Robin,,,,,,5")
        #expect(try await preview(house, text).lines.map(\.state) == [.new, .already])
    }

    @Test("a stay recorded by hand under the same number is not made again")
    func byHand() async throws {
        let house = try await CaseHouse()
        let robin = try await house.arrive()
        try await house.record("t/left", [:], of: robin)
        house.clock.pass(minutes: 1)
        try await house.record("t/arrival", ["record": .text("31 CR/1/13")], of: robin)
        #expect(try await preview(house, file("31 CR/1/13,Example,Robin,,,,,,4")).lines.map(\.state) == [.already])
    }

    @Test("columns may stand in another order, be missing, or be more than are read")
    func headings() async throws {
        let house = try await CaseHouse()
        let text = "forename,SURNAME,Colour,custody no\nRobin,Example,red,31 CR/1/13\n"
        let preview = try await preview(house, text)
        #expect(preview.lines.map(\.name) == ["Example, Robin"])
        #expect(preview.absent == ["DOB", "Sex", "Arrived", "Offence", "Alcohol", "Cell"])
    }

    @Test("a file that cannot be used at all says why")
    func refusals() async throws {
        let house = try await CaseHouse()
        await #expect(throws: ListRefusal.empty) { try await preview(house, "") }
        await #expect(throws: ListRefusal.empty) { try await preview(house, Self.head) }
        await #expect(throws: ListRefusal.headingMissing("Custody No", found: ["Name"])) {
            try await preview(house, "Name\nRobin\n")
        }
        await #expect(throws: ListRefusal.tooWide(columns: 201, most: 200)) {
            try await preview(house, String(repeating: "a,", count: 200) + "\n1\n")
        }
        await #expect(throws: ListRefusal.tooWide(columns: 1_900_001, most: 200)) {
            try await preview(house, String(repeating: ",", count: 1_900_000) + "a\n1\n")
        }
        let long = String(repeating: "x", count: 60)
        let found = [String(repeating: "x", count: 40) + "…"] + (2...12).map { "H\($0)" } + ["and 38 more"]
        await #expect(throws: ListRefusal.headingMissing("Custody No", found: found)) {
            try await preview(house, ([long] + (2...50).map { "H\($0)" }).joined(separator: ",") + "\n1\n")
        }
        await #expect(throws: ListRefusal.unreadable(line: 2, why: "a quotation mark is opened there and never closed"))
        {
            try await preview(house, Self.head + "\n\"never closed")
        }
        await #expect(throws: Missing.self) { try await preview(house, two, house.cleo) }
    }
}
