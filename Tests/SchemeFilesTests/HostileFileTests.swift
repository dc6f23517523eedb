import Foundation
import Testing

@testable import SchemeFiles

/// A file that somebody made to break the reader, and the one thing that is said of it.
struct HostileFile: CustomTestStringConvertible, Sendable {
    var name: String
    var text: String
    var said: String

    var testDescription: String { name }

    init(_ name: String, _ text: String, _ said: String) {
        self.name = name
        self.text = text
        self.said = said
    }
}

struct HostileFileTests {
    private func said(_ bytes: [UInt8]) -> [String] {
        let file = SourceFile(path: "f.yaml", name: "f.yaml", bytes: bytes)
        return SchemeReading.read(
            SchemeFolder(path: "f", files: [file]), digest: WrittenScheme.digest,
            open: { SchemeFolder(path: $0, files: []) }
        ).diagnostics.map(\.description)
    }

    @Test("Each hostile file is refused at its place", arguments: HostileFile.all)
    func refused(_ file: HostileFile) throws {
        let lines = said(Array(file.text.utf8))
        #expect(lines.first?.hasPrefix("f.yaml:" + file.said) == true, "\(lines)")
    }

    @Test("Bytes that are not UTF-8 are refused at their place")
    func bytes() {
        #expect(
            said(Array("scheme: {id: x,\n title: ".utf8) + [0xC3, 0x28]).first?.hasPrefix(
                "f.yaml:2:9: error: this is not") == true)
        #expect(said([0xFF, 0xFE, 0x73, 0x00]).first?.hasPrefix("f.yaml:1:1: error: this is not UTF-8") == true)
        #expect(said([0xED, 0xA0, 0x80]).first?.hasPrefix("f.yaml:1:1: error: this is not UTF-8") == true)
    }

    @Test("A file above the limit is not parsed, and a folder of too many files is cut")
    func sizes() throws {
        let large = Array(repeating: UInt8(ascii: "#"), count: SourceLimits.fileBytes + 1)
        #expect(said(large).first?.hasPrefix("f.yaml:1:1: error: this file is larger than 1024 KiB") == true)
        let place = FileManager.default.temporaryDirectory.appendingPathComponent("scheme-\(UUID().uuidString)")
        defer { _ = try? FileManager.default.removeItem(at: place) }
        try FileManager.default.createDirectory(
            at: place.appendingPathComponent("a"), withIntermediateDirectories: true)
        for number in 0...SourceLimits.files {
            try Data("\n".utf8).write(to: place.appendingPathComponent("a/\(number).yaml"))
        }
        try FileManager.default.createSymbolicLink(
            at: place.appendingPathComponent("link.yaml"), withDestinationURL: place.appendingPathComponent("a/1.yaml"))
        try FileManager.default.createSymbolicLink(
            at: place.appendingPathComponent("loop"), withDestinationURL: place)
        let folder = SchemeFolder(reading: place.path)
        #expect(folder.files.count == SourceLimits.files)
        #expect(folder.diagnostics.count == 2)
        #expect(folder.diagnostics.contains { $0.message.contains("links are not followed") })
    }

    @Test("A folder that is not there is one line")
    func noFolder() {
        let loaded = SchemeReading.read("/nowhere/at/all", digest: WrittenScheme.digest)
        #expect(
            loaded.diagnostics.map(\.description) == [
                "/nowhere/at/all:1:1: error: there is no folder here that can be read"
            ])
    }

    @Test("A key written twice is found, and everything after it is still checked")
    func repeatedKeys() throws {
        let scheme = try WrittenScheme.first
            .with("scheme.yaml", "\npurposes:", "  tests: {title: Again}\n\npurposes:")
            .with("scheme.yaml", "  title: Our first scheme\n", "  title: Our first scheme\n  \"title\": Another\n")
            .with("scheme.yaml", "[tests], administers", "[test], administers")
            .with("records.yaml", "result:\n        question", "result:\n        question: Twice\n        question")
        let lines = scheme.problems
        #expect(
            lines == [
                "first-scheme/records.yaml:17:9: error: the key `question` is written twice; the first is on line 16",
                "first-scheme/scheme.yaml:4:3: error: the key `title` is written twice; the first is on line 3",
                "first-scheme/scheme.yaml:9:3: error: the key `tests` is written twice; the first is on line 7",
                """
                first-scheme/scheme.yaml:16:42: error: there is no category `test` (did you mean `tests`?); expected one of \
                `assessment` or `tests`
                """,
            ], "\(lines)")
    }

    @Test("Depth is measured the same for every way of nesting", arguments: ["[", "{a: ", "- ", "? ", "a:\n", "- - "])
    func depth(_ opening: String) {
        for count in [45, 400, 3_000, 60_000] {
            var text = ""
            for level in 0..<count where text.utf8.count < SourceLimits.fileBytes - 4_000 {
                if opening == "a:\n" { text += String(repeating: " ", count: level) }
                text += opening
            }
            #expect(said(Array(text.utf8)).contains { $0.contains("nested more than 40 deep") }, "\(opening) \(count)")
        }
    }

    @Test("What the outline misreads, the tree's own limit still catches")
    func treeDepth() {
        // A list may stand at its key's own column, which an outline cannot see.
        var text = ""
        for level in 0..<60 {
            let indent = String(repeating: " ", count: 2 * level)
            text += "\(indent)- a:\n"
        }
        #expect(said(Array(text.utf8)).contains { $0.contains("nested more than 40 deep") })
    }
}

