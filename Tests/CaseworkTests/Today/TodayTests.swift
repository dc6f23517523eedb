@testable import Casework
import Domain
import Ledger
import Store
import Testing

@Suite("Today")
struct TodayTests {
    private func today(_ trent: Trent, _ worker: TrentWorker) async throws -> TodayView {
        try await OpenToday(trent.world)(by: worker.viewer)
    }

    @Test("begins with what is due for the people I lead, and what the rules warn of")
    func due() async throws {
        let trent = try await Trent()
        let mine = try await trent.person("Example", "Robin")
        try await trent.takeOn(mine, by: .drugs, at: trent.clock.now.adding(hours: -24 * 9))
        let theirs = try await trent.person("Sample", "Alex")
        try await trent.takeOn(theirs, by: .colleague, at: trent.clock.now.adding(hours: -24 * 9))
        let view = try await today(trent, .drugs)
        #expect(view.due.map(\.person.listed) == ["Example, Robin"])
        #expect(view.due.first?.matter.title == "Contact every week")
        #expect(view.due.first?.matter.state == .overdue)
        #expect(view.alerts.map(\.matter.title) == ["No contact in 7 days"])
        #expect(view.quiet.isEmpty)
    }

    @Test("shows a role what the rules make its duty where nobody of its agency leads")
    func dutiesOfARole() async throws {
        let trent = try await Trent()
        let subject = try await trent.person("Example", "Robin", by: .officer)
        try await trent.record(
            "detention", ["cell": .text("M1"), "offence": .text("Theft"), "suite": .reference("suite")], of: subject,
            at: trent.clock.now.adding(hours: -1), by: .officer)
        let mine = try await today(trent, .officer).due
        #expect(mine.map(\.matter.title) == ["Decide whether to test"])
        #expect(mine.map(\.matter.state) == [.due])
        #expect(try await today(trent, .drugs).due.isEmpty)
        trent.clock.advance(minutes: 6 * 60)
        #expect(try await today(trent, .officer).due.map(\.matter.state) == [.overdue])
    }

    @Test("shows the day's appointments with me, and not a colleague's")
    func appointments() async throws {
        let trent = try await Trent()
        let subject = try await trent.referredPerson()
        let purposes = trent.world.definitions.codeList("core/appointment-purposes")?.entries.map(\.option.code) ?? []
        for (purpose, (worker, hours)) in zip(purposes, [("drugs", 2), ("colleague", 3), ("drugs", 30)]) {
            try await trent.record(
                "appointment",
                [
                    "at": .instant(trent.clock.now.adding(hours: hours)), "worker": .reference(worker),
                    "purpose": .choice(purpose), "venue": .reference("suite"),
                ], of: subject)
        }
        #expect(purposes.count >= 3)
        #expect(try await today(trent, .drugs).appointments.map(\.matter.worker) == ["Test drugs"])
        #expect(try await today(trent, .colleague).appointments.map(\.matter.worker) == ["Test colleague"])
    }

    @Test("shows a referral to the agency it asks, until that is answered")
    func referrals() async throws {
        let trent = try await Trent()
        let subject = try await trent.referredPerson()
        let waiting = try await today(trent, .housing).referrals
        #expect(waiting.map(\.person.listed) == ["Example, Robin (Rob)"])
        #expect(waiting.map(\.matter.from) == ["CJIT"])
        #expect(try await today(trent, .shelter).referrals.isEmpty)
        try await trent.record(
            "referral-answer", ["answer": .choice("accepted")], of: subject, by: .housing)
        #expect(try await today(trent, .housing).referrals.isEmpty)
    }

