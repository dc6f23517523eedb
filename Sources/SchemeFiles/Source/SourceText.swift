import Domain

/// The bytes of a file as text that is safe to hand on.
enum SourceText {
    /// Why a file is not read, and where.
    struct Refusal: Error, Hashable {
        var line: Int
        var column: Int
        var message: String
    }

    /// The text with line feeds alone between lines and without a byte order mark.
    ///
    /// - Throws: a refusal for bytes that are not UTF-8, for control characters, bare carriage returns and the rarer line
    ///   separators, which editors and parsers count differently, and for endless marks on one letter.
    static func text(_ bytes: [UInt8]) throws(Refusal) -> String {
        guard let whole = String(validating: bytes, as: UTF8.self) else {
            let (line, column) = firstInvalid(bytes)
            throw Refusal(line: line, column: column, message: "this is not UTF-8 text")
        }
        var scalars = String.UnicodeScalarView()
        var (line, column) = (1, 1)
        var pendingReturn = false
        var marks = MarkRun()
        for (offset, scalar) in whole.unicodeScalars.enumerated() {
            if offset == 0 && scalar == "\u{FEFF}" { continue }
            if pendingReturn && scalar != "\n" {
                throw Refusal(line: line, column: column, message: "a carriage return must be followed by a line feed")
            }
            pendingReturn = scalar == "\r"
            if pendingReturn { continue }
            guard isAllowed(scalar) else {
                let code = String(scalar.value, radix: 16, uppercase: true)
                let name = "U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code
                throw Refusal(line: line, column: column, message: "the control character \(name) is not allowed")
            }
            guard marks.isWithin(adding: scalar) else {
                throw Refusal(
                    line: line, column: column, message: "a letter has more marks on it than any language writes")
            }
            scalars.append(scalar)
            if scalar == "\n" { (line, column) = (line + 1, 1) } else { column += 1 }
        }
        if pendingReturn {
            throw Refusal(line: line, column: column, message: "a carriage return must be followed by a line feed")
        }
        return String(scalars)
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: true
        case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: false
        default: true
        }
    }

    private static func firstInvalid(_ bytes: [UInt8]) -> (line: Int, column: Int) {
        var (line, column) = (1, 1)
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        while case .scalarValue(let scalar) = decoder.decode(&iterator) {
            if scalar == "\n" { (line, column) = (line + 1, 1) } else { column += 1 }
        }
        return (line, column)
    }
}
