import Domain
import Store

/// A person with values that stand nowhere else, so that a page that holds one of them was made from this person.
struct PlantedPerson: Sendable {
    /// What was recorded of them and may be asked for.
    enum Mark: String, Sendable {
        case details, note, test, detention, appointment, notice, consent
    }

    /// Told apart by this alone, from 0 to 59.
    let number: Int
    let agency: String
    var reference = ""
    var events: [Mark: String] = [:]
    /// Something missed of theirs that waits for the manager of the drugs team.
    var alert: EscalationKey?

    init(_ number: Int, of agency: String = "") {
        self.number = number
        self.agency = agency
    }

    /// Nobody else was born in that year, and no other date of a page lies in these years.
    var born: Day {
        Day(year: 1940 + number, month: 1 + number * 5 % 12, day: 1 + number * 11 % 28) ?? Day(number: number)
    }

    /// How a planted value begins.
    static let stem = "Zq"

    /// What stands in the parts of the record of one category: letters only, as names are.
    func canary(_ category: String) -> String { Self.stem + Self.letters(number) + "q" + category }

    var family: String { canary("identity") }

    /// The answers that state who they are, as far as a role is asked them.
    func identity(asked categories: [String]) -> [String: Answer] {
        var answers: [String: Answer] = [
            "family-name": .text(family), "given-name": .text("Robin"), "birth-date": .day(born),
        ]
        for (field, category) in [("contact-note", "contact"), ("concern", "safeguarding"), ("children", "family")]
        where categories.contains(category) {
            answers[field] = .text(canary(category))
        }
        return answers
    }

    private static func letters(_ number: Int) -> String {
        let letters = Array("abcdefghijklmnop")
        return String([letters[number / 10], letters[number % 10]])
    }

    /// Whose value this is, and of which category; nil for what is no planted value.
    static func owner(of canary: String) -> (number: Int, category: String)? {
        let word = canary.utf8.dropFirst(stem.utf8.count)
        let letters = Array(word.prefix(3))
        guard letters.count == 3, letters[2] == UInt8(ascii: "q") else { return nil }
        let digits = letters.prefix(2).map { Int($0) - Int(UInt8(ascii: "a")) }
        guard digits[0] < 9, digits[1] < 10 else { return nil }
        return (digits[0] * 10 + digits[1], String(Substring(word.dropFirst(3))))
    }
}
