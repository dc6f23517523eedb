/// What may stand in `\( … )` inside an `Href` literal: a value for one path segment, query value or fragment.
package struct HrefInterpolation: StringInterpolationProtocol {
    var text = ""
    /// The first literal piece, which alone decides that the address stays on this site.
    var start = ""

    package init(literalCapacity: Int, interpolationCount: Int) {
        text.reserveCapacity(literalCapacity + interpolationCount * 16)
    }

    package mutating func appendLiteral(_ literal: StaticString) {
        if text.isEmpty { start = literal.description }
        text += literal.description
    }

    /// A value, with every byte but the unreserved ones percent-encoded, `/` too.
    package mutating func appendInterpolation(_ value: String) {
        text.appendPercentEncoded(value)
    }

    package mutating func appendInterpolation(_ number: Int) {
        text += String(number)
    }
}

extension String {
    /// Appends a value so that only the unreserved characters of RFC 3986, and those of `kept`, stand as they are.
    mutating func appendPercentEncoded(_ value: String, keeping kept: String = "") {
        for byte in value.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                unicodeScalars.append(Unicode.Scalar(byte))
            case let byte where byte < 0x80 && kept.utf8.contains(byte):
                unicodeScalars.append(Unicode.Scalar(byte))
            default:
                self += byte < 16 ? "%0" : "%"
                self += String(byte, radix: 16, uppercase: true)
            }
        }
    }
}
