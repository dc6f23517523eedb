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
        let number = /\(?[A-Z]-[0-9]{3}(?: to [A-Z]-[0-9]{3})?(?: R[0-9]+(?: and R[0-9]+)*)?\)?/
        let words = part.replacing(number, with: "").split(separator: " ").joined(separator: " ")
        return words.contains(where: \.isLetter) ? words : ""
    }
}
