import Domain
import Testing

@testable import Casework

@Suite("Reading what was typed")
struct FieldReadingTests {
    private let type = TinyScheme.definitions.recordType("t/everything")
    private let today = Day(year: 2013, month: 5, day: 9) ?? Day(number: 0)

    private func field(_ id: String) throws -> Field { try #require(type?.field(id)) }

    @Test(
        "each kind reads what its boxes send",
        arguments: [
            ("text", ["  two words\r\nand a line "], Answer.text("two words\nand a line")),
            ("choice", ["a"], .choice("a")), ("choices", ["b", "a"], .choices(["a", "b"])),
            ("number", ["12.5"], .number(Quantity(thousandths: 12_500))),
            ("number", ["0"], .number(Quantity(whole: 0))),
            ("day", ["2 5 2013"], .day(Day(year: 2013, month: 5, day: 2) ?? Day(number: 0))),
            ("day", ["02/05/2013"], .day(Day(year: 2013, month: 5, day: 2) ?? Day(number: 0))),
            ("instant", ["2 5 2013 22:30"], .instant(Instant(milliseconds: 1_367_530_200_000))),
            ("instant", ["2 5 2013 2230"], .instant(Instant(milliseconds: 1_367_530_200_000))),
            ("yes-no", ["yes"], .yesNo(true)), ("yes-no", ["missing:not-asked"], .missing(.notAsked)),
            ("scale", ["20"], .number(Quantity(whole: 20))), ("weeks", ["0", "7", "-", "3"], .weeks([0, 7, nil, 3])),
            ("worker", ["pat"], .reference("pat")), ("money", ["£12.50"], .money(pence: 1_250)),
            ("choices", ["missing:declined"], .missing(.declined)),
        ] as [(String, [String], Answer)])
    func reads(id: String, texts: [String], answer: Answer) throws {
        let field = try field(id)
        let options: [Option] =
            switch field.kind {
            case .choice(.own(let own)), .choices(.own(let own)): own
            case .worker, .agency, .venue: [Option(code: "pat", title: "Pat")]
            default: []
            }
        let read = field.read(TypedField(texts), options: options, today: today)
        #expect(read.answer == answer)
        #expect(read.problem == nil)
        // What is printed into the boxes again reads as the same answer.
        #expect(field.read(field.typed(answer), options: options, today: today).answer == answer)
        #expect(field.misfit(answer, options: options) == nil)
    }

    @Test(
        "what cannot be read says what to do",
        arguments: [
            ("text", ["123456789012345678901"], "Use 20 characters or fewer."),
            ("choice", ["c"], "Choose one of the answers shown."),
            ("choices", ["a", "c"], "Choose from the answers shown."),
            ("choices", ["missing:not-known"], "Choose one of the answers shown."),
            ("choices", ["missing:declined", "a"], "Give an answer or say why there is none, not both."),
            ("number", ["7", "missing:declined"], "Give an answer or say why there is none, not both."),
            ("number", ["101"], "Enter a number from 0 to 100 mg."),
            ("number", ["1,000"], "Enter a number, such as 12 or 12.5."),
            ("scale", ["2.5"], "Enter a whole number."), ("scale", ["21"], "Enter a number from 0 to 20."),
            ("day", ["31 2 2013"], "Enter a real date, such as 2 5 2013 for 2 May 2013."),
            ("day", ["2 5 13"], "Enter a real date, such as 2 5 2013 for 2 May 2013."),
            ("instant", ["2 5 2013"], "Enter a real date and a time, such as 2 5 2013 and 22:30."),
            ("instant", ["2 5 2013 25:00"], "Enter a real date and a time, such as 2 5 2013 and 22:30."),
            ("yes-no", ["perhaps"], "Choose yes or no."),
            ("weeks", ["1", "8", "0", "0"], "Enter the days in each week, from 0 to 7."),
            ("weeks", ["1", "2"], "Enter the days in each of the 4 weeks, from 0 to 7."),
            ("venue", ["moon"], "Choose one of the answers shown."),
            ("money", ["12.505"], "Enter an amount in pounds, such as 12.50."),
            ("money", ["-1"], "Enter an amount in pounds, such as 12.50."),
            ("text", ["bell\u{7}"], "Type this again: it holds a character that cannot be kept."),
        ] as [(String, [String], String)])
    func refuses(id: String, texts: [String], message: String) throws {
        let field = try field(id)
        var options: [Option] = []
        if case .choice(.own(let own)) = field.kind { options = own }
        if case .choices(.own(let own)) = field.kind { options = own }
        let read = field.read(TypedField(texts), options: options, today: today)
        #expect(read.answer == nil)
        #expect(read.problem?.message == message)
    }

    @Test("words that look like a reason for no answer are words where no reason may be given")
    func words() throws {
        let read = try field("text").read(TypedField(["missing: a shoe"]), options: [], today: today)
        #expect(read.answer == .text("missing: a shoe"))
    }

    @Test("nothing typed is no answer and no problem")
    func nothing() throws {
        for field in type?.fields ?? [] {
            let read = field.read(TypedField(["", "  "]), options: [], today: today)
            #expect(read.answer == nil && read.problem == nil, "\(field.id)")
        }
    }

    @Test("a person’s reference may be typed as it is read out")
    func person() throws {
        let reference = Reference.make(random: 77)
        let field = try field("person")
        let read = field.read(TypedField([reference.text.lowercased()]), options: [], today: today)
        #expect(read.answer == .reference(reference.compact))
        #expect(field.read(TypedField(["0000-0000-2"]), options: [], today: today).problem != nil)
    }
}
