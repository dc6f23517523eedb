/// Reads fixed-width numbers and marks from ASCII text, one after the other, and never past the end.
///
/// Dates and times arrive as text from forms, files and other systems; each format is short and strict, so it is read
/// byte by byte rather than through a general parser.
struct DigitReader {
    private var rest: Substring.UTF8View

    init(_ text: String) {
        rest = Substring(text).utf8
    }

    var isAtEnd: Bool { rest.isEmpty }

    /// The next byte, not consumed.
    var next: UInt8? { rest.first }

    /// The number written in exactly `count` digits, or nil if any of them is missing or is not `0`…`9`.
    mutating func number(digits count: Int) -> Int? {
        var value = 0
        for _ in 0..<count {
            guard let byte = rest.first, let digit = DigitReader.digit(byte) else { return nil }
            value = value * 10 + digit
            rest.removeFirst()
        }
        return value
    }

    /// Consumes `mark` and says so, or leaves the text alone.
    mutating func take(_ mark: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: mark) else { return false }
        rest.removeFirst()
        return true
    }

    static func digit(_ byte: UInt8) -> Int? {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) ? Int(byte - UInt8(ascii: "0")) : nil
    }
}

extension Int {
    /// The number in at least `width` digits, with leading zeros.
    func padded(to width: Int) -> String {
        let digits = String(magnitude)
        return (self < 0 ? "-" : "") + String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
    }

    /// Division that rounds towards minus infinity, with a remainder that is never negative.
    func flooredDivision(by divisor: Int) -> (quotient: Int, remainder: Int) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
