/// A text by lines, so that a place in it can be changed without moving any other place.
struct SourceLines {
    private(set) var lines: [String]

    init(_ text: String) {
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    var text: String { lines.joined(separator: "\n") }

    /// Puts a letter that nobody writes in place of the first letter of the key at a place.
    ///
    /// - Parameter attempt: gives each masked key a letter of its own.
    /// - Returns: false where no key of letters stands.
    mutating func mask(_ line: Int, _ column: Int, attempt: Int) -> Bool {
        guard lines.indices.contains(line - 1), let letter = Unicode.Scalar(0xE000 + UInt32(attempt)) else {
            return false
        }
        var scalars = Array(lines[line - 1].unicodeScalars)
        var position = column - 1
        guard scalars.indices.contains(position) else { return false }
        if scalars[position] == "\"" || scalars[position] == "'" { position += 1 }
        guard scalars.indices.contains(position), scalars[position].properties.isAlphabetic else { return false }
        scalars[position] = letter
        lines[line - 1] = String(String.UnicodeScalarView(scalars))
        return true
    }

    /// The line and column of an offset counted in characters, as the parser counts them for what it cannot read.
    func place(ofCharacter offset: Int) -> (line: Int, column: Int) {
        var left = offset
        for (number, line) in lines.enumerated() {
            if left <= line.count { return (number + 1, left + 1) }
            left -= line.count + 1
        }
        return (max(1, lines.count), 1)
    }
}
