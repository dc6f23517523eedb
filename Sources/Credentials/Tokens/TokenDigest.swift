/// The SHA-256 of a `SecretToken`: fit to store, and no use to a thief.
package struct TokenDigest: Sendable, Hashable {
    /// 32 bytes.
    package let bytes: [UInt8]

    init(of bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Reads the stored text; nil unless it is what `text` writes.
    package init?(text: some StringProtocol) {
        guard let bytes = RadixText.base64URL.decode(text), bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    /// 43 characters, for a text column.
    package var text: String { RadixText.base64URL.encode(bytes) }

    package static func == (left: TokenDigest, right: TokenDigest) -> Bool {
        equalInConstantTime(left.bytes, right.bytes)
    }
}
