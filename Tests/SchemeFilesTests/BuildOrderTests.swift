import Domain
import Testing

@testable import SchemeFiles

struct BuildOrderTests {
    private func scheme(_ id: String, on others: String = "", rest: String = "") -> WrittenScheme {
        WrittenScheme(["a.yaml": "scheme: {id: \(id), title: \(id), builds-on: [\(others)]}\n" + rest])
    }

    private let thing = "categories: {c: {title: C}}\nrecord-types: {thing: {title: Thing, category: c}}\n"

    @Test("Schemes are read with those they build on, which come first")
    func order() {
        let loaded = scheme("first-scheme", on: "middle").read(beside: [
            "middle": scheme("middle", on: "base"), "base": scheme("base", rest: thing),
        ])
        #expect(loaded.diagnostics.map(\.description) == [])
        #expect(loaded.schemes.map(\.id) == ["base", "middle", "first-scheme"])
    }

    @Test("A bare id means the scheme's own first, then one it builds on; two of those are refused")
    func references() {
        let letter = "letters: {l: {title: L, record: thing, paragraphs: [Hello]}}\n"
        let other = "record-types: {thing: {title: Other}}\n"
        let beside = ["base": scheme("base", rest: thing), "other": scheme("other", rest: other)]
        let one = scheme("first-scheme", on: "base", rest: letter).read(beside: beside)
        #expect(one.schemes.last?.letters.first?.record == "base/thing")
        let own = scheme("first-scheme", on: "base", rest: letter + other).read(beside: beside)
        #expect(own.schemes.last?.letters.first?.record == "first-scheme/thing")
        let two = scheme("first-scheme", on: "base, other", rest: letter).read(beside: beside)
        #expect(
            two.diagnostics.map(\.description) == [
                """
                first-scheme/a.yaml:2:33: error: `thing` could be `base/thing` or `other/thing`; write which, with its scheme
                """
            ])
        let named = scheme(
            "first-scheme", on: "base, other", rest: letter.replacing("record: thing", with: "record: other/thing")
        )
        .read(beside: beside)
        #expect(named.diagnostics.map(\.description) == [])
        let unseen = scheme(
            "first-scheme", on: "base", rest: letter.replacing("record: thing", with: "record: other/thing")
        )
        .read(beside: beside)
        #expect(unseen.diagnostics.count == 1)
    }

    @Test("Schemes that build on each other, on themselves or on nothing are refused")
    func rings() {
        let ring = scheme("first-scheme", on: "base").read(beside: ["base": scheme("base", on: "first-scheme")])
        #expect(
            ring.diagnostics.map(\.description) == [
                "base/a.yaml:1:45: error: the schemes `base` and `first-scheme` build on each other"
            ])
        let own = scheme("first-scheme", on: "first-scheme").read()
        #expect(own.diagnostics.count == 1)
        let none = scheme("first-scheme", on: "nowhere").read()
        #expect(
            none.diagnostics.map(\.message) == ["there is no scheme `nowhere`: nowhere has no files of definitions"])
        let misnamed = scheme("first-scheme", on: "base").read(beside: ["base": scheme("else")])
        #expect(misnamed.diagnostics.count == 1)
    }

    @Test("The sibling of a folder lies beside it, however the path is written")
    func siblings() {
        func sibling(_ path: String) -> String { SchemeFolder(path: path, files: []).sibling("core") }
        #expect(sibling("Schemes/nottingham") == "Schemes/core")
        #expect(sibling("Schemes/nottingham/") == "Schemes/core")
        #expect(sibling("nottingham") == "core")
        #expect(sibling(".") == "../core")
        #expect(sibling("/srv/x") == "/srv/core")
    }
}
