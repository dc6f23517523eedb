import Domain

/// Reads JSON as people and other systems write it: spaces, keys in any order, every escape, decimals.
///
/// A decimal becomes text, since a binary fraction is not what was written. A key that comes twice is refused: readers
/// differ over which of them counts.
struct JSONText {
    /// Why a text is not read, and the column, counted in bytes from 1, at which that was seen.
    struct Refusal: Error {
        var column: Int
        var message: String
    }

    private let bytes: [UInt8]
    private var offset = 0
    private var depth = 0
    private static let deepest = 32

    static func value(_ bytes: [UInt8]) throws(Refusal) -> CanonicalJSON {
        var text = JSONText(bytes: bytes)
        let value = try text.value()
        text.skipSpaces()
        guard text.offset == bytes.count else { throw text.refusal("something follows the value") }
        return value
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private func refusal(_ message: String) -> Refusal { Refusal(column: offset + 1, message: message) }

    private var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    private mutating func skipSpaces() {
        while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { offset += 1 }
    }

    private mutating func take(_ mark: Unicode.Scalar) -> Bool {
        skipSpaces()
        guard next == UInt8(ascii: mark) else { return false }
        offset += 1
        return true
    }

    private mutating func take(word: StaticString) -> Bool {
        let letters = word.withUTF8Buffer { Array($0) }
        guard bytes[offset...].starts(with: letters) else { return false }
        offset += letters.count
        return true
    }

    private mutating func value() throws(Refusal) -> CanonicalJSON {
        skipSpaces()
        switch next.map({ Unicode.Scalar($0) }) {
        case "{"?: return .object(try object())
        case "["?: return .array(try array())
        case "\""?: return .string(try string())
        case "t"? where take(word: "true"): return .bool(true)
        case "f"? where take(word: "false"): return .bool(false)
        case "n"? where take(word: "null"): return .null
        case nil: throw refusal("a value was expected; the line ends")
        default: return try number()
        }
    }

    private mutating func enter() throws(Refusal) {
        offset += 1
        depth += 1
        if depth > Self.deepest { throw refusal("this is nested more than \(Self.deepest) deep") }
    }

    private mutating func object() throws(Refusal) -> CanonicalObject {
        try enter()
        var members: [(String, CanonicalJSON)] = []
        var keys: Set<String> = []
        if !take("}") {
            repeat {
                skipSpaces()
                guard next == UInt8(ascii: "\"") else { throw refusal("a key in quotes was expected") }
                let key = try string()
                guard keys.insert(key).inserted else {
                    throw refusal("the key \(Wording.quoted(key)) is written twice")
                }
                guard take(":") else { throw refusal("a `:` was expected after the key") }
                members.append((key, try value()))
            } while take(",")
            guard take("}") else { throw refusal("a `,` or `}` was expected") }
        }
        depth -= 1
        return CanonicalObject(members)
    }

    private mutating func array() throws(Refusal) -> [CanonicalJSON] {
        try enter()
        var items: [CanonicalJSON] = []
        if !take("]") {
            repeat { items.append(try value()) } while take(",")
            guard take("]") else { throw refusal("a `,` or `]` was expected") }
        }
        depth -= 1
        return items
    }

    private mutating func number() throws(Refusal) -> CanonicalJSON {
        let digits = bytes[offset...].prefix { (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E }
        let text = String(decoding: digits, as: UTF8.self)
        if text.utf8.count <= 18, let whole = Int64(text) {
            offset += digits.count
            return .integer(whole)
        }
        guard let decimal = Quantity(text) else { throw refusal("a value was expected") }
        offset += digits.count
        return .string(decimal.text)
    }

    private mutating func string() throws(Refusal) -> String {
        offset += 1
        var text: [UInt8] = []
        while let byte = next {
            offset += 1
            switch byte {
            case UInt8(ascii: "\""):
                guard let text = String(validating: text, as: UTF8.self) else {
                    throw refusal("this is not UTF-8 text")
                }
                return text
            case UInt8(ascii: "\\"): text += try escaped().utf8
            case 0x00...0x1F: throw refusal("control characters are not allowed in text")
            default: text.append(byte)
            }
        }
        throw refusal("this text has no closing quote")
    }

    private mutating func escaped() throws(Refusal) -> String {
        guard let byte = next else { throw refusal("this text has no closing quote") }
        offset += 1
        switch Unicode.Scalar(byte) {
        case "\"", "\\", "/": return String(Unicode.Scalar(byte))
        case "n": return "\n"
        case "t": return "\t"
        case "r": return "\r"
        case "b", "f": throw refusal("control characters are not allowed in text")
        case "u": return String(try scalar())
        default: throw refusal("this escape is not known")
        }
    }

    private mutating func unit() throws(Refusal) -> UInt32 {
        let digits = bytes[offset...].prefix(4)
        guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw refusal("four hexadecimal digits were expected") }
        offset += 4
        return unit
    }

    private mutating func scalar() throws(Refusal) -> Unicode.Scalar {
        var code = try unit()
        if (0xD800...0xDBFF).contains(code), take(word: "\\u") {
            let low = try unit()
            guard (0xDC00...0xDFFF).contains(low) else { throw refusal("half a character is written here") }
            code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(code) else { throw refusal("half a character is written here") }
        if code < 0x20 && code != 0x0A && code != 0x09 && code != 0x0D {
            throw refusal("control characters are not allowed in text")
        }
        return scalar
    }
}
