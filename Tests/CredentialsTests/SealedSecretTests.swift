import Testing

@testable import Credentials

@Suite("Secrets sealed at rest")
struct SealedSecretTests {
    private let keys = KeyRing.fresh(.seeded(31))
    private let random = RandomSource.seeded(32)
    private let secret = Array("a TOTP secret".utf8)

    private func sealed() throws -> SealedSecret {
        try SealedSecret.seal(secret, place: "worker/7/totp", keys: keys, random: random)
    }

    @Test("What is sealed opens in its place, also after being stored")
    func opens() throws {
        let stored = try SealedSecret(text: sealed().text)
        #expect(try stored.open(place: "worker/7/totp", keys: keys) == secret)
        #expect(stored.text.hasPrefix("sealing-1:"))
        #expect(try sealed() != sealed())
    }

    @Test("It does not open in another place or with another key")
    func bound() throws {
        let sealed = try sealed()
        #expect(throws: SealedSecretError.tampered) { try sealed.open(place: "worker/8/totp", keys: keys) }
        #expect(throws: SealedSecretError.tampered) {
            try sealed.open(place: "worker/7/totp", keys: KeyRing.fresh(.seeded(33)))
        }
    }

    @Test("A change of any one bit is noticed")
    func tampered() throws {
        let text = try sealed().text
        let box = try #require(RadixText.base64URL.decode(text.dropFirst("sealing-1:".count)))
        for index in 0..<box.count * 8 {
            var changed = box
            changed[index / 8] ^= 1 << UInt8(index % 8)
            let stored = try SealedSecret(text: "sealing-1:" + RadixText.base64URL.encode(changed))
            #expect(throws: SealedSecretError.tampered) { try stored.open(place: "worker/7/totp", keys: keys) }
        }
    }

    @Test("The key's name is bound too, even if the same key went by another name")
    func nameBound() throws {
        let sealed = try sealed()
        let renamed = KeyFile.write(keys).replacing("sealing-1", with: "sealing-2")
        let other = try SealedSecret(text: sealed.text.replacing("sealing-1", with: "sealing-2"))
        #expect(throws: SealedSecretError.tampered) {
            try other.open(place: "worker/7/totp", keys: KeyFile.read(renamed))
        }
    }

    @Test("After a change of key the old still opens and is due to be sealed anew; a ring without it says so")
    func rotation() throws {
        let old = try sealed()
        #expect(!old.needsResealing(keys))
        let renewed = try #require(keys.renewing(.sealing, random))
        #expect(old.needsResealing(renewed))
        #expect(try old.open(place: "worker/7/totp", keys: renewed) == secret)
        let new = try SealedSecret.seal(secret, place: "worker/7/totp", keys: renewed, random: random)
        #expect(throws: SealedSecretError.noSuchKey(new.keyName)) { try new.open(place: "worker/7/totp", keys: keys) }
    }

    @Test(
        "Text that was never sealed is refused",
        arguments: [
            "", "sealing-1", "sealing-1:", "sealing-1:AAAA", "form-1:" + String(repeating: "A", count: 64), ":::",
        ])
    func damaged(text: String) {
        #expect(throws: SealedSecretError.damaged) { try SealedSecret(text: text) }
    }
}
