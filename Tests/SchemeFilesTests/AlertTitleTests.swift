import Testing

@testable import SchemeFiles

@Suite("A press that acknowledges an alert names a deadline that there is")
struct AlertTitleTests {
    private static func problems(_ title: String) throws -> [String] {
        try WrittenScheme.first
            .with(
                "records.yaml", "  assessment:\n    title: Assessment\n",
                """
                  in-hand:
                    title: Alert acknowledged
                    category: tests
                    acts-as: acknowledgement
                    fields:
                      about: {question: "Which alert?", kind: {text: {lines: 1, limit: 80}}, required: true}

                  assessment:
                    title: Assessment

                """
            )
            .with(
                "sharing.yaml", "      close: {title: No further action, record: no-further-action}",
                "      hand: {title: In hand, record: in-hand, answers: {about: \(title)}}"
            ).problems
    }

    @Test("the title of one of the programme's clocks is understood")
    func known() throws {
        #expect(try Self.problems("Follow-up") == [])
    }

    @Test("any other is refused, since it would acknowledge nothing")
    func unknown() throws {
        let found = try Self.problems("Folow-up")
        #expect(
            found == [
                """
                first-scheme/sharing.yaml:14:64: error: no deadline of `first-scheme/test-to-assessment` is called `Folow-up` \
                (did you mean `Follow-up`?)
                """
            ])
    }
}
