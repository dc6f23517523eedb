import Testing

@testable import Domain

/// Counterexamples that the random logs found, or that were found beside them, each with what must be so instead.
struct EngineRegressionTests {
    private func event(
        _ id: String, _ type: String, _ at: String, _ answers: [String: Answer] = ["code": .choice("a")]
    ) throws -> Event {
        let instant = try #require(Instant(at))
        return Event(
            id: id, subject: "p", type: "t/" + type, occurred: .instant(instant), known: instant, recorded: instant,
            by: "ann", agency: "agency", answers: answers)
    }

    private func pattern(_ type: String) -> EventPattern { EventPattern(types: ["t/" + type]) }

    /// One programme that opens with `open` and ends with `stop`, and this clock.
    private func deadlines(_ clock: ClockRule, _ events: [Event], asOf: String) throws -> [Deadline] {
        try standing(clock, events, asOf: asOf).enrolments.first?.deadlines ?? []
    }

    private func standing(_ clock: ClockRule, _ events: [Event], asOf: String) throws -> Standing {
        var scheme = Scheme(id: "t", title: "t")
        scheme.recordTypes = SampleSchemes.types
        scheme.programmes = [
            Programme(
                id: "t/p", title: "p", opens: [pattern("open")],
                endings: [Programme.Ending(reason: "over", title: "over", when: [pattern("stop")])], clocks: [clock])
        ]
        let asOf = try #require(Instant(asOf))
        let definitions = Definitions([Definitions.Published(scheme: scheme)])
        return SubjectFold(events, subject: "p", definitions: definitions, asOf: asOf).standing(asOf: asOf)
    }

    @Test("A deadline that was met is not moved by a pause that goes on after it")
    func pauseAfterFulfilment() throws {
        let paused = Condition.events(EventTest(pattern: pattern("pause"), latestOnly: true))
        let clock = ClockRule(
            id: "c", title: "c", starts: .events([pattern("open")]), limit: .within(Span(10, .days)),
            metBy: [pattern("done")], pausedWhile: paused)
        let log = try [
            event("o", "open", "2013-05-01T09:00:00Z"), event("p", "pause", "2013-05-03T09:00:00Z"),
            event("d", "done", "2013-05-06T09:00:00Z"),
        ]
        for asOf in ["2013-05-06T10:00:00Z", "2013-06-06T10:00:00Z"] {
            let deadline = try #require(deadlines(clock, log, asOf: asOf).first)
            #expect(deadline.state == .met && deadline.due.iso == "2013-05-14", "as of \(asOf)")
        }
    }

    @Test("An announcement that takes the place of another in time voids it, however late the new day is")
    func replacedHearing() throws {
        let clock = ClockRule(
            id: "c", title: "c", starts: .events([pattern("hearing")]), fromField: "on",
            limit: .before(Span(2, .workingDays)),
            metBy: [pattern("done")])
        let june = try #require(Day("2013-06-03"))
        let july = try #require(Day("2013-07-01"))
        let log = try [
            event("o", "open", "2013-05-01T09:00:00Z"),
            event("h", "hearing", "2013-05-02T09:00:00Z", ["on": .day(june)]),
            event("i", "hearing", "2013-05-20T09:00:00Z", ["on": .day(july)]),
        ]
        let found = try deadlines(clock, log, asOf: "2013-05-21T09:00:00Z")
        #expect(found.map(\.due.iso) == ["2013-06-27"])
        #expect(found.map(\.state) == [.running])
    }

    @Test("Nothing of a series still runs once the enrolment has ended")
    func seriesAfterTheEnd() throws {
        let clock = ClockRule(
            id: "c", title: "c", starts: .events([pattern("open")]),
            limit: .series([Span(5, .days), Span(1, .months)]),
            metBy: [pattern("done")])
        let log = try [event("o", "open", "2013-05-01T09:00:00Z"), event("s", "stop", "2013-05-02T09:00:00Z")]
        let found = try deadlines(clock, log, asOf: "2013-07-01T09:00:00Z")
        #expect(found.map(\.state) == [.void, .void])
        #expect(found.map(\.voidedBy) == ["s", "s"])
    }

