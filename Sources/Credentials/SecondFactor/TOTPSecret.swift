/// The secret an authenticator app and the server share (RFC 6238).
///
/// Printing it says nothing, so that it cannot slip into a log. Kept at rest only inside a `SealedSecret`.
package struct TOTPSecret: Sendable, Equatable, CustomStringConvertible, CustomReflectable {
    /// The secret itself, 16 to 64 bytes.
    package let bytes: [UInt8]

    /// A fresh secret of 160 bits, the length RFC 4226 advises.
    package static func fresh(_ random: RandomSource) -> TOTPSecret {
        TOTPSecret(unchecked: random.bytes(20))
    }

    /// Nil unless there are 16 to 64 bytes.
    package init?(bytes: [UInt8]) {
        guard (16...64).contains(bytes.count) else { return nil }
        self.bytes = bytes
    }

    private init(unchecked bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Base32 in groups of four, for somebody who types it in: `JBSW Y3DP …`.
    package var textToType: String {
        var grouped = ""
        for (index, character) in RadixText.base32.encode(bytes).enumerated() {
            if index > 0, index.isMultiple(of: 4) { grouped.append(" ") }
            grouped.append(character)
        }
        return grouped
    }

    /// The `otpauth:` link that authenticator apps open or read from a QR code.
    ///
    /// Whoever sees it can make codes: show it once, never log it, and send the page with `no-store`.
    package func link(issuer: String, account: String) -> String {
        let issuer = Self.escaped(issuer)
        let secret = RadixText.base32.encode(bytes)
        return "otpauth://totp/\(issuer):\(Self.escaped(account))"
            + "?secret=\(secret)&issuer=\(issuer)&algorithm=SHA1&digits=6&period=30"
    }

    package var description: String { "TOTPSecret(hidden)" }

    package var customMirror: Mirror { Mirror(self, children: []) }

    package static func == (left: TOTPSecret, right: TOTPSecret) -> Bool {
        equalInConstantTime(left.bytes, right.bytes)
    }

    /// Percent-encodes all but the unreserved characters of RFC 3986.
    private static func escaped(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var escaped: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                escaped.append(byte)
            default:
                escaped += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }
}
