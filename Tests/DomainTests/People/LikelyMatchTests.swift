import Testing

@testable import Domain

@Suite("Likely matches")
struct LikelyMatchTests {
    /// A made-up person: names as "Given Family", in order legal then alias; a birth date; identifiers already
    /// canonical.
    private func person(
        _ names: String..., born: String? = nil, birth: BirthDate? = nil, pnc: String? = nil, nhs: String? = nil,
        custody: String? = nil
    ) -> MatchSubject {
        let names = names.enumerated().compactMap { index, name -> PersonName? in
            let parts = name.split(separator: " ", maxSplits: 1).map(String.init)
            return PersonName(
                index == 0 ? .legal : .alias, given: parts.first ?? "", family: parts.dropFirst().first ?? "")
        }
        let identifiers = [
            pnc.map { Identifier(.pnc, canonical: $0) }, nhs.map { Identifier(.nhs, canonical: $0) },
            custody.map { Identifier(.custodyRecord, canonical: $0) },
        ]
        return MatchSubject(
            names: names, birth: birth ?? born.flatMap { Day($0) }.map(BirthDate.day),
            identifiers: Set(identifiers.compactMap(\.self)))
    }

    private struct Row {
        let what: String
        let left: MatchSubject
        let right: MatchSubject
        let level: LikelyMatch.Level?
    }

    private var table: [Row] {
        let sam = person("Sam Example", born: "1990-04-03")
        return [
            Row(
                what: "same name and birth date", left: sam, right: person("SAM EXAMPLE", born: "1990-04-03"),
                level: .exact),
            Row(
                what: "accents and punctuation", left: person("Zoë O’Test", born: "1990-04-03"),
                right: person("Zoe OTest", born: "1990-04-03"), level: .exact),
            Row(
                what: "same PNC and given name", left: person("Sam Example", pnc: "P"),
                right: person("Sam Other", pnc: "P"),
                level: .likely),
            Row(
                what: "same PNC, nothing else known", left: person("Sam Example", pnc: "P"),
                right: person("", pnc: "P"),
                level: .exact),
            Row(
                what: "same PNC, another birth date", left: person("Sam Example", born: "1990-04-03", pnc: "P"),
                right: person("Sam Example", born: "1975-11-20", pnc: "P"), level: .likely),
            Row(
                what: "same PNC, all else against it", left: person("Sam Example", born: "1990-04-03", pnc: "P"),
                right: person("Joanna Fiction", born: "1975-11-20", pnc: "P"), level: .possible),
            Row(
                what: "family name sounds alike", left: sam, right: person("Sam Eksampel", born: "1990-04-03"),
                level: .likely),
            Row(
                what: "day and month swapped", left: sam, right: person("Sam Example", born: "1990-03-04"),
                level: .likely),
            Row(what: "one digit wrong", left: sam, right: person("Sam Example", born: "1991-04-03"), level: .likely),
            Row(what: "names swapped", left: sam, right: person("Example Sam", born: "1990-04-03"), level: .likely),
            Row(what: "an initial", left: sam, right: person("S Example", born: "1990-04-03"), level: .likely),
            Row(
                what: "about the right age", left: sam,
                right: person("Sam Example", birth: .aged(years: 25, on: Day(number: 15_835))), level: .likely),
            Row(
                what: "about the wrong age", left: sam,
                right: person("Sam Example", birth: .aged(years: 45, on: Day(number: 15_835))), level: nil),
            Row(what: "name alone", left: sam, right: person("Sam Example"), level: .possible),
            Row(
                what: "another family name, as after marriage", left: sam,
                right: person("Sam Fiction", born: "1990-04-03"),
                level: .possible),
            Row(what: "twins", left: sam, right: person("Joanna Example", born: "1990-04-03"), level: .possible),
            Row(
                what: "same custody record and given name", left: person("Sam Example", custody: "31 1"),
                right: person("Sam", custody: "31 1"), level: .likely),
            Row(
                what: "alias", left: person("Sam Example", "Alex Invented", born: "1990-04-03"),
                right: person("Alex Invented", born: "1990-04-03"), level: .exact),
            Row(
                what: "different NHS numbers", left: person("Sam Example", born: "1990-04-03", nhs: "1"),
                right: person("Sam Example", born: "1990-04-03", nhs: "2"), level: .possible),
            Row(
                what: "parent and child of one name", left: sam, right: person("Sam Example", born: "1962-11-20"),
                level: nil),
            Row(
                what: "birth date alone", left: sam, right: person("Joanna Fiction", born: "1990-04-03"), level: nil),
            Row(what: "strangers", left: sam, right: person("Joanna Fiction", born: "1975-11-20"), level: nil),
            Row(what: "nothing known", left: person(""), right: person(""), level: nil),
            Row(what: "given name alone", left: person("Sam"), right: person("Sam Example"), level: nil),
        ]
    }

