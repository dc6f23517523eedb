/// Whether a text may hold an anchor and an alias of it, whatever surrounds them.
///
/// The parser copies what an alias stands for and hashes it where it is a key, so that nested aliases cost more than any
/// machine has. `TextGate` finds them by reading the outline; this finds them even where the outline was misread.
enum AliasGuess {
    /// - Returns: the name that is both anchored and referred to.
    static func name(in text: String) -> String? {
        let bytes = Array(text.utf8)
        let anchors = names(after: UInt8(ascii: "&"), in: bytes)
        guard !anchors.isEmpty else { return nil }
        return names(after: UInt8(ascii: "*"), in: bytes).intersection(anchors).min()
    }

    private static func names(after mark: UInt8, in bytes: [UInt8]) -> Set<String> {
        var found: Set<String> = []
        for offset in bytes.indices where bytes[offset] == mark {
            let opens = offset == 0 || " \t\n[]{},:-?&*!".utf8.contains(bytes[offset - 1])
            let name = bytes[(offset + 1)...].prefix { isLetter($0) }
            if opens && !name.isEmpty { found.insert(String(decoding: name, as: UTF8.self)) }
        }
        return found
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        switch Unicode.Scalar(byte) {
        case "a"..."z", "A"..."Z", "0"..."9", "-", "_": true
        default: false
        }
    }
}
