/// The source of a rule as a page names it: Acts and sections and named documents. The numbers by which a partnership lists
/// what it was asked for mean nothing to a worker; they stand in the schemes, in their explanation and in the
/// documentation.
struct SourceWords: Hashable {
    /// Empty where nothing but such numbers was given.
    let text: String

    init(_ source: String) {
        text = source.split(separator: ";").map { Self.named(String($0)) }.filter { !$0.isEmpty }
            .joined(separator: "; ")
    }

    /// One part without its numbers; what said only that they set no figure says nothing without them.
    private static func named(_ part: String) -> String {
        guard !part.contains("no figure") else { return "" }
        var words: [Substring] = []
        var isAfterNumber = false
        let all = part.split(separator: " ")
        for (index, word) in all.enumerated() {
            let joins = isAfterNumber && (word == "to" || word == "and")
            let isNumber = isNumber(word) || joins && all.dropFirst(index + 1).first.map(isNumber) ?? false
            if !isNumber { words.append(word) }
            isAfterNumber = isNumber
        }
        return words.contains { $0.contains(where: \.isLetter) } ? words.joined(separator: " ") : ""
    }

    /// `A-036`, or `R2` of such a number, with or without brackets.
    private static func isNumber(_ word: Substring) -> Bool {
        let bare = word.utf8.drop { $0 == UInt8(ascii: "(") }
        let isDigit = { (byte: UInt8) in (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
        let isCapital = { (byte: UInt8) in (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }
        guard let first = bare.first, isCapital(first) else { return false }
        var rest = bare.dropFirst()
        let isWhole = rest.first == UInt8(ascii: "-")
        guard isWhole || first == UInt8(ascii: "R") else { return false }
        if isWhole { rest = rest.dropFirst() }
        let digits = rest.prefix(while: isDigit)
        rest = rest[digits.endIndex...]
        return (isWhole ? digits.count == 3 : !digits.isEmpty) && (rest.isEmpty || rest.elementsEqual(")".utf8))
    }
}
