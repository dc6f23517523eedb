/// What may stand in `\( … )` inside an HTML literal, and how each type is printed.
///
/// A type that is not here does not compile: no optional string, no `Double`, no `Any`.
package struct HTMLInterpolation: StringInterpolationProtocol {
    var bytes: [UInt8] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
        bytes.reserveCapacity(literalCapacity + interpolationCount * 32)
    }

    package mutating func appendLiteral(_ literal: StaticString) {
        bytes.append(literal: literal)
    }

    /// Text, escaped for a place between tags and for one inside double quotes alike.
    package mutating func appendInterpolation(_ text: String) {
        bytes.appendEscaped(text)
    }

    /// Text, escaped.
    package mutating func appendInterpolation(_ text: Substring) {
        bytes.appendEscaped(text)
    }

    /// Text of the source code, escaped like any other: only `HTML` is markup.
    package mutating func appendInterpolation(_ text: StaticString) {
        text.withUTF8Buffer { bytes.appendEscaped($0) }
    }

    package mutating func appendInterpolation(_ number: Int) {
        bytes.append(number: number)
    }

    /// Finished markup, as it stands.
    package mutating func appendInterpolation(_ markup: HTML) {
        bytes.append(contentsOf: markup.bytes)
    }

    /// Finished markup, or nothing.
    package mutating func appendInterpolation(_ markup: HTML?) {
        if let markup { bytes.append(contentsOf: markup.bytes) }
    }

    /// Pieces of finished markup, one after another.
    package mutating func appendInterpolation(_ pieces: [HTML]) {
        for piece in pieces { bytes.append(contentsOf: piece.bytes) }
    }

    /// An address, for `href="\(…)"` and `action="\(…)"`. Escaped: a query string holds `&`.
    package mutating func appendInterpolation(_ address: Href) {
        bytes.appendEscaped(address.text)
    }

    /// A whole `class` attribute with the space before it, or nothing when the list is empty.
    package mutating func appendInterpolation(_ classes: ClassList) {
        appendInterpolation(attribute: "class", classes.names.isEmpty ? nil : classes.names)
    }

    /// ` name="value"` with the space before it, or nothing when there is no value. An empty value is printed.
    package mutating func appendInterpolation(attribute name: StaticString, _ value: String?) {
        guard let value else { return }
        bytes.append(UInt8(ascii: " "))
        bytes.append(literal: name)
        bytes.append(literal: "=\"")
        bytes.appendEscaped(value)
        bytes.append(UInt8(ascii: "\""))
    }

    /// ` name="/address"`, or nothing when there is no address.
    package mutating func appendInterpolation(attribute name: StaticString, _ value: Href?) {
        appendInterpolation(attribute: name, value?.text)
    }

    /// An attribute that says yes by being there (` checked`), or nothing.
    package mutating func appendInterpolation(flag name: StaticString, _ isSet: Bool) {
        guard isSet else { return }
        bytes.append(UInt8(ascii: " "))
        bytes.append(literal: name)
    }
}
