import Domain
import Testing

@testable import SchemeFiles

struct ReplayTests {
    private let definitions = WrittenScheme.first.read().definitions

    private func read(_ text: String) -> (events: [Event], lines: [String]) {
        let (events, diagnostics) = EventLineReading.read(Array(text.utf8), file: "log.jsonl", definitions: definitions)
        return (events, diagnostics.map(\.description))
    }

    @Test("An out-of-hours positive gives the window of five to eight working days around the bank holiday")
    func window() throws {
        let (events, lines) = read(
            """
            {"id": "a", "subject": "p2", "type": "first-scheme/drug-test", "occurred": "2013-05-02T21:30:00Z", "answers": {"result": "positive"}}

            {"id": "b", "subject": "p1", "type": "drug-test", "occurred": "2013-05-02T22:30:00+01:00", "answers": {"result": "positive"}}
            {"id": "c", "subject": "p1", "type": "assessment", "occurred": "2013-05-13", "answers": {"days-used": 3}}
            """)
        #expect(lines == [])
        let asOf = try #require(Instant("2013-05-20T09:00:00Z"))
        let report = ReplayReport(events, definitions: definitions, asOf: asOf)
        let version = definitions.schemes[0].version
        let start = #""programme":"first-scheme/test-to-assessment","version":"\#(version)","stage":"#
        let window = #""from":"2013-05-10","due":"2013-05-15","anchor":"#
        let because = #""basis":"local","because":"Positive test outside cover on 2 May 2013; 5 to 8 working days"}"#
        #expect(
            report.jsonLines == """
                {"person":"p1",\(start)"assessed","deadlines":[{"clock":"assessment-booked-by-police","state":"met",\(window)"b",\
                \(because),{"clock":"follow-up","state":"running","from":null,"due":"2013-05-27","anchor":"c",\
                "basis":"local","because":"Assessment on 13 May 2013; within 2 weeks"}],"flags":[]}
                {"person":"p2",\(start)"waiting","deadlines":[{"clock":"assessment-booked-by-police","state":"not-met",\(window)"a",\
                \(because)],"flags":["late"]}

                """)
        #expect(
            report.text.contains(
                "Assessment booked by the police: not met, from Friday 10 May 2013 due Wednesday 15 May 2013."))
    }

    @Test("What was not yet recorded does not count as known then")
    func knownThen() throws {
        let (events, lines) = read(
            """
            {"id":"a","subject":"p","type":"drug-test","occurred":"2013-05-02","recorded":"2013-05-04T09:00:00Z","answers":{"result":"positive"}}
            """)
        #expect(lines == [])
        let asOf = try #require(Instant("2013-05-20T09:00:00Z"))
        let early = try #require(Instant("2013-05-03T09:00:00Z"))
        #expect(ReplayReport(events, definitions: definitions, asOf: asOf, knownAt: early).jsonLines == "")
        #expect(!ReplayReport(events, definitions: definitions, asOf: asOf, knownAt: asOf).jsonLines.isEmpty)
    }

    @Test("An event moved to another person counts there and no longer here")
    func move() throws {
        let (events, lines) = read(
            """
            {"id":"a","subject":"p1","type":"drug-test","occurred":"2013-05-02","answers":{"result":"positive"}}
            {"id":"b","subject":"p2","type":"drug-test","occurred":"2013-05-02","act":"move","supersedes":"a","reason":"Wrong person","recorded":"2013-05-04T09:00:00Z","answers":{"result":"positive"}}
            """)
        #expect(lines == [])
        let asOf = try #require(Instant("2013-05-20T09:00:00Z"))
        let report = ReplayReport(events, definitions: definitions, asOf: asOf)
        #expect(report.standings.map { $0.enrolments.count } == [0, 1])
    }

    @Test("Defaults, missing answers and every kind of answer are read")
    func answers() throws {
        let (events, lines) = read(
            #"{"id":"a","subject":"p","type":"assessment","occurred":"2013-05-02","known":"2013-05-03T10:00:00Z","#
                + #""answers":{"days-used":{"missing":"declined"},"appointment":"2013-05-09T10:00:00+01:00"}}"# + "\n"
                + #"{"id":"b","subject":"p","type":"drug-test","occurred":"2013-05-02T10:00:00Z","by":"w","agency":"g","#
                + #""answers":{"substances":["cocaine","heroin"],"place":"oxclose"}}"#)
        #expect(lines == [])
        #expect(events[0].answers["days-used"] == .missing(.declined))
        #expect(events[0].answers["appointment"] == Instant("2013-05-09T09:00:00Z").map { .instant($0) })
        #expect(events[0].known == Instant("2013-05-03T10:00:00Z") && events[0].recorded == events[0].known)
        #expect(events[1].answers["substances"] == .choices(["heroin", "cocaine"]))
        #expect(events[1].recorded == Instant("2013-05-02T10:00:00Z"))
        #expect(events[1].type == "first-scheme/drug-test" && events[1].by == "w" && events[1].agency == "g")
    }

    @Test(
        "Each bad line is said with its number and the others are read",
        arguments: [
            ("{", "1:2: error: a key in quotes"), ("[]", "1:1: error: expected an event"),
            ("nul", "1:1: error: a value was"),
            (#"{"id":"a","id":"b"}"#, "1:15: error: the key `id` is written twice"),
            (#"{"id":"a"} x"#, "1:12: error: something follows"),
            (#"{"id":"\u0000"}"#, "1:14: error: control characters"),
            (#"{"id":"\ud800"}"#, "1:14: error: half a character"),
            (String(repeating: "[", count: 5_000), "1:34: error: this is nested more than 32 deep"),
            (#"{"id":"a","subject":"p","type":"drug-test"}"#, "1:1: error: an event needs the key `occurred`"),
            (
                #"{"id":"a","subject":"p","type":"drug-tst","occurred":"2013-05-02"}"#,
                "1:1: error: there is no record type `drug-tst`"
            ),
            (
                #"{"id":"a","subject":"p","type":"drug-test","occurred":"2 May"}"#,
                "1:1: error: `occurred` is an instant such as"
            ),
            (
                #"{"id":"a","subject":"p","type":"drug-test","occured":"2013-05-02"}"#,
                "1:1: error: unknown key `occured` (did you mean `occurred`?)"
            ),
            (
                #"{"id":"a","subject":"p","type":"drug-test","occurred":"2013-05-02","act":"amend"}"#,
                "1:1: error: an `amend` needs"
            ),
            (
                #"{"id":"a","subject":"p","type":"drug-test","occurred":"2013-05-02","supersedes":"x"}"#,
                "1:1: error: `supersedes` says"
            ),
            (
                #"{"id":"a","subject":"p","type":"drug-test","occurred":"2013-05-02","act":"amend","supersedes":"x"}"#,
                "1:1: error: there is no event `x` to amend"
            ),
            (
                #"{"id":"a","subject":"p","type":"drug-test","occurred":"2013-05-02","answers":{"result":"pos"}}"#,
                "1:1: error: `pos` is not an option of `result`; expected one of `positive` or `negative`"
            ),
            (
                #"{"id":"a","subject":"p","type":"drug-test","occurred":"2013-05-02","answers":{"result":["positive"]}}"#,
                "1:1: error: `result` is a choice and takes one answer"
            ),
            (#"{"id":7,"subject":"p"}"#, "1:1: error: `id` is text in quotes"),
        ])
    func badLines(_ line: String, _ said: String) {
        let good = #"{"id":"good","subject":"p","type":"drug-test","occurred":"2013-05-02"}"#
        let (events, lines) = read(line + "\n" + good + "\n")
        #expect(lines.first?.hasPrefix("log.jsonl:" + said) == true, "\(lines)")
        #expect(events.contains { $0.id == "good" })
    }

    @Test("An id that comes twice is read once")
    func twice() {
        let line = #"{"id":"a","subject":"p","type":"drug-test","occurred":"2013-05-02"}"#
        let (events, lines) = read(line + "\n" + line)
        #expect(events.count == 1)
        #expect(lines == ["log.jsonl:2:1: error: the id `a` is also on line 1"])
    }

    @Test("Spoilt logs never stop the reading", arguments: [UInt64(21)])
    func spoilt(_ seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let line = Array(
            #"{"id":"a","subject":"p","type":"drug-test","occurred":"2013-05-02","answers":{"result":"positive","x":[1,2.5,null]}}"#
                .utf8)
        for _ in 0..<20_000 {
            var bytes = line
            for _ in 0...Int.random(in: 0...3, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                if Bool.random(using: &random) {
                    bytes[place] = UInt8.random(in: 0...255, using: &random)
                } else {
                    bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...5, using: &random)))
                }
                if bytes.isEmpty { bytes = line }
            }
            let (events, diagnostics) = EventLineReading.read(bytes, file: "f", definitions: definitions)
            try #require(
                events.count <= 4 && (!events.isEmpty || !diagnostics.isEmpty || bytes.allSatisfy { $0 <= 0x20 }),
                "seed \(seed)")
        }
    }
}