extension HostileFile {
    static let all: [HostileFile] = [
        HostileFile("anchor", "scheme: &a {id: x}", "1:9: error: anchors and aliases"),
        HostileFile(
            "endless marks", "scheme: {id: x" + String(repeating: "\u{301}\u{323}", count: 100_000) + "}",
            "1:45: error: a letter has more marks"),
        HostileFile("alias", "scheme: {id: *a}", "1:14: error: anchors and aliases"),
        HostileFile("anchor on a key", "&a scheme: x", "1:1: error: anchors and aliases"),
        HostileFile("anchor in a list", "scheme:\n  - &a x", "2:5: error: anchors and aliases"),
        HostileFile(
            "a bomb of aliases",
            "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: {? [*b,*b,*b,*b] : x}",
            "1:4: error: anchors"),
        HostileFile(
            "a bomb of aliases behind a quote that is none", "a: x\n  'y &a [x]\nb: y *a",
            "1:1: error: `&a` and `*a` look like"),
        HostileFile("tag", "scheme: !!python/object {id: x}", "1:9: error: tags (`!`)"),
        HostileFile("verbatim tag", "scheme: !<tag:x> x", "1:9: error: tags (`!`)"),
        HostileFile("directive", "%TAG ! tag:x\n---\nscheme: x", "1:1: error: directives"),
        HostileFile("merge key", "scheme: {<<: {id: x}, id: y, title: y}", "1:10: error: merge keys"),
        HostileFile("two documents", "scheme: x\n---\nscheme: y", "2:1: error: a file holds one document"),
        HostileFile("ended document", "scheme: x\n...\nscheme: y", "3:1: error: "),
        HostileFile("NUL", "scheme: a\0b", "1:10: error: the control character U+0000"),
        HostileFile("escaped NUL", "scheme: \"a\\0b\"", "1:9: error: control characters"),
        HostileFile("escape character", "scheme: a\u{1B}[0m", "1:10: error: the control character U+001B"),
        HostileFile("bare carriage return", "scheme: a\rb", "1:10: error: a carriage return"),
        HostileFile("line separator", "scheme: a\u{2028}b", "1:10: error: the control character U+2028"),
        HostileFile("tab for indentation", "scheme:\n\tid: x", "2:1: error: "),
        HostileFile("unclosed quote", "scheme: \"x", "1:11: error: "),
        HostileFile("unclosed bracket", "scheme: [x", "2:1: error: a `,` or `]` was expected here"),
        HostileFile("key that is a mapping", "{a: b}: c", "1:1: error: a key must be text"),
        HostileFile("empty key", "'': c", "1:1: error: a key must be text"),
        HostileFile(
            "nothing but text", "hello", "1:1: error: expected a file of definitions, which is a mapping; found text"),
        HostileFile(
            "a list", "- hello", "1:1: error: expected a file of definitions, which is a mapping; found a list"),
        HostileFile("heading is a list", "scheme: []", "1:9: error: expected `scheme`, which is a mapping"),
        HostileFile(
            "heading twice", "scheme: {id: f, title: F}\n\"scheme\": {id: g, title: G}",
            "2:1: error: the key `scheme` is written"),
        HostileFile(
            "id is a list", "scheme: {id: [f], title: F}", "1:14: error: expected the id of the scheme; found a list"),
        HostileFile(
            "id too long", "scheme: {id: \(String(repeating: "f", count: 90)), title: F}", "1:14: error: `ffff"),
        HostileFile(
            "giant number",
            "scheme: {id: f, title: F}\ncategories: {c: {title: C}}\nrecord-types: {t: {title: T, category: c, rank: 99999999999999999999999999}}",
            "3:49: error: expected a whole number"),
        HostileFile(
            "number in exponents",
            "scheme: {id: f, title: F}\ncategories: {c: {title: C}}\nrecord-types: {t: {title: T, category: c, rank: 1e9}}",
            "3:49: error: expected a whole number"),
        HostileFile(
            "a ring of templates",
            "scheme: {id: f, title: F}\nprogrammes:\n  a: {title: A, extends: b}\n  b: {title: B, extends: a}",
            "3:26: error: `extends` goes round in a ring"),
        HostileFile(
            "a ring of programmes",
            """
            scheme: {id: f, title: F}
            record-types: {t: {title: T}}
            programmes:
              a: {title: A, opens: {event: t, also: {enrolled: b}}}
              b: {title: B, opens: {event: t, also: {enrolled: a}}}
            """,
            "4:3: error: programmes look at each other's standing in a ring: `f/a` → `f/b` → `f/a`"),
    ]
}
