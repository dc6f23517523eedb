extension DemoValue {
    /// The answer where no story has been told yet: what refers to one gives none.
    package func plain(on day: Day, _ random: inout SeededRandom) -> Answer? {
        switch self {
        case .fixed(let answer): return answer
        case .drawn(let all): return random.one(of: all).flatMap { $0 }?.plain(on: day, &random)
        case .pattern(let pattern): return .text(pattern.filled(on: day, &random))
        case .number(let range): return .number(Quantity(whole: random.number(in: range)))
        case .days(let range): return .day(day.adding(days: random.number(in: range)))
        case .from, .minutes, .worker: return nil
        }
    }
}

extension String {
    /// Each `#` a digit, `YY` the last two digits of the year.
    func filled(on day: Day, _ random: inout SeededRandom) -> String {
        var filled = ""
        var rest = self[...]
        while let character = rest.first {
            if rest.hasPrefix("YY") {
                filled += String(day.year % 100 + 100).dropFirst()
                rest = rest.dropFirst(2)
                continue
            }
            filled += character == "#" ? String(random.number(in: 0...9)) : String(character)
            rest = rest.dropFirst()
        }
        return filled
    }
}

extension IdentifierKind {
    /// A number that passes its own check and belongs to nobody: drawn until it fits.
    package func made(on day: Day, _ random: inout SeededRandom) -> String? {
        let year = String(day.year - random.number(in: 1...9))
        let pattern: String =
            switch self {
            case .pnc: year + "/#######"
            case .cro: "######/" + year.suffix(2)
            case .prisonNumber: "Z####ZZ"
            case .crn: "Z######"
            // Numbers that begin so are kept for tests.
            case .nhs: "999#######"
            case .arrestSummons: year.suffix(2) + "/0000/00/#######"
            case .custodyRecord: "00 CR/######/" + year.suffix(2)
            }
        for _ in 0..<200 {
            let number = pattern.filled(on: day, &random)
            for ending in endings(of: number, year: year) {
                if case .success(let identifier) = check(number + ending, today: day) { return identifier.value }
            }
        }
        return nil
    }

    /// The check letters that may follow a number.
    private func endings(of number: String, year: String) -> [String] {
        let letters = "ABCDEFGHJKLMNPQRTUVWXYZ"
        switch self {
        case .pnc:
            let digits = Array((year.suffix(2) + number.suffix(7)).utf8)
            return letters.filter { $0.asciiValue.map { CheckLetter.fits($0, digits: digits) } ?? false }.map(
                String.init)
        case .cro, .arrestSummons: return letters.map(String.init)
        case .prisonNumber, .crn, .nhs, .custodyRecord: return [""]
        }
    }
}
