/// How a message quotes what was written and lists what was expected.
enum Wording {
    private static let longestQuote = 60
    private static let longestList = 20

    /// The text between backquotes, shortened, without control characters.
    static func quoted(_ text: String) -> String {
        let scalars = text.unicodeScalars.prefix(longestQuote).map { $0.properties.isVisible ? $0 : " " }
        let shown = String(String.UnicodeScalarView(scalars))
        return "`\(shown)\(text.unicodeScalars.count > longestQuote ? "…" : "")`"
    }

    /// "`a`, `b` or `c`".
    static func oneOf(_ names: some Sequence<String>) -> String {
        let all = Array(names)
        var shown = all.prefix(longestList).map(quoted)
        if all.count > longestList { return shown.joined(separator: ", ") + " or \(all.count - longestList) more" }
        guard let last = shown.popLast() else { return "nothing" }
        return shown.isEmpty ? last : shown.joined(separator: ", ") + " or " + last
    }

    /// " (did you mean `limit`?)", or nothing when no name is near.
    static func guess(_ name: String, among names: some Sequence<String>) -> String {
        NearestName.of(name, among: names).map { " (did you mean \(quoted($0))?)" } ?? ""
    }

    /// "a clock", "an ending".
    static func article(_ noun: String) -> String {
        let isVowel = noun.first.map { "aeiou".contains($0) } ?? false
        return (isVowel ? "an " : "a ") + noun
    }
}

extension Unicode.Scalar.Properties {
    /// Neither a control nor a formatting character, nor one that breaks lines.
    fileprivate var isVisible: Bool {
        switch generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: false
        default: true
        }
    }
}