    @Test("shows a hand-over to the worker it names, and somebody without a lead worker to the agency")
    func handOvers() async throws {
        let trent = try await Trent()
        let subject = try await trent.person("Example", "Robin")
        try await trent.takeOn(subject, by: .drugs, at: trent.clock.now.adding(hours: -5))
        try await trent.record(
            "hand-over-given", ["to-worker": .reference("colleague"), "leaving": .choice("now")], of: subject,
            at: trent.clock.now.adding(hours: -1))
        #expect(try await today(trent, .colleague).handOvers.map(\.person.listed) == ["Example, Robin"])
        #expect(try await today(trent, .manager).handOvers.isEmpty)
        #expect(try await today(trent, .manager).withoutLead.map(\.person.listed) == ["Example, Robin"])
        try await trent.record("lead-acceptance", ["worker": .reference("colleague")], of: subject, by: .colleague)
        #expect(try await today(trent, .colleague).handOvers.isEmpty)
        #expect(try await today(trent, .manager).withoutLead.isEmpty)
    }

    @Test("shows what has reached my role until somebody acknowledges it, which is recorded")
    func acknowledge() async throws {
        let trent = try await Trent()
        let subject = try await trent.person("Example", "Robin")
        try await trent.takeOn(subject, by: .drugs, at: trent.clock.now.adding(hours: -24 * 9))
        let alert = try await trent.escalate(subject, to: "drugs-team-manager")
        #expect(try await today(trent, .manager).escalations.map(\.matter.title) == ["Contact every week"])
        #expect(try await today(trent, .drugs).escalations.isEmpty)

        let acknowledge = Acknowledge(trent.world)
        for stranger in [TrentWorker.drugs, .housing] {
            await #expect(throws: Missing.self) { try await acknowledge(alert, by: stranger.viewer) }
        }
        let kept = try await trent.entries {
            let done = try await acknowledge(alert, doing: "Visiting today.", by: TrentWorker.manager.viewer)
            #expect(done.subject == subject && done.event != nil)
        }
        #expect(kept.map(\.kind) == [.collection])
        #expect(try await today(trent, .manager).escalations.isEmpty)
        let page = try await OpenPerson(trent.world)(subject, by: TrentWorker.drugs.viewer)
        let record = try #require(page.events.first { $0.type == "core/acknowledgement" })
        #expect(record.answers.map(\.text) == ["Contact every week", "Visiting today."])
        await #expect(throws: Missing.self) { try await acknowledge(alert, by: TrentWorker.manager.viewer) }
    }

    @Test("an alert is one worker's, however many say at the same moment that they have it in hand")
    func acknowledgedAtOnce() async throws {
        let trent = try await Trent()
        let subject = try await trent.person("Example", "Robin")
        try await trent.takeOn(subject, by: .drugs, at: trent.clock.now.adding(hours: -24 * 9))
        let alert = try await trent.escalate(subject, to: "drugs-team-manager")
        let outcomes = await atOnce(6) { number in
            try await Acknowledge(trent.world)(
                alert, form: (name: "press \(number)", bodyDigest: "d"), by: TrentWorker.manager.viewer)
        }
        #expect(outcomes.successes().count == 1)
        let page = try await OpenPerson(trent.world)(subject, by: TrentWorker.drugs.viewer)
        #expect(page.events.filter { $0.type == "core/acknowledgement" }.count == 1)
    }

