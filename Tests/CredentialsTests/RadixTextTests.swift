import Testing

@testable import Credentials

@Suite("Bytes as text")
struct RadixTextTests {
    @Test(
        "The examples of RFC 4648 read and write",
        arguments: [
            ("", "", ""), ("f", "Zg==", "MY"), ("fo", "Zm8=", "MZXQ"), ("foo", "Zm9v", "MZXW6"),
            ("foob", "Zm9vYg==", "MZXW6YQ"), ("fooba", "Zm9vYmE=", "MZXW6YTB"), ("foobar", "Zm9vYmFy", "MZXW6YTBOI"),
        ])
    func examples(plain: String, base64: String, base32: String) {
        #expect(RadixText.base64.encode(plain.utf8) == base64)
        #expect(RadixText.base64.decode(base64) == Array(plain.utf8))
        #expect(RadixText.base32.encode(plain.utf8) == base32)
        #expect(RadixText.base32.decode(base32) == Array(plain.utf8))
    }

    @Test(
        "Only the one right text for a run of bytes is read",
        arguments: ["Zg", "Zg=", "Zg===", "Zh==", "Z", "Zm9v ", "Zm9v\n", "Zm9v=", "=Zm9v", "Zm-v", "Zmév", "A==="])
    func strict(text: String) {
        #expect(RadixText.base64.decode(text) == nil)
    }

    @Test("Any bytes come back, in every alphabet")
    func roundTrips() {
        for seed in UInt64(1)...200 {
            let bytes = RandomSource.seeded(seed).bytes(Int(seed) % 67)
            for radix in [RadixText.base64, .base64Unpadded, .base64URL, .base32] {
                #expect(radix.decode(radix.encode(bytes)) == bytes, "seed \(seed)")
            }
        }
    }

    @Test("Equal means equal in every byte")
    func constantTime() {
        #expect(equalInConstantTime([1, 2, 3], [1, 2, 3]))
        #expect(equalInConstantTime([], []))
        #expect(!equalInConstantTime([1, 2, 3], [1, 2]))
        for index in 0..<32 {
            var other = [UInt8](repeating: 7, count: 32)
            other[index] ^= 0x80
            #expect(!equalInConstantTime([UInt8](repeating: 7, count: 32), other))
        }
    }
}
