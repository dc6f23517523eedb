@testable import Casework
import Domain
import Ledger
import Store
import Testing

@Suite("Searching for people")
struct SearchPeopleTests {
    private func names(_ trent: Trent, _ query: PeopleQuery, by worker: TrentWorker = .drugs) async throws -> [String] {
        try await SearchPeople(trent.world)(query, by: worker.viewer).matches.map(\.person.listed)
    }

    @Test("finds by the beginning of a name, by its sound, by birth, by number and by reference")
    func ways() async throws {
        let trent = try await Trent()
        let subject = try await trent.person("Smith-Example", "Zoë", more: ["pnc": .text("2001/0000123Y")])
        _ = try await trent.person("Smyth", "Alan", born: "1970-01-31")
        let zoe = "Smith-Example, Zoë"
        #expect(try await names(trent, PeopleQuery(family: "smith")) == [zoe, "Smyth, Alan"])
        #expect(try await names(trent, PeopleQuery(family: "SMITH", given: "zo")) == [zoe])
        #expect(try await names(trent, PeopleQuery(given: "zoe")) == [zoe])
        #expect(try await names(trent, PeopleQuery(born: Day("1985-05-02"))) == [zoe])
        #expect(try await names(trent, PeopleQuery(numbers: ["01/123y"])) == [zoe])
        let reference = try #require(Reference(subject))
        #expect(try await names(trent, PeopleQuery(numbers: [reference.text.lowercased()])) == [zoe])
        #expect(try await names(trent, PeopleQuery(family: "Nobody")) == [])
        #expect(try await names(trent, PeopleQuery()) == [])
    }

    @Test("shows who has the same whole name and another birth date, where nobody else fits")
    func otherBirth() async throws {
        let trent = try await Trent()
        _ = try await trent.person("Example", "Robin", born: "1961-11-30")
        _ = try await trent.person("Example", "Robina", born: "1961-11-30")
        let query = PeopleQuery(family: "example", given: "ROBIN", born: Day("1985-05-02"))
        let found = try await SearchPeople(trent.world)(query, by: TrentWorker.drugs.viewer)
        #expect(found.matches.map(\.person.listed) == ["Example, Robin"])
        #expect(found.matches.map(\.hasOtherBirth) == [true])
        #expect(found.likely.isEmpty)
    }

