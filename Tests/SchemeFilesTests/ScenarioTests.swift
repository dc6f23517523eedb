import Domain
import Testing

@testable import SchemeFiles

struct ScenarioTests {
    private func run(_ scenario: String, _ scheme: WrittenScheme = .first) -> [String] {
        var scheme = scheme
        scheme.files["scenarios/out-of-hours.yaml"] = scenario
        let loaded = scheme.read()
        let (scenarios, problems) = ScenarioReading.read(loaded)
        let run = ScenarioRun(scenarios, definitions: loaded.definitions)
        return (loaded.diagnostics + problems + run.failures).map(\.description)
    }

    @Test("What the engine finds instead is said at the line of the expectation")
    func failures() {
        let lines = run(
            """
            scenario: Everything is expected wrongly
            log:
              - {at: 2013-05-02 22:30, record: drug-test, answers: {result: positive}}
            expect:
              - at: 2013-05-16 00:00
                programme: test-to-assessment
                enrolments: 2
                stage: assessed
                ended: closed
                suspended: true
                lead: none
                clocks:
                  assessment-booked-by-police: {state: running, due: 2013-05-14}
                  follow-up: {state: met}
                flags: []
                values: {result: negative}
              - at: 2013-05-16 00:00
                decision: what-next
                answers: {days-used: 20}
                outcome: key-worker
                rule: rest
            """)
        let at = "at 16 May 2013, 00:00; found"
        #expect(
            lines
                == [
                    "7:17: error: expected enrolments: 2 \(at) 1: From test to assessment, stage `waiting`",
                    "8:12: error: expected stage `assessed` \(at) stage `waiting`",
                    "9:12: error: expected ended `closed` \(at) not ended",
                    "10:16: error: expected suspended: true \(at) suspended: false",
                    "11:11: error: expected lead `none` \(at) `not-needed`",
                    """
                    13:36: error: expected clock `assessment-booked-by-police` running, due 2013-05-14 \(at) not-met, from 2013-05-10, \
                    due 2013-05-15
                    """,
                    "14:18: error: expected clock `follow-up` met \(at) no deadline",
                    "15:12: error: expected flags none \(at) `late`",
                    "16:22: error: expected value `result` `negative` \(at) `positive`",
                    "20:14: error: expected outcome `key-worker` \(at) outcome `prescriber` by rule `daily`",
                    "21:11: error: expected rule `rest` \(at) outcome `prescriber` by rule `daily`",
                ].map { "first-scheme/scenarios/out-of-hours.yaml:" + $0 })
    }

    @Test("Corrections, what was known then, endings and absent clocks can be told")
    func corrections() {
        let lines = run(
            """
            scenario: A test entered in error
            log:
              - {at: 2013-05-02 22:30, recorded: 2013-05-03 08:10, id: test, record: drug-test, answers: {result: positive}}
              - {at: 2013-05-02 22:30, recorded: 2013-05-06 12:00, withdraws: test, reason: Wrong person}
              - {on: 2013-05-07, record: drug-test, id: second, answers: {result: negative, substances: {missing: not-known}}}
              - {on: 2013-05-07, recorded: 2013-05-08 09:00, record: drug-test, amends: second, answers: {result: positive}}
              - {at: 2013-05-09 10:00, record: no-further-action}
            expect:
              - {at: 2013-05-03 08:00, known-then: true, enrolments: 0}
              - {at: 2013-05-04 08:00, known-then: true, programme: test-to-assessment, enrolments: 1, ended: none}
              - {at: 2013-05-04 08:00, programme: test-to-assessment, enrolments: 0}
              - at: 2013-05-09 12:00
                programme: test-to-assessment
                ended: closed
                clocks: {follow-up: absent, assessment-booked-by-police: {state: void}}
                values: {result: positive}
            """)
        #expect(lines == [])
    }

    @Test("Mistakes in a scenario are said at their place")
    func mistakes() {
        let lines = run(
            """
            scenario: Full of mistakes
            rota: [{rota: days, worker: Ann, from: 2013-05-02 16:00, until: 2013-05-02 08:00}]
            person: {born: 1990-01-01}
            log:
              - {at: yesterday, record: drug-test}
              - {on: 2013-05-02, record: drug-tst}
              - {on: 2013-05-02, record: drug-test, answers: {reslt: positive}}
              - {on: 2013-05-02, record: drug-test, answers: {result: posative}}
              - {on: 2013-05-02, record: drug-test, amends: first}
              - {on: 2013-05-02, record: assessment, answers: {days-used: 40}}
              - {on: 2013-05-02, record: assessment, answers: {days-used: {missing: not-asked}}}
            expect:
              - {at: 2013-05-02 09:00, stage: waiting}
              - {at: 2013-05-02 09:00, programme: test-to-assessment, stage: wating}
              - {at: 2013-05-02 09:00, programme: test-to-assessment, clocks: {follow: absent}}
              - {at: 2013-05-02 09:00, decision: what-next}
            """)
        let expected = [
            "2:8: error: this shift ends before it begins", "3:9: error: no record type acts as `identification`",
            "5:10: error: expected a London date and time",
            "6:30: error: there is no record type `drug-tst` (did you mean `drug-test`?)",
            "7:51: error: `reslt` is not a field",
            "8:59: error: `posative` is not an option of `result` (did you mean `positive`?)",
            "9:49: error: no earlier entry of this log has the id `first`",
            "10:63: error: `days-used` is a number: Enter a number from 0 to 28",
            "11:63: error: `days-used` cannot be left as `not-asked`",
            "13:5: error: this says something of an enrolment",
            "14:66: error: this programme has no stage `wating` (did you mean `waiting`?)",
            "15:68: error: this programme has no clock `follow`", "16:5: error: say which `outcome` or `rule`",
        ]
        #expect(lines.count == expected.count, "\(lines.joined(separator: "\n"))")
        for (line, start) in zip(lines, expected) {
            #expect(line.hasPrefix("first-scheme/scenarios/out-of-hours.yaml:" + start))
        }
    }

    @Test("A person's age and who is on duty can be told")
    func personAndRota() throws {
        let scheme = try WrittenScheme.first
            .with(
                "records.yaml", "  no-further-action:",
                """
                  details:
                    title: Details
                    category: tests
                    acts-as: identification
                    fields: {born: {question: Born when?, kind: day, fact: birth-date}}

                  no-further-action:
                """
            )
            .with(
                "programme.yaml", "    stages:",
                "    lead: {taken-by: assessment, rota: days}\n    stages:"
            )
            .with("programme.yaml", "when: {answer: days-used, at-least: 20}", "when: {age: {under: 18}}")
        let lines = run(
            """
            scenario: A young person
            person: {born: 1996-01-01}
            rota: [{rota: days, worker: Ann, from: 2013-05-03 08:00, until: 2013-05-03 16:00}]
            log:
              - {at: 2013-05-02 22:30, record: drug-test, answers: {result: positive}}
              - {at: 2013-05-13 22:30, record: assessment, by: Bea}
            expect:
              - {at: 2013-05-02 23:00, programme: test-to-assessment, lead: on-duty Ann}
              - {at: 2013-05-14 23:00, programme: test-to-assessment, lead: accepted Bea}
              - {at: 2013-05-14 23:00, decision: what-next, outcome: prescriber, rule: daily}
              - {at: 2014-05-14 23:00, decision: what-next, outcome: key-worker}
            """, scheme)
        #expect(lines == [])
    }
}
