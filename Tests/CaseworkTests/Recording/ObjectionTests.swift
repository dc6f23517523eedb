import Domain
import Store
import Testing

@testable import Casework

@Suite("What a scheme has against a record")
struct ObjectionTests {
    private static let arrival: [String: Answer] = [
        "offence": .text("Theft from a shop"), "offence-code": .text("TH68010"), "suite": .reference("suite"),
    ]

    private func refusal(
        _ trent: Trent, _ type: String, _ answers: [String: Answer], of subject: String, read: Set<String>? = [],
        by worker: TrentWorker
    ) async throws -> RecordRefusal? {
        var request = RecordRequest(subject: subject, type: type, answers: answers)
        request.warningsRead = read
        do {
            _ = try await RecordEvent(trent.world)(request, by: worker.viewer)
            return nil
        } catch let refusal as RecordRefusal {
            return refusal
        }
    }

    @Test("a stop refuses the record at its question, and nothing makes it pass")
    func stop() async throws {
        let trent = try await Trent()
        let subject = try await trent.person("Example", "Robin")
        let answers: [String: Answer] = [
            "recipient": .reference("rat"), "categories": .choices(["required-assessment"]),
            "purposes": .choices(["treatment"]), "wording": .choice("required-assessment-1-en"),
            "how": .choice("spoken"),
        ]
        for read in [[], ["not-in-writing"], nil] as [Set<String>?] {
            let found = try await refusal(
                trent, "core/required-assessment-consent", answers, of: subject, read: read, by: .drugs)
            guard case .problems(let problems)? = found else {
                Issue.record("\(String(describing: found))")
                continue
            }
            #expect(problems.map(\.field) == ["how"])
            #expect(problems.first?.message.contains("only with consent in writing") == true)
        }
    }

    @Test("a warning is read first, and the record is made once it was")
    func warning() async throws {
        let trent = try await Trent()
        let subject = try await trent.person("Example", "Robin", by: .officer)
        #expect(try await refusal(trent, "core/detention", Self.arrival, of: subject, by: .officer) == nil)
        let again = try await refusal(trent, "core/detention", Self.arrival, of: subject, by: .officer)
        guard case .warnings(let warnings)? = again else {
            Issue.record("\(String(describing: again))")
            return
        }
        #expect(warnings.map(\.id) == ["already-in-custody"])
        let read = Set(warnings.map(\.id))
        #expect(try await refusal(trent, "core/detention", Self.arrival, of: subject, read: read, by: .officer) == nil)
    }

    @Test("an unfinished decision is not recorded")
    func unfinished() async throws {
        let trent = try await Trent()
        let subject = try await trent.person("Example", "Robin", by: .officer)
        let found = try await refusal(
            trent, "nottingham/test-decision", ["offence-code": .text("TH68010")], of: subject, by: .officer)
        guard case .problems(let problems)? = found else {
            Issue.record("\(String(describing: found))")
            return
        }
        #expect(problems.first?.message.hasPrefix("Nothing is decided yet.") == true)
    }

    @Test("a code is kept in the spelling of its list, however it was typed")
    func spelling() async throws {
        let trent = try await Trent()
        let subject = try await trent.person("Example", "Robin", by: .officer)
        var answers = Self.arrival
        answers["offence-code"] = .text(" th68010 ")
        #expect(try await refusal(trent, "core/detention", answers, of: subject, by: .officer) == nil)
        let log = try await trent.world.database.read { [world = trent.world] connection in
            try LogReading.log(of: subject, definitions: world.definitions, on: connection)
        }
        let arrival = try #require(log?.events.first { $0.type == "core/detention" })
        #expect(arrival.answers["offence-code"] == .text("TH68010"))
    }

    @Test("an arrival says for what and where")
    func arrivalNeeds() async throws {
        let trent = try await Trent()
        let subject = try await trent.person("Example", "Robin", by: .officer)
        let found = try await refusal(trent, "core/detention", [:], of: subject, by: .officer)
        guard case .problems(let problems)? = found else {
            Issue.record("\(String(describing: found))")
            return
        }
        #expect(Set(problems.map(\.field)) == ["offence", "suite"])
    }

    @Test("an answer that excludes the others stands alone", arguments: [["none", "cocaine"], ["cocaine", "none"]])
    func alone(_ ticked: [String]) {
        let options = [
            Option(code: "none", title: "Nothing found", excludesOthers: true),
            Option(code: "cocaine", title: "Cocaine"),
        ]
        let field = Field(id: "found", question: "?", kind: .choices(.own(options)), category: "tests")
        let day = Day(number: 20_000)
        let (answer, problem) = field.read(TypedField(ticked), options: options, today: day)
        #expect(answer == nil && problem?.message.contains("“Nothing found” alone") == true)
        #expect(field.misfit(.choices(ticked), options: options) != nil)
        #expect(field.read(TypedField(["none"]), options: options, today: day).answer == .choices(["none"]))
    }

    @Test("a title from the list stands for its code, and what is in no list is kept in capitals")
    func titles() {
        var field = Field(id: "code", question: "?", kind: .text(lines: 1, limit: 12), category: "custody")
        field.codeLists = ["core/offences"]
        let options = [Option(code: "TH68010", title: "Theft from a shop")]
        let day = Day(number: 20_000)
        let read = { (text: String) in field.read(TypedField([text]), options: options, today: day).answer }
        #expect(read("theft from a SHOP ") == .text("TH68010"))
        #expect(read("th68010") == .text("TH68010"))
        #expect(read("theft") == .text("THEFT"))
    }

    @Test(
        "a phone number has digits",
        arguments: [("banana", false), ("0115 496 0123", true), ("+44 (0)115 496 0123 ext 4", true), ("12", false)])
    func phones(_ text: String, _ isNumber: Bool) {
        let field = Field(
            id: "phone", question: "?", kind: .text(lines: 1, limit: 60), category: "contact", fact: .phone)
        #expect((field.read(TypedField([text]), options: [], today: Day(number: 20_000)).problem == nil) == isNumber)
    }
}