    @Test("puts who is most alike first and says why, and leaves out who only shares a name")
    func likeness() async throws {
        let trent = try await Trent()
        _ = try await trent.person("Example", "Robin", born: "1985-05-02")
        _ = try await trent.person("Example", "Robin", born: "1985-02-05")
        _ = try await trent.person("Example", "Robyn", born: "1985-05-02")
        _ = try await trent.person("Robin", "Example", born: "1985-05-02")
        _ = try await trent.person("Example", "Robin", born: "1961-11-30")
        let query = PeopleQuery(family: "Example", given: "Robin", born: Day("1985-05-02"))
        let found = try await SearchPeople(trent.world)(query, by: TrentWorker.drugs.viewer).matches
        #expect(found.map(\.person.born) == ["2 May 1985", "2 May 1985", "5 February 1985", "2 May 1985"])
        #expect(found[0].likeness?.level == .exact)
        #expect(found[0].likeness?.text == "Same date of birth; same family name; same given name")
        #expect(found[1].likeness?.text == "Same date of birth; same family name; given name sounds alike")
        #expect(
            found[2].likeness?.text
                == "Same family name; same given name; date of birth with day and month the other way round")
        #expect(found[3].likeness?.text == "Same date of birth; given and family name the other way round")
    }

    @Test("finds by an alias and says that it is one")
    func alias() async throws {
        let trent = try await Trent()
        _ = try await trent.person("Example", "Robin", more: ["alias": .text("Bobby Sample; Rob Test")])
        let query = PeopleQuery(family: "Sample", given: "Bobby", born: Day("1985-05-02"))
        let found = try await SearchPeople(trent.world)(query, by: TrentWorker.drugs.viewer).matches
        #expect(found.map(\.person.listed) == ["Example, Robin"])
        #expect(found.first?.likeness?.text.hasSuffix("under an alias or former name") == true)
    }

    @Test("does not hint at somebody out of view, not even by counting")
    func unseen() async throws {
        let trent = try await Trent()
        for _ in 0..<(SearchPeople.limit + 5) { _ = try await trent.person("Example", "Robin") }
        let query = PeopleQuery(family: "Example", given: "Robin", born: Day("1985-05-02"))
        let seen = try await SearchPeople(trent.world)(query, by: TrentWorker.drugs.viewer)
        #expect(seen.matches.count == SearchPeople.limit)
        #expect(seen.hasMore)
        for worker in [TrentWorker.housing, .officer, .administrator] {
            let unseen = try await SearchPeople(trent.world)(query, by: worker.viewer)
            #expect(unseen.matches.isEmpty)
            #expect(!unseen.hasMore)
        }
    }

    @Test("leaves one entry that names everyone shown and holds none of the words")
    func ledger() async throws {
        let trent = try await Trent()
        let subject = try await trent.person("Example", "Robin")
        let query = PeopleQuery(family: "Example", given: "Robin")
        let kept = try await trent.entries { _ = try await names(trent, query) }
        #expect(kept.map(\.kind) == [.search])
        #expect(kept.first?.content?["shown"] == .array([.string(subject)]))
        #expect(kept.first?.content?["by"] == ["family", "given"])
        let none = try await trent.entries { _ = try await names(trent, query, by: .officer) }
        #expect(none.map(\.kind) == [.search])
        #expect(none.map(\.outcome) == ["nothing"])
    }

    @Test("never finds somebody whose page says that there is nobody", arguments: [3, 4, 5] as [UInt64])
    func agreesWithPage(seed: UInt64) async throws {
        let trent = try await Trent(seed: seed)
        var draws = TrentDraws(seed: seed)
        let (families, given) = (["Example", "Exampel", "Sample", "Test"], ["Robin", "Robyn", "Alex", "Sam"])
        var subjects: [String] = []
        for _ in 0..<24 {
            let worker = [TrentWorker.drugs, .officer].randomElement(using: &draws) ?? .drugs
            let subject = try await trent.person(
                families.randomElement(using: &draws) ?? "", given.randomElement(using: &draws) ?? "",
                born: Bool.random(using: &draws) ? "1985-05-02" : nil,
                more: Bool.random(using: &draws) ? ["alias": .text("Kim Sample")] : [:], by: worker)
            subjects.append(subject)
            if worker == .drugs, Bool.random(using: &draws) {
                try await trent.record(
                    "referral",
                    [
                        "to-agency": .reference("housing-aid"), "service": .choice(try trent.code("referral-services")),
                        "agreed": .yesNo(true),
                    ], of: subject)
            }
            if Int.random(in: 0..<6, using: &draws) == 0 {
                let barred = Bool.random(using: &draws)
                try await trent.write(subject: subject) { facts, now in
                    if barred { facts.bars = [("drugs", now), ("housing", now)] } else { facts.isSealed = true }
                }
            }
        }
        var found = 0
        for worker in TrentWorker.allCases {
            for query in queries(families, given, subjects) {
                for match in try await SearchPeople(trent.world)(query, by: worker.viewer).matches {
                    found += 1
                    await #expect(throws: Never.self, "seed \(seed): \(worker) found somebody and has no page of them")
                    {
                        try await OpenPerson(trent.world)(match.person.subject, by: worker.viewer)
                    }
                }
            }
        }
        #expect(found > 50, "seed \(seed): the test must find people")
    }

    private func queries(_ families: [String], _ given: [String], _ subjects: [String]) -> [PeopleQuery] {
        families.map { PeopleQuery(family: $0) } + given.map { PeopleQuery(given: $0) }
            + [PeopleQuery(born: Day("1985-05-02")), PeopleQuery(family: "Sample", given: "Kim")]
            + [PeopleQuery(family: "Example", given: "Robin", born: Day("1985-05-02"))]
            + subjects.map { PeopleQuery(numbers: [$0]) }
    }
}
