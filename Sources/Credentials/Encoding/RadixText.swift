/// Bytes as text in an alphabet of 2^n characters (RFC 4648).
///
/// Decoding is strict: exactly one text stands for a run of bytes, so two different texts are never the same token.
struct RadixText: Sendable {
    private let alphabet: [UInt8]
    private let values: [UInt8?]
    private let bitsEach: Int
    private let isPadded: Bool

    /// Base64 with padding, as key files are written.
    static let base64 = RadixText(
        alphabet: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", bitsEach: 6, isPadded: true)

    /// Base64 without padding, as the encoded form of argon2 is written.
    static let base64Unpadded = RadixText(
        alphabet: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", bitsEach: 6, isPadded: false)

    /// Base64 without padding in the alphabet that needs no escaping in addresses and cookies.
    static let base64URL = RadixText(
        alphabet: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", bitsEach: 6, isPadded: false)

    /// Base32 without padding, as authenticator apps read secrets.
    static let base32 = RadixText(alphabet: "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", bitsEach: 5, isPadded: false)

    private init(alphabet: String, bitsEach: Int, isPadded: Bool) {
        self.alphabet = Array(alphabet.utf8)
        var values = [UInt8?](repeating: nil, count: 256)
        for (value, character) in alphabet.utf8.enumerated() {
            values[Int(character)] = UInt8(value)
        }
        self.values = values
        self.bitsEach = bitsEach
        self.isPadded = isPadded
    }

    /// The text that stands for `bytes`.
    func encode(_ bytes: some Sequence<UInt8>) -> String {
        var text: [UInt8] = []
        var held = 0
        var heldBits = 0
        for byte in bytes {
            held = held << 8 | Int(byte)
            heldBits += 8
            while heldBits >= bitsEach {
                heldBits -= bitsEach
                text.append(alphabet[held >> heldBits])
                held &= (1 << heldBits) - 1
            }
        }
        if heldBits > 0 {
            text.append(alphabet[held << (bitsEach - heldBits)])
        }
        while isPadded, !text.count.isMultiple(of: 4) {
            text.append(UInt8(ascii: "="))
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes `text` stands for, or nil when it is not what `encode` would write.
    func decode(_ text: some StringProtocol) -> [UInt8]? {
        var bytes: [UInt8] = []
        var held = 0
        var heldBits = 0
        for character in text.utf8 where !(isPadded && character == UInt8(ascii: "=")) {
            guard let value = values[Int(character)] else { return nil }
            held = held << bitsEach | Int(value)
            heldBits += bitsEach
            if heldBits >= 8 {
                heldBits -= 8
                bytes.append(UInt8(held >> heldBits))
                held &= (1 << heldBits) - 1
            }
        }
        return encode(bytes).utf8.elementsEqual(text.utf8) ? bytes : nil
    }
}
