/// How a name sounds, as a letter and three digits, by the rules of the United States National Archives.
///
/// Kept to that published form, so that another system's codes can be compared with these.
enum Soundex {
    /// - Parameter key: a name as ``SearchKey/name(_:)`` gives it. Characters other than a…z are passed over.
    static func code(_ key: String) -> String? {
        let letters = key.utf8.filter { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
        guard let first = letters.first else { return nil }
        var code = String(Unicode.Scalar(first - 32))
        var last = sound(first)
        for letter in letters.dropFirst() where code.utf8.count < 4 {
            switch letter {
            // H and W do not part two letters of one sound; vowels do.
            case UInt8(ascii: "h"), UInt8(ascii: "w"): continue
            default: break
            }
            let next = sound(letter)
            if next != last, let next { code += String(next) }
            last = next
        }
        return code + String(repeating: "0", count: 4 - code.utf8.count)
    }

    /// The group of consonants a letter belongs to; nil for vowels, H, W and Y.
    private static func sound(_ letter: UInt8) -> Int? {
        switch Unicode.Scalar(letter) {
        case "b", "f", "p", "v": 1
        case "c", "g", "j", "k", "q", "s", "x", "z": 2
        case "d", "t": 3
        case "l": 4
        case "m", "n": 5
        case "r": 6
        default: nil
        }
    }
}
