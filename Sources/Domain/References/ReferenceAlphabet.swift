/// The characters of a ``Reference`` and what each stands for.
enum ReferenceAlphabet {
    static let scalars = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".unicodeScalars)

    static func scalar(_ symbol: FieldOf32) -> Unicode.Scalar { scalars[Int(symbol.bits)] }

    /// Nil for a character that is no letter or digit of the alphabet nor a look-alike of one.
    static func symbol(_ typed: Unicode.Scalar) -> FieldOf32? {
        let upper = ("a"..."z").contains(typed) ? Unicode.Scalar(UInt8(typed.value) - 32) : typed
        let meant: Unicode.Scalar =
            switch upper {
            case "O": "0"
            case "I", "L": "1"
            default: upper
            }
        return scalars.firstIndex(of: meant).map { FieldOf32(UInt8($0)) }
    }

    /// Spaces, and the hyphens and dashes that phones and word processors put in their place.
    static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ", "\u{A0}", "-", "\u{2010}"..."\u{2015}", "\u{2212}": true
        default: false
        }
    }
}
