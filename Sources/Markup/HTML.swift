/// Finished markup: UTF-8 bytes in which everything that came from outside a Swift literal has been escaped.
///
/// Write pages as literals (`"<h1>\(name)</h1>" as HTML`). A literal is trusted because it is in the source code; what
/// is interpolated is escaped by its type (`HTMLInterpolation`). The literal type is `StaticString`, so a string made
/// while the server runs cannot pass as a literal.
package struct HTML: ExpressibleByStringInterpolation, Hashable, Sendable {
    /// The markup, ready to be sent as `text/html; charset=utf-8`.
    package internal(set) var bytes: [UInt8]

    package init(stringLiteral literal: StaticString) {
        bytes = literal.withUTF8Buffer { Array($0) }
    }

    package init(stringInterpolation interpolation: HTMLInterpolation) {
        bytes = interpolation.bytes
    }

    /// Text, escaped: the same as interpolating it alone. Labelled, because Swift reads `HTML("…")` as a literal.
    package init(text: String) {
        bytes = []
        bytes.appendEscaped(text)
    }

    /// Takes markup as it stands, **unescaped**. Only for markup another trusted part of this program has made as text;
    /// every use is counted by the tidy test and needs its reason beside it.
    package init(verbatim markup: String) {
        bytes = Array(markup.utf8)
    }

    /// Whether there is nothing to print, so that a caller can leave out the element around it.
    package var isEmpty: Bool { bytes.isEmpty }

    /// The markup as text, for tests and for mail bodies; pages send `bytes`.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    package static func += (left: inout HTML, right: HTML) {
        left.bytes.append(contentsOf: right.bytes)
    }
}

extension Sequence<HTML> {
    /// The pieces one after another, with `separator` between them.
    package func joined(separator: HTML = "") -> HTML {
        var result: HTML = ""
        for (position, piece) in enumerated() {
            if position > 0 { result += separator }
            result += piece
        }
        return result
    }
}
