import Domain
import Store
import Testing

@testable import Casework

/// What opens a record to an agency is never that agency's own word.
@Suite("An agency opens nothing to itself")
struct OwnWordTests {
    private func sees(_ trent: Trent, _ subject: String, _ worker: TrentWorker) async throws -> [String] {
        do {
            return try await OpenPerson(trent.world)(subject, by: worker.viewer).events.map(\.type)
        } catch is Missing {
            return []
        }
    }

    private func refusal(
        _ trent: Trent, _ type: String, _ answers: [String: Answer], of subject: String, by worker: TrentWorker
    ) async throws -> [String] {
        do {
            try await trent.record(type, answers, of: subject, by: worker)
            return []
        } catch RecordRefusal.problems(let problems) {
            return problems.map(\.field)
        }
    }

    private func askedOfPrescribing(_ trent: Trent) async throws -> String {
        let subject = try await trent.referredPerson()
        try await trent.record(
            "referral",
            ["to-agency": .reference("rat"), "service": .choice("prescribing"), "agreed": .yesNo(true)], of: subject,
            by: .drugs)
        return subject
    }

    @Test("nobody refers a person to themselves, nor one who does not agree")
    func referral() async throws {
        let trent = try await Trent()
        let subject = try await trent.referredPerson()
        try await trent.record("referral-answer", ["answer": .choice("finished")], of: subject, by: .housing)
        let closed = try await sees(trent, subject, .housing)
        #expect(!closed.contains("core/person-details"))
        let again: [String: Answer] = [
            "to-agency": .reference("housing-aid"), "service": .choice("housing"), "agreed": .yesNo(false),
        ]
        #expect(try await refusal(trent, "referral", again, of: subject, by: .housing) == ["to-agency"])
        #expect(try await refusal(trent, "referral", again, of: subject, by: .drugs) == ["agreed"])
        #expect(try await sees(trent, subject, .housing) == closed)
        try await trent.record("referral", again.merging(["agreed": .yesNo(true)]) { $1 }, of: subject, by: .drugs)
        #expect(try await sees(trent, subject, .housing).contains("core/person-details"))
    }

