import Markup
import Testing

struct ComponentTests {
    @Test("a table row with too few cells stops the program")
    func raggedTable() async {
        await #expect(processExitsWith: .failure) {
            _ = table(caption: "A", columns: [TableColumn("B"), TableColumn("C")], rows: [TableRow(["D"])])
        }
    }

    @Test("every page of a list can be reached from every other by its neighbours", arguments: 2...12)
    func paginationReaches(last: Int) {
        for current in 1...last {
            let text = pagination(current: current, last: last) { "/p/\($0)" }.text
            for neighbour in [1, last, max(1, current - 1), min(last, current + 1)] {
                #expect(text.contains("href=\"/p/\(neighbour)\""), "page \(current) of \(last)")
            }
            #expect(text.matches(of: /aria-current="page"/).count == 1)
        }
    }

    @Test("a form that posts always carries both tokens; one that searches carries none")
    func tokens() {
        let tokens = FormTokens(csrf: "c1", once: "o1")
        for text in [
            form(action: "/a", method: .post(tokens), content: "").text,
            postButton("A", action: "/a", tokens: tokens).text,
        ] {
            #expect(text.contains("<input type=\"hidden\" name=\"csrf\" value=\"c1\">"))
            #expect(text.contains("<input type=\"hidden\" name=\"once\" value=\"o1\">"))
        }
        #expect(!form(action: "/a", method: .get, content: "").text.contains("csrf"))
    }
}
