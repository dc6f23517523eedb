import Domain
import Testing

@testable import SchemeFiles

struct ExplanationTests {
    private let explanation = SchemeExplanation(WrittenScheme.first.read().definitions)

    @Test("A clock is explained as somebody would say it")
    func clock() {
        #expect(
            explanation.passages("test-to-assessment assessment-booked-by-police").map(\.text) == [
                """
                Assessment booked by the police
                  Due within 5 to 8 working days of Drug test where “What was the result?” is Positive, outside Assessor cover (local practice, Local protocol, section 2.1).
                  Met by Assessment.
                  A new one takes the place of the one before.
                  Shown as due soon 1 working day before.
                  If missed, goes to Manager after 1 working day.

                """
            ])
    }

    @Test("A programme, a decision and a record type are explained")
    func others() {
        #expect(
            explanation.passages("test-to-assessment").first?.lines == [
                "Opens with Drug test where “What was the result?” is Positive.", "Source: Local protocol, section 2.",
                "Stage “Waiting for assessment”: where an enrolment begins.",
                "Stage “Assessed”: entered by Assessment.",
                "Ends as “No further action” with No further action.",
                "Flag “Assessment missed” while Assessment booked by the police is not met.",
            ])
        #expect(
            explanation.passages("what-next").first?.lines == [
                "Source: Local protocol, section 3.", "Since 2013, from 1 January 2013",
                "1. If the answer to “days-used” is 20 or more: See the prescriber this week. Use on 20 days or more.",
                "2. Otherwise: See the key worker. Everybody else sees the key worker.",
            ])
        #expect(
            explanation.passages("drug-test").first?.lines == [
                "Source: Test form, page 1.",
                "“What was the result?”: a choice (Positive, Negative); must be answered. Kept in “Tests”.",
                "“Where was it made?”: a choice (Bridewell custody suite, Oxclose Lane custody suite). Kept in “Tests”.",
                "“Which drugs did it find?”: a choice of several (Heroin, Cocaine); asked when the answer to “result” is positive. Kept in “Tests”.",
            ])
        #expect(explanation.passages("nothing") == [])
    }
}
