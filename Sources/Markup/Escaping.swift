extension [UInt8] {
    /// The bytes that may not stand as they are in text or in a double-quoted attribute value: NUL, `"`, `&`, `'`, `<`
    /// and `>`. All lie below 64, so one machine word is the whole table, and looking a byte up touches no memory.
    private static var dangerous: UInt64 { 1 << 0 | 1 << 34 | 1 << 38 | 1 << 39 | 1 << 60 | 1 << 62 }

    /// Appends text so that a browser reads back exactly that text, both between tags and inside a double-quoted
    /// attribute. NUL, which HTML cannot carry, becomes the replacement character.
    mutating func appendEscaped(_ text: some StringProtocol) {
        let isContiguous: Void? = text.utf8.withContiguousStorageIfAvailable { appendEscaped($0) }
        if isContiguous == nil {
            Array(text.utf8).withUnsafeBufferPointer { appendEscaped($0) }
        }
    }

    /// Copies each run of harmless bytes at once, since nearly all text is one such run.
    mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
        var runStart = 0
        for position in text.indices {
            let byte = text[position]
            guard byte < 64, Self.dangerous >> UInt64(byte) & 1 == 1 else { continue }
            append(contentsOf: UnsafeBufferPointer(rebasing: text[runStart..<position]))
            append(replacing: byte)
            runStart = position + 1
        }
        append(contentsOf: UnsafeBufferPointer(rebasing: text[runStart...]))
    }

    private mutating func append(replacing byte: UInt8) {
        let replacement: StaticString =
            switch byte {
            case UInt8(ascii: "&"): "&amp;"
            case UInt8(ascii: "<"): "&lt;"
            case UInt8(ascii: ">"): "&gt;"
            case UInt8(ascii: "\""): "&quot;"
            case UInt8(ascii: "'"): "&#39;"
            default: "\u{FFFD}"
            }
        append(literal: replacement)
    }

    /// Appends text of the source code as it stands.
    mutating func append(literal: StaticString) {
        literal.withUTF8Buffer { append(contentsOf: $0) }
    }

    /// Appends a number in decimal digits.
    mutating func append(number: Int) {
        append(contentsOf: String(number).utf8)
    }
}
