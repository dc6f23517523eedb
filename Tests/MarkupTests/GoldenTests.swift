import Foundation
import Markup
import Testing

/// What each component prints is kept as a file, so that a change of markup is read before it is made.
///
/// To record: `RECORD_GOLDENS=1 swift test --filter GoldenTests`. A run that records fails, so that it cannot pass for a
/// test.
struct GoldenTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens")
    private static let isRecording = ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1"

    @Test("prints what its golden file holds", arguments: Golden.all)
    func matchesFile(golden: Golden) throws {
        let file = Self.folder.appending(path: "\(golden.name).html")
        let printed = Data(golden.markup.bytes + [UInt8(ascii: "\n")])
        if Self.isRecording {
            try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
            try printed.write(to: file)
            Issue.record("recorded \(golden.name)")
        } else {
            let kept = try Data(contentsOf: file)
            #expect(String(decoding: printed, as: UTF8.self) == String(decoding: kept, as: UTF8.self))
        }
    }

    @Test("no two goldens share a name, and no file is left over")
    func filesMatchCases() throws {
        let names = Golden.all.map { "\($0.name).html" }
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path())
        #expect(Set(names).count == names.count)
        #expect(files.sorted() == names.sorted())
    }

    @Test("no component prints what the content-security policy forbids", arguments: Golden.all)
    func keepsToThePolicy(golden: Golden) {
        let text = golden.markup.text
        #expect(!text.contains(" style="))
        #expect(!text.contains("<style"))
        #expect(!text.contains("javascript:"))
        #expect(text.firstMatch(of: /<[^>]*\son[a-z]+=/) == nil)
        #expect(text.firstMatch(of: /<script(?![^>]*\ssrc="\/assets\/)/) == nil)
    }

    @Test("no id stands twice in a component", arguments: Golden.all)
    func idsAreUnique(golden: Golden) {
        let ids = golden.markup.text.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
        #expect(Set(ids).count == ids.count, "\(ids)")
    }

    @Test("every id that a label or description names is there", arguments: Golden.all)
    func namedIDsExist(golden: Golden) {
        let text = golden.markup.text
        let ids = Set(text.matches(of: /\sid="([^"]*)"/).map { String($0.1) })
        let named = text.matches(
            of: /\s(?:for|aria-describedby|aria-labelledby|aria-controls|data-aria-controls)="([^"]*)"/
        )
        .flatMap { $0.1.split(separator: " ").map(String.init) }
        #expect(ids.isSuperset(of: named), "\(Set(named).subtracting(ids))")
    }
}
