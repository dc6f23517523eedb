import Testing

@testable import Web

@Suite("The source of a rule on a page")
struct SourceWordsTests {
    @Test(
        "names Acts and documents and leaves out the numbers of requirements",
        arguments: [
            ("PACE 1984 s.63B; F-002 R2", "PACE 1984 s.63B"),
            ("Drugs Act 2005 ss.9 to 17", "Drugs Act 2005 ss.9 to 17"),
            ("A-036; I-027; no figure in the documents", ""), ("F-002 R2 and R4", ""), ("I-001 to I-004", ""),
            (
                "F-001 sets no figure; six hours is when detention is first reviewed (PACE 1984 s.40)",
                "six hours is when detention is first reviewed (PACE 1984 s.40)"
            ),
            (
                "I-003 sets no figure; two weeks as for other services (D-012)", "two weeks as for other services"
            ), ("", ""),
        ])
    func words(_ source: String, _ shown: String) {
        #expect(SourceWords(source).text == shown)
    }
}
