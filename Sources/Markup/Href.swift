/// Where a link leads or a form posts: a path, query or fragment of this site, a telephone number or a mail address.
///
/// No other address can be made, so no `javascript:` and no other site can stand in a page. In a literal, the text
/// between interpolations stands as written; what is interpolated is percent-encoded: `"/people/\(reference)/plan"`.
package struct Href: ExpressibleByStringInterpolation, Hashable, Sendable {
    /// The address, percent-encoded where it must be but not yet escaped for HTML.
    package let text: String

    /// A literal that does not start with `/`, `#` or `?`, or that starts with `//`, is a mistake in the source and
    /// stops the program where it is written.
    package init(stringLiteral literal: StaticString) {
        let text = literal.description
        precondition(Self.staysOnSite(text), "not an address of this site: \(text)")
        self.text = text
    }

    package init(stringInterpolation interpolation: HrefInterpolation) {
        precondition(Self.staysOnSite(interpolation.start), "not an address of this site: \(interpolation.start)")
        var text = interpolation.text
        // An empty value right after the first slash would leave "//", which a browser reads as another site.
        while text.hasPrefix("//") { text.removeFirst() }
        self.text = text
    }

    private init(text: String) {
        self.text = text
    }

    /// An address that came from outside (where to go after sign-in), or nil if it could lead away from this site.
    package init?(checking text: String) {
        guard Self.staysOnSite(text) else { return nil }
        self.init(text: text)
    }

    /// Calls a number. Only digits and a leading plus are kept, as `tel:` wants them.
    package static func telephone(_ number: String) -> Href {
        let digits = number.unicodeScalars.filter { ("0"..."9").contains($0) }
        return Href(text: (number.hasPrefix("+") ? "tel:+" : "tel:") + String(String.UnicodeScalarView(digits)))
    }

    /// Writes to a mail address.
    package static func mail(to address: String) -> Href {
        var text = "mailto:"
        text.appendPercentEncoded(address, keeping: "@")
        return Href(text: text)
    }

    /// This address with one more `name=value` in its query, both percent-encoded, before any fragment.
    package func adding(query name: String, _ value: String) -> Href {
        // An address is ASCII: its bytes are its letters, and quicker to look through.
        let fragmentStart = text.utf8.firstIndex(of: UInt8(ascii: "#")) ?? text.endIndex
        var result = String(text[..<fragmentStart])
        result += result.utf8.contains(UInt8(ascii: "?")) ? "&" : "?"
        result.appendPercentEncoded(name)
        result += "="
        result.appendPercentEncoded(value)
        return Href(text: result + text[fragmentStart...])
    }

    /// Browsers drop tabs and line ends from an address and read `\` as `/`, so none of them may stand anywhere.
    private static func staysOnSite(_ text: String) -> Bool {
        guard let first = text.utf8.first, "/#?".utf8.contains(first), !text.hasPrefix("//") else { return false }
        return text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }
    }
}
