/// Fills the named places of a letter.
///
/// `{name}` is the person, `{today}` the day the notice was given, so that it can be printed again as it was, `{agency}`
/// whoever recorded it, `{place-phone}` the number of the agency whose place it names, and any other name a question of
/// the record the letter is printed from.
struct LetterFilling {
    /// By field, the answer in words.
    let answers: [String: String]
    let name: String
    let today: String
    let agency: String
    let placePhone: String
    private(set) var gaps: [String] = []

    /// Where an answer is missing: room to write it in.
    static let blank = "____________________"

    init(answers: [String: String], name: String, today: String, agency: String, placePhone: String) {
        self.answers = answers
        self.name = name
        self.today = today
        self.agency = agency
        self.placePhone = placePhone
    }

    mutating func fill(_ paragraph: String) -> String {
        var filled = ""
        var rest = paragraph[...]
        while let opening = rest.firstIndex(of: "{"), let closing = rest[opening...].firstIndex(of: "}") {
            filled += rest[..<opening]
            filled += word(String(rest[rest.index(after: opening)..<closing]))
            rest = rest[rest.index(after: closing)...]
        }
        return filled + rest
    }

    private mutating func word(_ place: String) -> String {
        switch place {
        case "name": return name
        case "today": return today
        case "agency": return agency
        case "place-phone" where !placePhone.isEmpty: return placePhone
        default:
            if let answer = answers[place], !answer.isEmpty { return answer }
            if !gaps.contains(place) { gaps.append(place) }
            return Self.blank
        }
    }
}
