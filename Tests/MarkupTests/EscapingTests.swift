import Testing

@testable import Markup

struct EscapingTests {
    /// What a browser reads back from the five entities we print.
    private static func read(_ markup: HTML) -> String {
        markup.text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }

    @Test("each ASCII character is read back as itself, and no dangerous one stands bare", arguments: 1...127)
    func everyCharacter(code: Int) throws {
        let character = String(Unicode.Scalar(UInt8(code)))
        let markup: HTML = "\(character)"
        #expect(Self.read(markup) == character)
        let isDangerous = "\"'&<>".contains(character)
        #expect(isDangerous ? markup.text.hasPrefix("&") && markup.text.hasSuffix(";") : markup.text == character)
    }

    @Test("dangerous characters are escaped at the start, in the middle, at the end and side by side")
    func runs() {
        #expect(HTML(text: "<a>").text == "&lt;a&gt;")
        #expect(HTML(text: "x&y").text == "x&amp;y")
        #expect(HTML(text: "<<\"\"''&&>>").text == "&lt;&lt;&quot;&quot;&#39;&#39;&amp;&amp;&gt;&gt;")
        #expect(HTML(text: "").text.isEmpty)
    }

    @Test("NUL becomes the replacement character, and text beyond ASCII stays")
    func beyondASCII() {
        #expect(HTML(text: "a\0b").text == "a\u{FFFD}b")
        #expect(HTML(text: "Zoë Ąłć 漢字 👩🏽‍⚕️").text == "Zoë Ąłć 漢字 👩🏽‍⚕️")
    }

    @Test("strings, substrings and text of the source code are escaped alike; markup is not")
    func byType() {
        let text = "<b>"
        let fixed: StaticString = "<b>"
        let markup: HTML = "<b>\(text)\(text.dropFirst())\(fixed)</b>"
        #expect(markup.text == "<b>&lt;b&gt;b&gt;&lt;b&gt;</b>")
        #expect(("\(markup)" as HTML) == markup)
        #expect(("\([markup, markup])" as HTML).bytes == markup.bytes + markup.bytes)
        #expect(("\(nil as HTML?)\(markup as HTML?)" as HTML) == markup)
        #expect(("\(-12)" as HTML).text == "-12")
    }

    @Test("a choice between two bare literals is text, not markup", arguments: [true, false])
    func ternariesAreText(isLate: Bool) {
        let markup: HTML = "\(isLate ? "<b>" : "<i>")"
        #expect(markup.text == (isLate ? "&lt;b&gt;" : "&lt;i&gt;"))
    }

    @Test("an attribute value cannot leave its quotes")
    func attributes() {
        let value = "\" onfocus=\"alert(1)'<>&"
        let markup: HTML = "<i\(attribute: "title", value) lang=\"\(value)\">"
        let escaped = "&quot; onfocus=&quot;alert(1)&#39;&lt;&gt;&amp;"
        #expect(markup.text == "<i title=\"\(escaped)\" lang=\"\(escaped)\">")
    }

    @Test("an attribute without a value is left out; one with an empty value is not")
    func optionalAttributes() {
        #expect(("<i\(attribute: "title", nil as String?)>" as HTML).text == "<i>")
        #expect(("<i\(attribute: "title", "")>" as HTML).text == "<i title=\"\">")
        #expect(("<i\(flag: "hidden", true)\(flag: "open", false)>" as HTML).text == "<i hidden>")
    }

    @Test("a class list prints the names whose conditions hold, or no attribute at all")
    func classLists() {
        #expect(
            ("<i\(ClassList("a").adding("b", if: false).adding("c").adding(nil))>" as HTML).text == "<i class=\"a c\">")
        #expect(("<i\(ClassList())>" as HTML).text == "<i>")
    }

    @Test("verbatim markup is the one thing that is not escaped")
    func verbatim() {
        #expect(HTML(verbatim: "<b>&").text == "<b>&")
    }

    @Test("pieces are joined with a separator between them")
    func joining() {
        #expect((["<a>", "<b>"] as [HTML]).joined(separator: ", ").text == "<a>, <b>")
        #expect(([] as [HTML]).joined(separator: ", ").isEmpty)
    }

    @Test("random text is read back as itself")
    func randomText() {
        let seed: UInt64 = 20_260_514
        var state = seed
        for _ in 0..<2_000 {
            var text = ""
            for _ in 0..<(state >> 60) {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text.unicodeScalars.append(Unicode.Scalar(UInt8(1 + (state >> 33) % 255)))
            }
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            #expect(Self.read(HTML(text: text)) == text, "seed \(seed)")
        }
    }
}
