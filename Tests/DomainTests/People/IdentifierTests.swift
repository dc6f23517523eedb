import Testing

@testable import Domain

@Suite("Identifiers")
struct IdentifierTests {
    private let today: Day

    init() throws {
        today = try #require(Day("2013-05-10"))
    }

    private func value(_ kind: IdentifierKind, _ text: String) throws -> String {
        try kind.check(text, today: today).get().value
    }

    private func problem(_ kind: IdentifierKind, _ text: String) -> IdentifierProblem? {
        if case .failure(let problem) = kind.check(text, today: today) { problem } else { nil }
    }

    @Test(
        "Good numbers become their canonical form",
        arguments: [
            (.pnc, "79/163001B", "1979/0163001B"), (.pnc, "02/73319Z", "2002/0073319Z"),
            (.pnc, "81/34U", "1981/0000034U"),
            (.pnc, "00/223R", "2000/0000223R"), (.pnc, "67/9893091D", "1967/9893091D"),
            (.pnc, " 1979/163001b ", "1979/0163001B"), (.pnc, "79163001B", "1979/0163001B"),
            (.pnc, "19790163001B", "1979/0163001B"), (.pnc, "8134U", "1981/0000034U"),
            (.pnc, "1981/0000034U", "1981/0000034U"), (.pnc, "79 / 163001 B", "1979/0163001B"),
            (.cro, "065656/91H", "065656/91H"), (.cro, "65656/91h", "065656/91H"), (.cro, "06565691H", "065656/91H"),
            (.cro, "SF05/482703J", "SF05/482703J"), (.cro, "SF83/50058Z", "SF83/50058Z"),
            (.cro, "sf83/050058z", "SF83/50058Z"), (.cro, "SF8350058Z", "SF83/50058Z"),
            (.arrestSummons, "1101ZD0100000448754K", "1101ZD0100000448754K"),
            (.arrestSummons, "11 01 ZD 01 00000448754 K", "1101ZD0100000448754K"),
            (.arrestSummons, "11/01zd/01/448754k", "1101ZD0100000448754K"),
            (.arrestSummons, "11A01ZD0100000448754K", "11A01ZD0100000448754K"),
            (.prisonNumber, "A1234BC", "A1234BC"), (.prisonNumber, "a1234bc", "A1234BC"),
            (.crn, "X123456", "X123456"), (.crn, "x 123456", "X123456"),
            (.nhs, "9434765919", "9434765919"), (.nhs, "943 476 5919", "9434765919"),
            (.nhs, "943\u{A0}476\u{A0}5919", "9434765919"), (.nhs, "943-476-5919", "9434765919"),
            (.custodyRecord, "31 CR/000123/13", "31 CR/000123/13"),
            (.custodyRecord, "31/cr/000123/13", "31 CR/000123/13"),
            (.custodyRecord, " 31  -  123 ", "31 123"),
        ] as [(IdentifierKind, String, String)])
    func good(_ kind: IdentifierKind, _ text: String, _ canonical: String) throws {
        #expect(try value(kind, text) == canonical)
        #expect(try value(kind, canonical) == canonical)
    }

    @Test(
        "A number whose check does not fit is refused",
        arguments: [
            (.pnc, "2001/0171310S"), (.pnc, "20120052494O"), (.pnc, "79/163002B"), (.pnc, "79/163001C"),
            (.cro, "065656/91J"), (.cro, "065657/91H"), (.cro, "SF05/482703K"), (.cro, "SF05/482713J"),
            (.arrestSummons, "1101ZD0100000448754J"), (.arrestSummons, "1201ZD0100000448754K"),
            (.arrestSummons, "1102ZD0100000448754K"), (.arrestSummons, "1101ZD0200000448754K"),
            (.nhs, "9434765918"), (.nhs, "9434765909"), (.nhs, "9990000000"),
        ] as [(IdentifierKind, String)])
    func bad(_ kind: IdentifierKind, _ text: String) {
        #expect(problem(kind, text) == .checkCharacter(kind))
    }

