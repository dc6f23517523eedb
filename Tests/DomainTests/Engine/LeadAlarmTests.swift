import Testing

@testable import Domain

@Suite("The alarm while nobody leads")
struct LeadAlarmTests {
    private func event(_ id: String, _ type: String, _ at: String, by: String? = "ann") throws -> Event {
        let instant = try #require(Instant(at))
        return Event(
            id: id, subject: "p", type: "t/" + type, occurred: .instant(instant), known: instant, recorded: instant,
            by: by ?? "", agency: "agency", answers: [:])
    }

    private func pattern(_ type: String) -> EventPattern { EventPattern(types: ["t/" + type]) }

    private func read(_ events: [Event], asOf: String, rota: Rota = Rota()) throws -> EnrolmentStanding {
        var scheme = Scheme(id: "t", title: "t")
        scheme.recordTypes = ["open", "take", "leave", "stop"].map { RecordType(id: "t/" + $0, title: $0) }
        var programme = Programme(
            id: "t/p", title: "p", opens: [pattern("open")],
            endings: [Programme.Ending(reason: "over", title: "over", when: [pattern("stop")])])
        programme.lead = LeadRule(
            takes: [LeadRule.Taking(pattern: pattern("take"))], releases: [pattern("leave")], rota: "days",
            alarm: LeadRule.Alarm(
                title: "Name somebody", category: "lead",
                escalations: [ClockRule.Escalation(after: Span(1, .hours), to: "manager")]))
        scheme.programmes = [programme]
        let instant = try #require(Instant(asOf))
        let fold = SubjectFold(
            events, subject: "p", definitions: Definitions([Definitions.Published(scheme: scheme)]), asOf: instant)
        return try #require(fold.standing(asOf: instant, rota: rota).enrolments.first)
    }

    @Test("is due at once, and overdue until somebody takes the lead")
    func raised() throws {
        let log = try [event("o", "open", "2013-05-01T09:00:00Z"), event("t", "take", "2013-05-02T09:00:00Z")]
        let before = try read(Array(log.prefix(1)), asOf: "2013-05-01T10:00:00Z")
        #expect(before.lead == .none)
        let alarm = try #require(before.deadlines.first)
        #expect(alarm.clock == LeadRule.Alarm.clock && alarm.state == .notMet && alarm.isOutstanding)
        #expect(alarm.due.iso == "2013-05-01T09:00:00Z" && alarm.duty == "manager")
        #expect(alarm.because == "Nobody has led since 1 May 2013")
        let after = try read(log, asOf: "2013-05-02T10:00:00Z")
        #expect(after.deadlines.map(\.doneBy) == ["t"])
        #expect(after.deadlines.map(\.isOutstanding) == [false])
    }

    @Test("is silent where the rota names somebody")
    func silent() throws {
        let open = try event("o", "open", "2013-05-01T09:00:00Z")
        let start = try #require(Instant("2013-05-01T07:00:00Z"))
        let shift = Rota.Shift(
            rota: "days", worker: "kim", start: start, end: start.adding(hours: 12))
        let standing = try read([open], asOf: "2013-05-03T10:00:00Z", rota: Rota([shift]))
        #expect(standing.deadlines.isEmpty)
    }

    @Test("is raised anew each time the lead is given up, so that an earlier acknowledgement silences none")
    func again() throws {
        let log = try [
            event("o", "open", "2013-05-01T09:00:00Z"), event("t1", "take", "2013-05-01T10:00:00Z"),
            event("l1", "leave", "2013-05-03T09:00:00Z"), event("t2", "take", "2013-05-04T09:00:00Z"),
            event("l2", "leave", "2013-05-05T09:00:00Z"), event("l3", "leave", "2013-05-06T09:00:00Z"),
        ]
        let found = try read(log, asOf: "2013-05-07T09:00:00Z").deadlines
        #expect(found.map(\.anchor.text) == ["o", "l1", "l2"])
        #expect(found.map(\.doneBy) == ["t1", "t2", nil])
        #expect(found.map(\.isOutstanding) == [false, false, true])
    }

    @Test("ends with the enrolment")
    func ended() throws {
        let log = try [event("o", "open", "2013-05-01T09:00:00Z"), event("s", "stop", "2013-05-02T09:00:00Z")]
        let found = try read(log, asOf: "2013-05-07T09:00:00Z").deadlines
        #expect(found.map(\.voidedBy) == ["s"])
        #expect(found.map(\.isOutstanding) == [false])
    }
}
