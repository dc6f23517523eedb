import Testing

@testable import SchemeFiles

struct TextGateTests {
    @Test(
        "Marks inside text, quotes, comments and block text are let through",
        arguments: [
            "title: Fish & chips", "title: 5 * 3 = 15!", "title: \"&a *b !c\"", "title: '&a *b !c'",
            "title: x # &a *b !c",
            "title: |\n  &a [[[[ *b\n  - - - !c\nnext: x", "title: >-\n  *a\n\n  &b",
            "title: plain text\n  and *more* of it",
            "list:\n  - |\n    *a\n  - 'x\n    &y'", "a: [x, y & z, 'it''s *a', \"\\\" &b\"]", "# %TAG\n---\na: b",
            "a: b!\nc: d*",
            "question: Was it *that*?", "{a: 'x: &y', b: [c, \"]\"]}",
        ])
    func allowed(_ text: String) {
        #expect(TextGate.refusal(of: text) == nil)
    }

    @Test(
        "Marks that start a value are refused wherever it stands",
        arguments: [
            ("a: &b c", 1, 4), ("a:\n  *b", 2, 3), ("- &b c", 1, 3), ("[a, *b]", 1, 5), ("{a: !b c}", 1, 5),
            ("? &a b", 1, 3),
            ("a: |\n  text\n*b: c", 3, 1), ("a: 'x'\nb: *c", 2, 4), ("a: [\n  x,\n  &b y]", 3, 3), ("a:\n- !b c", 2, 3),
        ])
    func refused(_ text: String, _ line: Int, _ column: Int) {
        let refusal = TextGate.refusal(of: text)
        #expect(refusal?.line == line && refusal?.column == column, "\(String(describing: refusal))")
    }
}