    @Test(
        "A number of another shape is refused",
        arguments: [
            (.pnc, "12B"), (.pnc, "79/163001"), (.pnc, "79/12345678B"), (.pnc, "79/B"), (.pnc, "002/73319Z"),
            (.pnc, "1/2/3Z"), (.pnc, "1879/0163001B"), (.pnc, "７９/163001B"), (.pnc, "Z"), (.pnc, "79-163001B"),
            (.cro, "0656567/91H"), (.cro, "65656/1991H"), (.cro, "/91H"), (.cro, "SF05/J"), (.cro, "SF/482703J"),
            (.cro, "SF05/0J"), (.cro, "065656/91"), (.arrestSummons, "1101ZD010000448754K"),
            (.arrestSummons, "11/01ZD/448754K"), (.arrestSummons, "1101ZD01000004487541"),
            (.arrestSummons, "1101Z!0100000448754K"), (.prisonNumber, "1234ABC"), (.prisonNumber, "A12345C"),
            (.prisonNumber, "AB1234C"), (.crn, "123456X"), (.crn, "X12345"), (.crn, "X1234567"), (.crn, "É123456"),
            (.nhs, "943476591"), (.nhs, "94347659190"), (.nhs, "943476591A"), (.custodyRecord, "CR/000123/13"),
            (.custodyRecord, "31"), (.custodyRecord, "31 "), (.custodyRecord, "31 CR"), (.custodyRecord, "31CR123"),
            (.custodyRecord, "31 <123>"), (.custodyRecord, "31 0123456789012345678901234567890"),
        ] as [(IdentifierKind, String)])
    func shape(_ kind: IdentifierKind, _ text: String) {
        #expect(problem(kind, text) == .form(kind))
    }

    @Test("A two-digit year is the latest that is not after today")
    func years() throws {
        func year(_ text: String, on day: String) throws -> String {
            let day = try #require(Day(day))
            return String(try IdentifierKind.pnc.check(text, today: day).get().value.prefix(4))
        }
        #expect(try year("02/73319Z", on: "2002-01-01") == "2002")
        #expect(try year("02/73319Z", on: "2001-12-31") == "1902")
        #expect(try year("79/163001B", on: "2078-12-31") == "1979")
        #expect(try year("79/163001B", on: "2079-01-01") == "2079")
    }

    @Test("A four-digit year after today's is refused, by name")
    func future() {
        #expect(problem(.pnc, "2014/0000001A") == .checkCharacter(.pnc))
        #expect(problem(.pnc, "2079/0163001B") == .yearAfterToday(.pnc, year: 2079))
    }

    @Test("Without a slash, a number that fits both readings asks for one")
    func unclear() throws {
        let letters = "ABCDEFGHJKLMNPQRTUVWXYZ"
        var unclear: Set<Int> = []
        for year in 1900...today.year {
            for letter in letters {
                let (century, rest) = (year / 100, (year % 100).padded(to: 2))
                let short = problem(.pnc, "\(century)/\(rest)12345\(letter)") == nil
                let long = problem(.pnc, "\(year)/12345\(letter)") == nil
                let joined = IdentifierKind.pnc.check("\(year)12345\(letter)", today: today)
                switch (short, long) {
                case (true, true):
                    unclear.insert(year)
                    #expect(joined == .failure(.yearUnclear(.pnc)))
                case (true, false):
                    #expect(joined == IdentifierKind.pnc.check("\(century)/\(rest)12345\(letter)", today: today))
                case (false, true): #expect(joined == IdentifierKind.pnc.check("\(year)/12345\(letter)", today: today))
                case (false, false): #expect(joined == .failure(.checkCharacter(.pnc)))
                }
            }
        }
        #expect((1...20).contains(unclear.count), "\(unclear)")
    }

    @Test("An empty box asks for the number", arguments: IdentifierKind.allCases)
    func missing(_ kind: IdentifierKind) {
        #expect(problem(kind, "  ") == .missing(kind))
    }

    @Test(
        "Each kind's message gives its rule, what to do, and an example that passes", arguments: IdentifierKind.allCases
    )
    func messages(_ kind: IdentifierKind) throws {
        let message = IdentifierProblem.form(kind).message
        #expect(message.contains(kind.example))
        #expect(message.contains(kind.title))
        #expect(message.contains("type it again"))
        #expect(throws: Never.self) { try kind.check(kind.example, today: today).get() }
        let check = IdentifierProblem.checkCharacter(kind).message
        #expect(check.contains("does not fit") && check.contains(kind.title))
    }

    @Test("Any one wrong digit of a police number or an NHS number is caught")
    func oneDigit() throws {
        for (kind, text) in [
            (IdentifierKind.pnc, "1979/0163001B"), (.cro, "065656/91H"), (.arrestSummons, "1101ZD0100000448754K"),
            (.nhs, "9434765919"),
        ] {
            // The century of a PNC number is outside its check.
            for (index, character) in text.enumerated() where character.isNumber && (kind != .pnc || index > 1) {
                for digit in "0123456789" where digit != character {
                    let wrong = text.prefix(index) + String(digit) + text.dropFirst(index + 1)
                    #expect(problem(kind, String(wrong)) == .checkCharacter(kind), "\(wrong)")
                }
            }
        }
    }

    @Test("An NHS number is shown in groups")
    func shown() throws {
        #expect(try IdentifierKind.nhs.check("9434765919", today: today).get().text == "943 476 5919")
        #expect(try IdentifierKind.crn.check("X123456", today: today).get().text == "X123456")
    }
}
