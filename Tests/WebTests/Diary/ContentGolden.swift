import Foundation
import Testing

/// The main content of a page, kept as a file, so that a change of what people read is read before it is made. References
/// and tokens, which differ from run to run, are numbered in the order in which they stand.
///
/// To record: `RECORD_GOLDENS=1 swift test --filter WebTests`. A run that records fails, so that it cannot pass for a
/// test.
struct ContentGolden {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens")
    private static let isRecording = ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1"

    let name: String

    init(_ name: String) { self.name = name }

    func check(_ page: String) throws {
        try PageChecks.check(page)
        let printed = Self.settled(page) + "\n"
        let file = Self.folder.appending(path: "\(name).html")
        if Self.isRecording {
            try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
            try Data(printed.utf8).write(to: file)
            Issue.record("recorded \(name)")
        } else {
            #expect(printed == (try String(contentsOf: file, encoding: .utf8)), "\(name)")
        }
    }

    /// What stands before the navigation's end is the same on every page.
    private static func settled(_ page: String) -> String {
        let start = page.range(of: "<main")?.lowerBound ?? page.startIndex
        let end = page.range(of: "</main>")?.upperBound ?? page.endIndex
        var text = String(page[start..<end])
        text = text.replacing(/name="(csrf|once)" value="[^"]*"/) { "name=\"\($0.1)\" value=\"…\"" }
        var names: [String: String] = [:]
        return text.replacing(/\b([0-9A-HJKMNP-TV-Z]{4}-?[0-9A-HJKMNP-TV-Z]{4}-?[0-9A-HJKMNP-TV-Z])\b/) { match in
            let reference = match.1.filter { $0 != "-" }
            let name = names[reference] ?? "REF-\(names.count + 1)"
            names[reference] = name
            return name
        }
    }
}

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
