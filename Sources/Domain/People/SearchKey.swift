/// The form of a name in which it is searched and compared: lower case, without accents and punctuation, words apart by
/// one space.
///
/// "O’Brien" and "obrien" have one key, as have "Smith-Jones" and "Smith  JONES", and "Zoë" and "zoe". Letters of other
/// scripts are kept. The input is NFC.
package enum SearchKey {
    /// The key of one part of a name, or of a whole name; empty where the text has no letter or digit.
    package static func name(_ text: String) -> String {
        var key = ""
        var pendingSpace = false
        for scalar in text.unicodeScalars where !isDropped(scalar) {
            guard isKept(scalar) else {
                pendingSpace = !key.isEmpty
                continue
            }
            if pendingSpace { key += " " }
            pendingSpace = false
            // Nearly every letter, and no table need be asked.
            if scalar.isASCII {
                key.unicodeScalars.append(
                    ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) | 32) : scalar)
                continue
            }
            for lower in scalar.properties.lowercaseMapping.unicodeScalars where !isDropped(lower) {
                if let plain = LatinFolding.plain(lower) { key += plain } else { key.unicodeScalars.append(lower) }
            }
        }
        return key
    }

    /// How the name sounds (``Soundex``), all of its words as one; nil without a Latin letter.
    package static func sound(_ text: String) -> String? { Soundex.code(name(text)) }

    /// Apostrophes join what they stand between, and a combining accent belongs to the letter before it.
    private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "'", "`", "\u{B4}", "\u{2018}", "\u{2019}", "\u{2BB}"..."\u{2BD}", "\u{2032}", "\u{300}"..."\u{36F}": true
        default: false
        }
    }

    private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            return ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
        }
        return scalar.properties.isAlphabetic || scalar.properties.generalCategory == .decimalNumber
            || scalar.properties.generalCategory == .nonspacingMark
    }
}