    @Test("The event that ends an enrolment starts no clock in it")
    func endingStartsNothing() throws {
        let clock = ClockRule(
            id: "c", title: "c", starts: .events([pattern("stop")]), limit: .within(Span(5, .days)),
            metBy: [pattern("done")])
        let log = try [event("o", "open", "2013-05-01T09:00:00Z"), event("s", "stop", "2013-05-02T09:00:00Z")]
        #expect(try deadlines(clock, log, asOf: "2013-07-01T09:00:00Z").isEmpty)
    }

    @Test("The period in which an enrolment ended stays met, however late one looks")
    func lastPeriod() throws {
        let clock = ClockRule(
            id: "c", title: "c", starts: .events([pattern("open")]), limit: .every(Span(1, .weeks), inARow: nil),
            metBy: [pattern("done")])
        let log = try [
            event("o", "open", "2013-05-01T09:00:00Z"), event("d", "done", "2013-05-02T09:00:00Z"),
            event("s", "stop", "2013-05-03T09:00:00Z"),
        ]
        for asOf in ["2013-05-04T09:00:00Z", "2013-07-01T09:00:00Z"] {
            #expect(try deadlines(clock, log, asOf: asOf).map(\.state) == [.met], "as of \(asOf)")
        }
    }

    @Test("After a period was met the next change is the start of the next period")
    func nextPeriod() throws {
        let clock = ClockRule(
            id: "c", title: "c", starts: .events([pattern("open")]), limit: .every(Span(1, .weeks), inARow: 3),
            metBy: [pattern("done")])
        let log = try [event("o", "open", "2013-05-01T09:00:00Z"), event("d", "done", "2013-05-02T09:00:00Z")]
        let found = try standing(clock, log, asOf: "2013-05-03T09:00:00Z")
        #expect(found.nextChange == Instant("2013-05-08T23:00:00Z"))
    }

    @Test("A date mistyped by two centuries does not make a rhythm slow")
    func farRhythm() throws {
        let clock = ClockRule(
            id: "c", title: "c", starts: .events([pattern("open")]), limit: .every(Span(2, .workingDays), inARow: nil),
            metBy: [pattern("done")])
        let log = [try event("o", "open", "1813-05-01T09:00:00Z")]
        let took = try ContinuousClock().measure {
            let found = try deadlines(clock, log, asOf: "2013-07-01T09:00:00Z")
            #expect(found.map(\.state) == [.notMet, .running])
        }
        #expect(took < .seconds(20))
    }

    @Test("No latest event that matches is so when the latest does not match")
    func noLatest() throws {
        let positive = EventPattern(
            types: ["t/note"], answers: [AnswerTest(field: "code", comparison: .isAny(["a"]))])
        let condition = Condition.events(EventTest(pattern: positive, latestOnly: true, atLeast: 0, atMost: 0))
        var fold = SubjectFold(subject: "p", definitions: SampleSchemes.testing)
        let asOf = try #require(Instant("2013-06-01T00:00:00Z"))
        #expect(fold.holds(condition, answers: [:], at: asOf))
        fold.apply(try event("a", "note", "2013-05-01T09:00:00Z", ["code": .choice("a")]))
        #expect(!fold.holds(condition, answers: [:], at: asOf))
        fold.apply(try event("b", "note", "2013-05-02T09:00:00Z", ["code": .choice("b")]))
        #expect(fold.holds(condition, answers: [:], at: asOf))
    }

    @Test("A day field is offered today, not an instant")
    func today() throws {
        let field = Field(
            id: "d", question: "d", kind: .day, category: "x",
            prefill: [Prefill(when: .always, value: .now, because: "")])
        let fold = SubjectFold(subject: "p", definitions: SampleSchemes.testing)
        let asOf = try #require(Instant("2013-06-01T23:30:00Z"))
        let offered = fold.prefill(field, at: asOf, worker: "ann", agency: "agency")
        #expect(offered?.0 == Day("2013-06-02").map { .day($0) })
    }
}
