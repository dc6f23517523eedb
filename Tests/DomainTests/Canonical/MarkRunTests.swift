import Testing

@testable import Domain

@Suite struct MarkRunTests {
    @Test("Thirty marks on one letter are text, and one more is not")
    func bound() {
        let marks = String(repeating: "\u{301}", count: 30)
        #expect("e\(marks)e\(marks)".hasOnlyShortMarkRuns)
        #expect(!"e\(marks)\u{323}".hasOnlyShortMarkRuns)
    }

    @Test(
        "A mark of class 0 that decomposes into others counts", arguments: ["\u{F73}", "\u{F75}", "\u{F81}", "\u{344}"])
    func decomposing(mark: String) {
        #expect(!("a" + String(repeating: mark, count: 31)).hasOnlyShortMarkRuns)
    }

    @Test(
        "Names as they are written are text",
        arguments: ["Ann", "Zoë", "Nguyễn", "Nguye\u{302}\u{303}n", "ห้องน้ำ", "한글", ""])
    func names(_ name: String) {
        #expect(name.hasOnlyShortMarkRuns)
    }

    @Test("A run takes time in proportion to its length")
    func linear() {
        let text = String(repeating: "e" + String(repeating: "\u{301}\u{323}", count: 15), count: 30_000)
        let began = ContinuousClock.now
        #expect(text.hasOnlyShortMarkRuns)
        #expect(ContinuousClock.now - began < .seconds(5))
    }
}