    @Test("Pairs are told apart: exact, likely, possible, or none; and alike from either side")
    func labelled() {
        for row in table {
            let match = likelyMatch(between: row.left, and: row.right)
            #expect(match?.level == row.level, "\(row.what): \(match?.score ?? 0), \(match?.text ?? "none")")
            #expect(likelyMatch(between: row.right, and: row.left) == match, "\(row.what)")
        }
    }

    @Test("The reasons are said in words, strongest first, doubts last")
    func texts() throws {
        let sam = person("Sam Example", born: "1990-04-03", pnc: "P")
        let sounds = try #require(likelyMatch(between: sam, and: person("Sam Eksampel", born: "1990-04-03", pnc: "P")))
        #expect(sounds.text == "Same PNC number; same date of birth; same given name; family name sounds alike")
        #expect(sounds.score == 100 + 40 + 25 + 20)
        let twin = try #require(likelyMatch(between: sam, and: person("Joanna Example", born: "1990-04-03")))
        #expect(twin.text == "Same date of birth; same family name; but different given name")
        let alias = try #require(
            likelyMatch(between: sam, and: person("Alex Invented", "Sam Example", born: "1990-04-03")))
        #expect(
            alias.text == "Same date of birth; same family name; same given name; under an alias or former name")
    }

    @Test("What a person is known as counts as a given name")
    func knownAs() throws {
        let known = try #require(PersonName(given: "Samuel", family: "Example", knownAs: "Sparky"))
        let heard = try #require(PersonName(given: "Sparky", family: "Example"))
        let match = likelyMatch(between: MatchSubject(names: [known]), and: MatchSubject(names: [heard]))
        #expect(match?.evidence == [.familyName(.same), .givenName(.same)])
    }

    @Test("No name reaches likely by itself, and any strong number alone is exact")
    func bounds() {
        let names = MatchEvidence.familyName(.same).weight + MatchEvidence.givenName(.same).weight
        #expect(names < 60)
        for kind in [IdentifierKind.pnc, .cro, .prisonNumber, .crn, .nhs] {
            let subject = MatchSubject(names: [], identifiers: [Identifier(kind, canonical: "1")])
            #expect(likelyMatch(between: subject, and: subject)?.level == .exact)
        }
    }

    @Test("Random records compare the same from either side")
    func symmetric() {
        let seed: UInt64 = 1990
        var random = SeededRandom(seed: seed)
        let given = ["Sam", "Samuel", "S", "Joanna", "Jo", "Zoë", ""]
        let family = ["Example", "Exampel", "Fiction", "Sam", "Invented", ""]
        func subject() -> MatchSubject {
            let names = (0..<Int.random(in: 0...3, using: &random)).compactMap { _ in
                PersonName(
                    PersonName.Kind.allCases.randomElement(using: &random) ?? .legal,
                    given: given.randomElement(using: &random) ?? "",
                    family: family.randomElement(using: &random) ?? "",
                    knownAs: given.randomElement(using: &random))
            }
            let day = Day(number: Int.random(in: 7000...7800, using: &random))
            let births: [BirthDate?] = [.day(day), .year(day.year), .aged(years: 20, on: day.adding(years: 20)), nil]
            return MatchSubject(names: names, birth: births.randomElement(using: &random) ?? nil)
        }
        for _ in 0..<3000 {
            let (a, b) = (subject(), subject())
            let (there, back) = (likelyMatch(between: a, and: b), likelyMatch(between: b, and: a))
            #expect(there == back, "\(a) \(b), seed \(seed)")
        }
    }
}
