@testable import Domain

/// Three schemes that between them use every kind of limit, start, pause and reading, small enough to be read.
enum SampleSchemes {
    static let all: [Definitions] = [testing, rhythms, places]

    /// Record types with a choice `code`, a day `on`, an instant `at`, a number `n` and a worker `worker`.
    private static func type(
        _ id: String, rank: Int = 0, start: Bool = false, meaning: RecordType.Meaning = .ordinary
    ) -> RecordType {
        let options = ["a", "b", "c"].map { Option(code: $0, title: $0) }
        let fields = [
            Field(id: "code", question: "code", kind: .choice(.own(options)), category: "x"),
            Field(id: "on", question: "on", kind: .day, category: "x"),
            Field(id: "at", question: "at", kind: .instant, category: "x"),
            Field(id: "n", question: "n", kind: .number(unit: "", range: nil, whole: true), category: "x"),
            Field(id: "worker", question: "worker", kind: .worker, category: "x"),
            Field(id: "born", question: "born", kind: .day, category: "x", fact: .birthDate),
        ]
        return RecordType(id: id, title: id, fields: fields, actsAs: meaning, rank: rank, dayCountsAtStart: start)
    }

    static let types = [
        type("t/open", rank: -1), type("t/done"), type("t/stop", rank: 5), type("t/pause", start: true),
        type("t/resume"),
        type("t/note", rank: -1), type("t/hearing"), type("t/accept"), type("t/move", meaning: .migration),
    ]

    private static func pattern(_ type: String, _ code: String? = nil) -> EventPattern {
        EventPattern(
            types: ["t/" + type], answers: code.map { [AnswerTest(field: "code", comparison: .isAny([$0]))] } ?? [])
    }

    private static func definitions(_ programmes: [Programme], later: [Programme] = []) -> Definitions {
        func scheme(_ digest: String, _ programmes: [Programme]) -> Scheme {
            var scheme = Scheme(id: "t", title: "t", digest: digest)
            scheme.recordTypes = types
            scheme.programmes = programmes
            let cover = OpenSpan("00:00-20:00").map(OpeningHours.everyDay)
            scheme.hours = cover.map { [Scheme.NamedHours(id: "cover", title: "cover", hours: $0)] } ?? []
            return scheme
        }
        var published = [Definitions.Published(scheme: scheme("one", programmes))]
        if !later.isEmpty {
            published.append(Definitions.Published(scheme: scheme("two", later), from: Day("2013-05-20")))
        }
        return Definitions(published)
    }

    private static let pausedLately = Condition.events(
        EventTest(
            pattern: EventPattern(
                types: ["t/pause", "t/resume"], also: .answer(AnswerTest(field: "code", comparison: .isAny(["a"])))),
            latestOnly: true))

    /// Windows, hours from when it was known, a clock that another's miss starts, cut-offs, lead and flags.
    static let testing: Definitions = {
        var programme = Programme(id: "t/testing", title: "testing", opens: [pattern("open", "a")])
        programme.stages = [
            Programme.Stage(id: "waiting", title: "waiting"),
            Programme.Stage(id: "disputed", title: "disputed", enters: [pattern("note", "b")], from: ["waiting"]),
            Programme.Stage(id: "seen", title: "seen", enters: [pattern("done")]),
        ]
        programme.endings = [Programme.Ending(reason: "over", title: "over", when: [pattern("stop", "a")])]
        let outside = EventPattern(types: ["t/open"], hours: .outside("cover"))
        programme.clocks = [
            ClockRule(
                id: "window", title: "window", starts: .events([outside, pattern("note", "b")]),
                limit: .window(from: Span(5, .workingDays), to: Span(8, .workingDays)),
                notBefore: [ClockRule.NotBefore(pattern: pattern("note", "b"), span: Span(10, .workingDays))],
                cutOff: TimeOfDay("20:00"), metBy: [pattern("done")], voidBy: [pattern("note", "c")],
                pausedWhile: pausedLately, warning: Span(1, .workingDays)),
            ClockRule(
                id: "chase", title: "chase", starts: .missed("window"), instances: .each,
                limit: .within(Span(2, .days)),
                metBy: [pattern("note")]),
            ClockRule(
                id: "urgent", title: "urgent", starts: .events([pattern("open")]), instances: .each, from: .known,
                limit: .within(Span(24, .hours)), metBy: [pattern("done"), pattern("accept")],
                pausedWhile: pausedLately,
                inStages: ["waiting", "disputed"], warning: Span(4, .hours)),
        ]
        programme.lead = LeadRule(
            takes: [
                LeadRule.Taking(pattern: pattern("accept", "a"), workerField: "worker"),
                LeadRule.Taking(pattern: pattern("accept", "b")),
            ],
            releases: [pattern("accept", "c")], rota: "days",
            alarm: LeadRule.Alarm(
                title: "nobody", category: "x",
                escalations: [ClockRule.Escalation(after: Span(1, .hours), to: "manager")]))
        programme.values = [
            ValueRule(id: "last", title: "last", category: "x", reading: .latest(pattern("note"), field: "code")),
            ValueRule(id: "first", title: "first", category: "x", reading: .first(pattern("note"), field: "n")),
            ValueRule(id: "when", title: "when", category: "x", reading: .lastTime(pattern("done"))),
            ValueRule(
                id: "count", title: "count", category: "x", reading: .count(pattern("note"), within: Span(2, .weeks))),
            ValueRule(
                id: "late", title: "late", category: "x",
                reading: .holds(.clock(ClockTest(clocks: [], states: [.notMet])))),
        ]
        programme.flags = [
            FlagRule(
                id: "late", title: "late", category: "x",
                when: .value(AnswerTest(field: "late", comparison: .isAny(["yes"])))),
            FlagRule(
                id: "alone", title: "alone", category: "x",
                when: .all([.lead(.none), .stage(["waiting"]), .age(.unknown)])),
            FlagRule(
                id: "soon", title: "soon", category: "x",
                when: .clock(ClockTest(clocks: ["window"], states: [.running], dueWithin: Span(2, .workingDays)))),
        ]
        return definitions([programme])
    }()

