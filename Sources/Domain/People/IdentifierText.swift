/// A number as it was typed, in upper case and without spaces, as bytes.
struct IdentifierText {
    /// What stands between spaces.
    let words: [[UInt8]]
    let bytes: [UInt8]

    init(_ text: String) {
        words = text.split(whereSeparator: \.isWhitespace).map { word in
            word.utf8.map { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) ? $0 - 32 : $0 }
        }
        bytes = Array(words.joined())
    }

    var isEmpty: Bool { bytes.isEmpty }

    /// The number itself where it has the shape of `pattern`, in which `A` stands for any letter and `9` for any digit.
    func matching(_ pattern: StaticString, or problem: IdentifierProblem) -> Result<String, IdentifierProblem> {
        let shape = bytes.map { byte in
            byte.isASCIIDigit ? UInt8(ascii: "9") : byte.isASCIILetter ? UInt8(ascii: "A") : byte
        }
        return shape == Array(pattern.description.utf8) ? .success(String(ascii: bytes)) : .failure(problem)
    }

    /// A force's code of two digits and its own number, with a space between.
    func custodyRecord() -> Result<String, IdentifierProblem> {
        let whole = Array(words.joined(separator: [UInt8(ascii: " ")]))
        let number = whole.dropFirst(3).drop { " /-:".utf8.contains($0) }
        guard whole.count >= 4, whole[0].isASCIIDigit, whole[1].isASCIIDigit, " /-:".utf8.contains(whole[2]),
            number.count <= 30, number.contains(where: \.isASCIIDigit),
            number.allSatisfy({ $0.isASCIIDigit || $0.isASCIILetter || " /-.".utf8.contains($0) })
        else { return .failure(.form(.custodyRecord)) }
        return .success(String(ascii: whole.prefix(2)) + " " + String(ascii: number))
    }
}

extension UInt8 {
    var isASCIIDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

    /// An upper-case letter; ``IdentifierText`` has no other.
    var isASCIILetter: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }
}

extension String {
    init(ascii bytes: some Sequence<UInt8>) {
        self.init(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }
}
