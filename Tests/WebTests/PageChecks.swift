import Testing

/// What must hold of the markup of every page, besides what axe finds in a browser.
enum PageChecks {
    static func check(_ page: String) throws {
        let ids = page.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
        #expect(Set(ids).count == ids.count, "an id stands twice: \(ids)")
        let named = page.matches(of: /\s(?:for|aria-describedby|aria-labelledby)="([^"]*)"/)
            .flatMap { $0.1.split(separator: " ").map(String.init) }
        #expect(Set(ids).isSuperset(of: named), "not there: \(Set(named).subtracting(ids))")
        let problems = page.matches(of: /govuk-error-summary__list">(.*?)<\/ul>/.dotMatchesNewlines())
            .flatMap { $0.1.matches(of: /href="#([^"]*)"/).map { String($0.1) } }
        #expect(Set(ids).isSuperset(of: problems), "a problem leads nowhere: \(problems)")
        #expect(page.matches(of: /<h1[\s>]/).count == 1)
        #expect(!page.contains(" style="))
        #expect(page.firstMatch(of: /<[^>]*\son[a-z]+=/) == nil)
        var last = 1
        for level in page.matches(of: /<h([1-6])[\s>]/).compactMap({ Int($0.1) }) {
            #expect(level <= last + 1, "a heading of level \(level) follows one of level \(last)")
            last = level
        }
    }
}
