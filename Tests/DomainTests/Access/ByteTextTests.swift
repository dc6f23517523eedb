import Domain
import Testing

@Suite("A text that decides access is its bytes")
struct ByteTextTests {
    @Test("Letters that look alike are told apart, in sets too")
    func lookalikes() {
        let composed = ByteText("caf\u{E9}")
        let decomposed = ByteText("cafe\u{301}")
        #expect(composed.text == decomposed.text, "Swift takes them for one")
        #expect(composed != decomposed)
        #expect(!Set([composed]).contains(decomposed))
        #expect(Set([composed, decomposed, "Police", "police", "police ", ""]).count == 6)
        #expect(Set([composed]).contains(ByteText("caf\u{E9}")))
    }

    @Test("The order is that of the bytes, as the databases sort")
    func order() {
        #expect(
            ["b", "a", "\u{E9}", "e\u{301}", "B", ""].map { ByteText($0) }.sorted().map(\.text)
                == ["", "B", "a", "b", "e\u{301}", "\u{E9}"])
    }
}
