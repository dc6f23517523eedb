/// The check letter of police numbers: the number formed by the digits, modulo 23, as an index into an alphabet without
/// I, O and S.
enum CheckLetter {
    private static let alphabet = Array("ZABCDEFGHJKLMNPQRTUVWXY".utf8)

    /// Whether `letter` (an upper-case ASCII letter) fits `digits`, read as one decimal number of any length.
    static func fits(_ letter: UInt8, digits: some Sequence<UInt8>) -> Bool {
        let remainder = digits.reduce(0) { ($0 * 10 + Int($1 - UInt8(ascii: "0"))) % 23 }
        return alphabet[remainder] == letter
    }
}