    @Test("what closed a record is not taken back by whom it was closed to")
    func staysClosed() async throws {
        let trent = try await Trent()
        let subject = try await trent.referredPerson()
        let answer = try await trent.record(
            "referral-answer", ["answer": .choice("finished")], of: subject, by: .housing)
        for act in [Event.Act.withdraw(answer.event, reason: "slip"), .amend(answer.event, reason: "slip")] {
            await #expect(throws: RecordRefusal.staysClosed) {
                try await RecordEvent(trent.world)(
                    RecordRequest(
                        subject: subject, type: "core/referral-answer", answers: ["answer": .choice("accepted")],
                        act: act), by: TrentWorker.housing.viewer)
            }
        }
    }

    @Test("a referral is answered by the agency it asks and by nobody else")
    func answers() async throws {
        let trent = try await Trent()
        let subject = try await trent.referredPerson()
        let sent = try #require(
            try await OpenReferrals(trent.world)(by: TrentWorker.housing.viewer).waiting.first?.event)
        let answer: [String: Answer] = ["referral": .text(sent), "answer": .choice("finished")]
        #expect(try await refusal(trent, "referral-answer", answer, of: subject, by: .drugs) == ["answer"])
        #expect(try await OpenReferrals(trent.world)(by: TrentWorker.housing.viewer).waiting.count == 1)
    }

    @Test("consent to see a record is not recorded by whom it opens it to")
    func consent() async throws {
        let trent = try await Trent()
        let subject = try await trent.referredPerson()
        let consent: [String: Answer] = [
            "recipient": .reference("housing-aid"), "categories": .choices(["notes"]),
            "purposes": .choices(["treatment"]), "wording": .choice("sharing-1-en"), "how": .choice("written"),
        ]
        #expect(try await refusal(trent, "consent", consent, of: subject, by: .housing) == ["recipient"])
        #expect(try await refusal(trent, "consent", consent, of: subject, by: .drugs).isEmpty)
    }

    @Test("nobody takes the lead from outside the agency that has it, until it is handed to theirs")
    func lead() async throws {
        let trent = try await Trent()
        let subject = try await askedOfPrescribing(trent)
        try await trent.takeOn(subject, by: .drugs, at: trent.clock.now.adding(hours: -5))
        func leader() async throws -> [String?] {
            try await OpenPerson(trent.world)(subject, by: TrentWorker.drugs.viewer).person.enrolments.compactMap {
                if case .worker(let name, _, _, _) = $0.lead { name } else { nil }
            }
        }
        try await trent.record("lead-acceptance", ["worker": .reference("prescriber")], of: subject, by: .prescriber)
        #expect(try await leader() == ["Test drugs"])
        try await trent.record(
            "hand-over-given", ["to-agency": .reference("rat"), "leaving": .choice("accepted")], of: subject,
            by: .drugs)
        trent.clock.advance(minutes: 1)
        try await trent.record("lead-acceptance", ["worker": .reference("prescriber")], of: subject, by: .prescriber)
        #expect(try await leader() == ["Test prescriber"])
    }

    @Test("a case is closed by its own agency")
    func closing() async throws {
        let trent = try await Trent()
        let subject = try await askedOfPrescribing(trent)
        try await trent.takeOn(subject, by: .drugs, at: trent.clock.now.adding(hours: -5))
        func isOpen() async throws -> Bool {
            try await OpenPerson(trent.world)(subject, by: TrentWorker.drugs.viewer).person.enrolments
                .contains { $0.title == "On the caseload" && $0.isOpen }
        }
        let closing: [String: Answer] = ["reason": .choice("complete-drug-free")]
        try await trent.record("case-closed", closing, of: subject, by: .prescriber)
        #expect(try await isOpen())
        try await trent.record("case-closed", closing, of: subject, by: .drugs)
        #expect(try await !isOpen())
    }

    @Test("an appointment that one neither made nor keeps is not cancelled, replaced or marked by one's word")
    func appointments() async throws {
        let town = try await DiaryTown()
        try await town.open(times: DiaryTown.nines("2013-05-10", "2013-05-13"))
        let person = try await town.positive()
        let offered = try await OfferTimes(town.world)(person, purpose: nil, by: town.custody)
        let (first, second) = (try #require(offered.first?.slot), try #require(offered.times.last?.slot))
        _ = try await BookTime(town.world)(person, slot: first, key: nil, by: town.custody)
        try await town.record(
            "core/referral", of: person,
            ["to-agency": .reference("housing-aid"), "service": .choice("housing"), "agreed": .yesNo(true)],
            by: town.drugs)
        await #expect(throws: RecordRefusal.self) {
            try await BookTime(town.world)(person, slot: second, key: nil, by: town.housing)
        }
        try await town.record(
            "core/appointment-change", of: person,
            ["purpose": .choice("initial-assessment"), "change": .choice("client-cancelled")], by: town.housing)
        let after = try await OfferTimes(town.world)(person, purpose: nil, by: town.custody)
        #expect(after.booked.map(\.startsAt) == [DiaryTown.at("2013-05-10", "09:00")])
    }

    @Test("nobody is booked twice at one time, nor for a time that is past")
    func clashes() async throws {
        let trent = try await Trent()
        let subject = try await trent.referredPerson()
        let purpose = try #require(
            trent.world.definitions.codeList("core/appointment-purposes")?.options(on: London.day(of: trent.clock.now))
                .first { trent.world.definitions.attendance(forPurpose: $0.code) == nil }?.code)
        func book(_ at: Instant) async throws -> [String] {
            try await refusal(
                trent, "appointment",
                ["at": .instant(at), "purpose": .choice(purpose), "venue": .reference("suite")], of: subject, by: .drugs
            )
        }
        let now = trent.clock.now
        #expect(try await book(now.adding(hours: 2)).isEmpty)
        #expect(try await book(now.adding(hours: 2).adding(minutes: 30)) == ["at"])
        #expect(try await book(now.adding(hours: 3)).isEmpty)
        #expect(try await book(now.adding(hours: -1)) == ["at"])
    }
}
