import Foundation
import Testing

/// A page between its head and its foot as it was last read and agreed, kept in `Goldens`, so that a change of what people
/// read is read before it is made. Tokens are left out; references, which differ from run to run, are numbered in the
/// order in which they stand.
///
/// To record: `RECORD_GOLDENS=1 swift test --filter WebTests`. A run that records fails, so that it cannot pass for a
/// test.
struct KeptPage {
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

    private static func settled(_ page: String) -> String {
        let start = page.range(of: "</header>")?.upperBound ?? page.startIndex
        let end = page.range(of: "</main>")?.upperBound ?? page.endIndex
        var names: [String: String] = [:]
        return String(page[start..<end])
            .replacing(/name="(csrf|once)" value="[^"]*"/) { "name=\"\($0.1)\" value=\"…\"" }
            .replacing(/value="[0-9a-f]{64}"/, with: "value=\"…\"")
            .replacing(/\b([0-9A-HJKMNP-TV-Z]{4}-?[0-9A-HJKMNP-TV-Z]{4}-?[0-9A-HJKMNP-TV-Z])\b/) { match in
                let reference = match.1.filter { $0 != "-" }
                let name = names[reference] ?? "REF-\(names.count + 1)"
                names[reference] = name
                return name
            }
    }
}