    /// Rhythms, series, pauses, suspension by another programme.
    static let rhythms: Definitions = {
        let custody = Programme(
            id: "t/custody", title: "custody", opens: [pattern("hearing", "a")],
            endings: [Programme.Ending(reason: "out", title: "out", when: [pattern("hearing", "b")])])
        var programme = Programme(id: "t/caseload", title: "caseload", opens: [pattern("open")])
        programme.endings = [Programme.Ending(reason: "over", title: "over", when: [pattern("stop")])]
        programme.stages = [
            Programme.Stage(id: "new", title: "new"),
            Programme.Stage(id: "working", title: "working", enters: [pattern("note", "a")]),
            Programme.Stage(id: "resting", title: "resting", enters: [pattern("note", "c")], from: ["working"]),
        ]
        programme.suspendedWhile = .enrolled(EnrolmentTest(programme: "t/custody"))
        programme.clocks = [
            ClockRule(
                id: "weekly", title: "weekly", starts: .events([pattern("open")]),
                limit: .every(Span(1, .weeks), inARow: 3),
                metBy: [pattern("done")], pausedWhile: pausedLately),
            ClockRule(
                id: "monthly", title: "monthly", starts: .events([pattern("open"), pattern("note", "a")]),
                limit: .every(Span(1, .months), inARow: nil), metBy: [pattern("done", "a")],
                voidBy: [pattern("note", "b")],
                inStages: ["new", "working"]),
            ClockRule(
                id: "daily", title: "daily", starts: .events([pattern("note")]), instances: .each,
                limit: .every(Span(2, .workingDays), inARow: 2), metBy: [pattern("done", "b")]),
            ClockRule(
                id: "steps", title: "steps", starts: .events([pattern("open")]), instances: .first,
                limit: .series([Span(5, .days), Span(2, .weeks), Span(1, .months)]), metBy: [pattern("done")]),
        ]
        return definitions([programme, custody])
    }()

    /// Deadlines before an announced day, enrolments that run twice, two published versions and migration.
    static let places: Definitions = {
        var programme = Programme(
            id: "t/places", title: "places", opens: [pattern("open"), pattern("hearing", "c")], mayRunTwice: true)
        programme.endings = [
            Programme.Ending(reason: "over", title: "over", when: [pattern("stop", "a"), pattern("stop", "b")])
        ]
        programme.clocks = [
            ClockRule(
                id: "report", title: "report", starts: .events([pattern("hearing")]), instances: .each, fromField: "on",
                limit: .before(Span(2, .workingDays)), metBy: [pattern("note")]),
            ClockRule(
                id: "transport", title: "transport", starts: .events([pattern("hearing")]), fromField: "at",
                limit: .before(Span(6, .hours)), metBy: [pattern("note", "a")], voidBy: [pattern("stop", "c")]),
            ClockRule(
                id: "hours", title: "hours", starts: .events([pattern("open"), pattern("resume")]),
                limit: .window(from: Span(2, .hours), to: Span(48, .hours)), metBy: [pattern("done")],
                pausedWhile: pausedLately),
            ClockRule(
                id: "months", title: "months", starts: .events([pattern("open")]), limit: .within(Span(1, .months)),
                metBy: [pattern("done", "c")], pausedWhile: pausedLately),
            ClockRule(
                id: "again", title: "again", starts: .missed("hours"), limit: .within(Span(3, .workingDays)),
                metBy: [pattern("done")]),
            ClockRule(
                id: "third", title: "third", starts: .missed("again"),
                limit: .window(from: Span(1, .days), to: Span(1, .days))),
        ]
        var later = programme
        later.clocks.removeLast(2)
        later.clocks[2].limit = .within(Span(1, .hours))
        return definitions([programme], later: [later])
    }()
}