    @Test("an acknowledgement that is sent again is answered as the first time")
    func acknowledgedAgain() async throws {
        let trent = try await Trent()
        let subject = try await trent.person("Example", "Robin")
        try await trent.takeOn(subject, by: .drugs, at: trent.clock.now.adding(hours: -24 * 9))
        let alert = try await trent.escalate(subject, to: "drugs-team-manager")
        let outcomes = await atOnce(5) { _ in
            try await Acknowledge(trent.world)(
                alert, form: (name: "press", bodyDigest: "d"), by: TrentWorker.manager.viewer)
        }
        #expect(outcomes.successes().count == 5)
        #expect(Set(outcomes.successes()).count == 1)
        await #expect(throws: RecordRefusal.keyUsedForSomethingElse) {
            try await Acknowledge(trent.world)(
                alert, form: (name: "press", bodyDigest: "other"), by: TrentWorker.manager.viewer)
        }
    }

    @Test("tells what others recorded since my last session ended, and not what I did")
    func changes() async throws {
        let trent = try await Trent()
        let subject = try await trent.person("Example", "Robin")
        try await trent.takeOn(subject, by: .drugs, at: trent.clock.now)
        try await trent.record("note", ["text": .text("Before.")], of: subject, by: .colleague)
        trent.clock.advance(minutes: 10)
        let ended = trent.clock.now
        try await trent.world.database.write { connection in
            try SessionRows.open(
                StoredSession(
                    worker: "drugs", agency: "cjit", role: "drugs-worker", createdAt: ended.adding(hours: -8),
                    seenAt: ended, secondFactorAt: ended, reference: "session-before"),
                tokenHash: [1], on: connection)
        }
        trent.clock.advance(hours: 14)
        for number in 0..<22 {
            try await trent.record("note", ["text": .text("\(number)")], of: subject, by: .colleague)
        }
        try await trent.record("note", ["text": .text("Mine.")], of: subject, by: .drugs)
        let view = try await today(trent, .drugs)
        #expect(view.since == ended)
        #expect(view.changes.count == 20)
        #expect(view.changes.allSatisfy { $0.matter.by == "Test colleague" && $0.matter.recordedAt > ended })
    }

    @Test("shows the drafts I began, but of nobody whom I may see no longer")
    func drafts() async throws {
        let trent = try await Trent()
        let subject = try await trent.person("Example", "Robin")
        try await KeepDraft(trent.world)(
            "core/note", of: subject, fields: ["text": ["Half a"]], by: TrentWorker.drugs.viewer)
        #expect(try await today(trent, .drugs).drafts.map(\.matter.type) == ["core/note"])
        #expect(try await today(trent, .colleague).drafts.isEmpty)
        try await trent.write(subject: subject) { facts, now in facts.bars = [("drugs", now)] }
        #expect(try await today(trent, .drugs).drafts.isEmpty)
    }

    @Test("is one entry that names everybody shown")
    func ledger() async throws {
        let trent = try await Trent()
        let subject = try await trent.referredPerson()
        let kept = try await trent.entries { _ = try await today(trent, .housing) }
        #expect(kept.map(\.kind) == [.consultation])
        #expect(kept.first?.content?["shown"] == .array([.string(subject)]))
        let none = try await trent.entries { _ = try await today(trent, .administrator) }
        #expect(none.map(\.outcome) == ["nothing"])
    }
}

extension Trent {
    func takeOn(_ subject: String, by worker: TrentWorker, at instant: Instant) async throws {
        try await record(
            "taken-on", ["worker": .reference(worker.rawValue), "came-by": .choice(try code("contact-events"))],
            of: subject, at: instant, by: worker)
    }

    /// Has the most pressing miss about a person reach a role.
    func escalate(_ subject: String, to role: String) async throws -> Acknowledge.Alert {
        let now = clock.now
        let rule = world.rules.current.policy.rule(for: .system("test"), today: London.day(of: now))
        return try await world.database.write { connection in
            let row = rule.given(try SubjectFactsReading.facts(of: subject, on: connection))
            var enrolments = try StandingRows.enrolments(of: subject, rule: row, on: connection)
            try StandingRows.fill(&enrolments, rule: rule, on: connection)
            guard let missed = enrolments.flatMap(\.deadlines).first(where: { $0.isOverdue(at: now) }) else {
                throw NotClean(text: "nothing was missed")
            }
            let key = EscalationKey(
                openedBy: missed.openedBy, programme: missed.programme, clock: missed.clock, number: missed.number,
                role: role)
            _ = try EscalationRows.raise(key, subject: subject, agency: "cjit", at: now, on: connection)
            return Acknowledge.Alert(
                openedBy: key.openedBy, programme: key.programme, clock: key.clock, number: key.number)
        }
    }
}
