import Testing

@testable import Markup

struct HrefTests {
    @Test(
        "paths, queries and fragments of this site are taken",
        arguments: ["/", "/people?q=a&b=c#top", "#top", "?page=2"])
    func taken(text: String) {
        #expect(Href(checking: text)?.text == text)
    }

    @Test(
        "addresses that could lead away are refused",
        arguments: [
            "", "people", "javascript:alert(1)", "https://example.org", "//example.org", "/\\example.org", "\\/a",
            "/\t/example.org", "/a\nb", " /people", "/a b", "data:text/html,x", "/caf\u{E9}", "/a\0",
        ])
    func refused(text: String) {
        #expect(Href(checking: text) == nil)
    }

    @Test("what is interpolated is percent-encoded, so that it stays one segment")
    func encoded() {
        let name = "a/b?c#d&é"
        #expect(("/people/\(name)/plan" as Href).text == "/people/a%2Fb%3Fc%23d%26%C3%A9/plan")
        #expect(("/people?page=\(2)" as Href).text == "/people?page=2")
        #expect(("#\("born-year")" as Href).text == "#born-year")
    }

    @Test("an empty or awkward value cannot make another site's address")
    func emptyValues() {
        #expect(("/\("")/evil" as Href).text == "/evil")
        #expect(("/\("")\("")/\("/")evil" as Href).text == "/%2Fevil")
    }

    @Test("a query value is added after what is there and before the fragment")
    func queries() {
        let list: Href = "/people#top"
        #expect(list.adding(query: "q", "a&b c").text == "/people?q=a%26b%20c#top")
        #expect(list.adding(query: "q", "1").adding(query: "p", "2").text == "/people?q=1&p=2#top")
    }

    @Test("telephone and mail addresses keep only what belongs in them")
    func namedSchemes() {
        #expect(Href.telephone("(01632) 960 001").text == "tel:01632960001")
        #expect(Href.telephone("+44 1632 960001;x=1").text == "tel:+4416329600011")
        #expect(Href.mail(to: "a.worker@example.org?cc=x").text == "mailto:a.worker@example.org%3Fcc%3Dx")
    }

    @Test("in an attribute an address is escaped for HTML too")
    func inAttributes() {
        let list: Href = "/people?q=a&p=2"
        #expect(("<a href=\"\(list)\">" as HTML).text == "<a href=\"/people?q=a&amp;p=2\">")
    }

    @Test("an address that is not of this site stops the program where it is written")
    func literalsAreChecked() async {
        await #expect(processExitsWith: .failure) {
            let address: Href = "//example.org"
            print(address.text)
        }
        await #expect(processExitsWith: .failure) {
            let address: Href = "\("javascript")/x"
            print(address.text)
        }
    }
}
