import Crypto
import Testing

@testable import Credentials

@Suite("Tokens")
struct TokenTests {
    private let random = RandomSource.seeded(21)

    @Test("A token has 256 bits in 43 characters, and comes back from its text")
    func text() throws {
        let token = SecretToken.fresh(random)
        #expect(token.text.utf8.count == 43)
        #expect(try #require(SecretToken(text: token.text)).digest == token.digest)
        #expect(SecretToken.fresh(random).digest != token.digest)
    }

    @Test("What is stored is the SHA-256 of the token's bytes, and comes back from its column")
    func digest() throws {
        let token = SecretToken.fresh(random)
        let bytes = try #require(RadixText.base64URL.decode(token.text))
        #expect(token.digest.bytes == Array(SHA256.hash(data: bytes)))
        #expect(token.digest.text != token.text)
        #expect(TokenDigest(text: token.digest.text) == token.digest)
    }

    @Test("What is not a token is not read")
    func malformed() {
        let text = SecretToken.fresh(random).text
        let wrong = [
            "", String(text.dropLast()), text + "A", text + "=", String(text.dropLast()) + "+", "é" + text.dropFirst(2),
            String(repeating: "A", count: 42) + "B",
        ]
        for text in wrong {
            #expect(SecretToken(text: text) == nil, "\(text)")
            #expect(TokenDigest(text: text) == nil, "\(text)")
        }
    }

    @Test("Printing a token says nothing")
    func hidden() {
        let token = SecretToken.fresh(random)
        var dumped = ""
        dump(token, to: &dumped)
        #expect("\(token)" == "SecretToken(hidden)")
        #expect(!dumped.contains("bytes"))
    }

    @Test("A form's token is good for its session only, and under its key only")
    func forms() {
        let forms = FormToken(KeyRing.fresh(random))
        let (mine, other) = (SecretToken.fresh(random).digest, SecretToken.fresh(random).digest)
        let text = forms.text(for: mine)
        #expect(text.utf8.count == 43)
        #expect(forms.accepts(text, for: mine))
        #expect(!forms.accepts(text, for: other))
        #expect(!forms.accepts("", for: mine))
        #expect(!forms.accepts(text + "A", for: mine))
        #expect(!forms.accepts(mine.text, for: mine))
        #expect(!FormToken(KeyRing.fresh(random)).accepts(text, for: mine))
    }

    @Test("A seeded source repeats itself; the system's does not")
    func sources() {
        #expect(RandomSource.seeded(1).bytes(33) == RandomSource.seeded(1).bytes(33))
        #expect(RandomSource.seeded(1).bytes(33) != RandomSource.seeded(2).bytes(33))
        #expect(RandomSource.system.bytes(32) != RandomSource.system.bytes(32))
        #expect(RandomSource.system.bytes(0).isEmpty)
        #expect(RandomSource.system.bytes(13).count == 13)
    }
}
