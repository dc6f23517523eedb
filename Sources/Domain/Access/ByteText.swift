/// A text that is the same only as a text with the same bytes.
///
/// Swift's own comparison takes "é" in its composed and decomposed forms for one text and a database does not; under a
/// negation that difference shows rows that must not be shown. So whatever decides access compares these, in sets too.
package struct ByteText: Hashable, Sendable {
    package let text: String

    package init(_ text: String) {
        self.text = text
    }

    package static func == (left: ByteText, right: ByteText) -> Bool {
        // Texts of the same bytes are also equal to Swift, whose comparison is the quicker way to find most differences.
        left.text == right.text && left.text.utf8.elementsEqual(right.text.utf8)
    }

    package func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { bytes in hasher.combine(bytes: UnsafeRawBufferPointer(bytes)) }
        // Ends the text, so that two texts side by side are not taken for two others. No UTF-8 holds this byte.
        hasher.combine(0xFF as UInt8)
    }
}

/// The order of bytes, as the databases sort.
extension ByteText: Comparable {
    package static func < (left: ByteText, right: ByteText) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }
}

extension ByteText: ExpressibleByStringLiteral {
    package init(stringLiteral text: String) {
        self.init(text)
    }
}

extension ByteText: CustomStringConvertible {
    package var description: String { text }
}

extension Set where Element == ByteText {
    /// The set of `texts`, told apart by their bytes.
    package init(texts: [String]) {
        self.init(texts.map { ByteText($0) })
    }
}
