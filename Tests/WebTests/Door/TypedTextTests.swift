import Testing

@testable import Web

@Suite struct TypedTextTests {
    @Test("Text becomes Unicode normal form C", arguments: ["e\u{301}", "\u{1112}\u{1161}\u{11AB}", "A\u{30A}"])
    func composes(typed: String) {
        let clean = TypedText(typed)
        #expect(clean.text.unicodeScalars.count == 1)
        #expect(!clean.isSpoilt)
    }

    @Test("A byte-wise different spelling of one name is the same text at the door")
    func agrees() {
        let (one, other) = (TypedText("Zoe\u{308}").text, TypedText("Zo\u{EB}").text)
        #expect(Array(one.utf8) == Array(other.utf8))
    }

    @Test("Every line end becomes one line feed")
    func lineEnds() {
        #expect(TypedText("a\r\nb\rc\nd\te").text == "a\nb\nc\nd\te")
        #expect(!TypedText("a\r\nb").isSpoilt)
    }

    @Test("Every control character but tab and line ends is refused, and shown")
    func controls() {
        for value in Array(0...0x1F) + Array(0x7F...0x9F) where ![0x09, 0x0A, 0x0D].contains(value) {
            let scalar = Unicode.Scalar(UInt8(value))
            let clean = TypedText("a\(scalar)b")
            #expect(clean.isSpoilt, "U+\(String(value, radix: 16))")
            #expect(clean.text == "a\u{FFFD}b", "U+\(String(value, radix: 16))")
        }
    }

    @Test("Bytes that are not UTF-8 are refused, and the rest is kept")
    func notUTF8() {
        let clean = TypedText(utf8: [0x61, 0xFF, 0x62])
        #expect(clean.isSpoilt)
        #expect(clean.text == "a\u{FFFD}b")
    }

    @Test("Endless marks on one letter are refused before anything puts them in order")
    func marks() {
        let many = String(repeating: "\u{301}", count: 300_000) + String(repeating: "\u{323}", count: 300_000)
        let began = ContinuousClock.now
        let clean = TypedText("e\(many)x")
        #expect(ContinuousClock.now - began < .seconds(5))
        #expect(clean.isSpoilt)
        #expect(clean.text.unicodeScalars.count < 40)
        #expect(clean.text.hasSuffix("\u{FFFD}x"))
        #expect(!TypedText("e" + String(repeating: "\u{301}", count: 30)).isSpoilt)
    }
}
