@testable import Casework
import Domain
import Ledger
import Store
import Testing

@Suite("Sharing")
struct SharingTests {
    @Test("shows what was agreed, and takes it back in one press, after which nothing rests on it")
    func consent() async throws {
        let trent = try await Trent()
        let subject = try await trent.referredPerson()
        let receipt = try await trent.consent(to: "rat", ["notes", "plan"], for: ["treatment"], of: subject)
        let view = try await OpenSharing(trent.world)(subject, by: TrentWorker.drugs.viewer)
        #expect(view.consents.map(\.state) == [.inForce])
        #expect(view.consents.first?.categories == ["notes", "plan"])
        #expect(view.consents.first?.by == "drugs")
        let prescriber = TrentWorker.prescriber.viewer
        #expect(
            try await OpenPerson(trent.world)(subject, by: prescriber).person.shown.contains { $0.category == "notes" })

        trent.clock.advance(minutes: 5)
        let withdraw = WithdrawConsent(trent.world)
        let first = try await withdraw(receipt.event, recipient: "rat", of: subject, by: TrentWorker.drugs.viewer)
        #expect(first != nil)
        let again = try await withdraw(receipt.event, recipient: "rat", of: subject, by: TrentWorker.drugs.viewer)
        #expect(again == nil)
        let after = try await OpenSharing(trent.world)(subject, by: TrentWorker.drugs.viewer)
        #expect(after.consents.map(\.state) == [.withdrawn(trent.clock.now)])
        #expect(
            !(try await OpenPerson(trent.world)(subject, by: prescriber).person.shown.contains {
                $0.category == "notes"
            }))
        await #expect(throws: Missing.self) {
            try await withdraw(receipt.event, recipient: "rat", of: subject, by: TrentWorker.shelter.viewer)
        }
    }

    @Test("taking back one purpose leaves the others, and what was narrowed is told apart")
    func narrowed() async throws {
        let trent = try await Trent()
        let subject = try await trent.referredPerson()
        _ = try await trent.consent(to: "rat", ["notes", "plan"], for: ["treatment", "supervision"], of: subject)
        trent.clock.advance(minutes: 5)
        try await trent.record(
            "consent-withdrawn",
            ["recipient": .reference("rat"), "purposes": .choices(["supervision"]), "categories": .choices(["notes"])],
            of: subject)
        let views = try await OpenSharing(trent.world)(subject, by: TrentWorker.drugs.viewer).consents
        #expect(views.map(\.state) == [.inForce, .withdrawn(trent.clock.now)])
        #expect(views[1].categories == ["notes"] && views[1].purposes == ["supervision"])
        let seen = try await OpenPerson(trent.world)(subject, by: TrentWorker.prescriber.viewer).person.shown
        #expect(seen.contains { $0.category == "notes" && $0.owner == "cjit" })
    }

    @Test("asked again, the person's later word counts, also where it is by word of mouth or shorter")
    func renewed() async throws {
        let trent = try await Trent()
        let subject = try await trent.referredPerson()
        let first = try await trent.consent(
            to: "rat", ["notes", "plan"], for: ["treatment"], written: true, of: subject)
        trent.clock.advance(minutes: 5)
        let second = try await trent.consent(to: "rat", ["notes"], for: ["treatment"], of: subject)
        let views = try await OpenSharing(trent.world)(subject, by: TrentWorker.drugs.viewer).consents
        func states(_ event: String) -> [String: ConsentView.State] {
            Dictionary(views.filter { $0.event == event }.map { ($0.categories.joined(), $0.state) }) { first, _ in
                first
            }
        }
        #expect(states(first.event) == ["plan": .inForce, "notes": .renewed(trent.clock.now)])
        #expect(states(second.event) == ["notes": .inForce])
        #expect(views.first { $0.event == second.event }?.isWritten == false)
        trent.clock.advance(minutes: 5)
        _ = try await WithdrawConsent(trent.world)(
            second.event, recipient: "rat", of: subject, by: TrentWorker.drugs.viewer)
        // What was given before it does not come back.
        let seen = try await OpenPerson(trent.world)(subject, by: TrentWorker.prescriber.viewer).person.shown
        #expect(!seen.contains { $0.category == "notes" && $0.owner == "cjit" })
    }

    @Test("the recipient is told at once that consent was taken back, by reference, until somebody there has noted it")
    func told() async throws {
        let trent = try await Trent()
        let subject = try await trent.referredPerson()
        let given = try await trent.consent(to: "rat", ["notes", "plan"], for: ["treatment"], of: subject)
        let prescriber = TrentWorker.prescriber.viewer
        func waiting(_ viewer: Viewer) async throws -> [MessageView] {
            try await OpenToday(trent.world)(by: viewer).messages
        }
        #expect(try await waiting(prescriber).isEmpty)
        trent.clock.advance(minutes: 5)
        _ = try await WithdrawConsent(trent.world)(
            given.event, recipient: "rat", of: subject, by: TrentWorker.drugs.viewer)
        let message = try #require(try await waiting(prescriber).first)
        #expect(message.categories == ["notes", "plan"] && message.sender == "cjit")
        #expect(message.reference == Reference(subject)?.text)
        #expect(try await waiting(TrentWorker.drugs.viewer).isEmpty)
        await #expect(throws: Missing.self) {
            try await NoteMessage(trent.world)(message.id, by: TrentWorker.drugs.viewer)
        }
        try await NoteMessage(trent.world)(message.id, by: prescriber)
        #expect(try await waiting(prescriber).isEmpty)
        await #expect(throws: Missing.self) { try await NoteMessage(trent.world)(message.id, by: prescriber) }
    }

    @Test("lists a consent that has run out apart from those in force")
    func ranOut() async throws {
        let trent = try await Trent()
        let subject = try await trent.referredPerson()
        let today = London.day(of: trent.clock.now)
        try await trent.record(
            "consent",
            [
                "recipient": .reference("rat"), "categories": .choices(["notes"]), "purposes": .choices(["treatment"]),
                "wording": .choice("sharing-1-en"), "how": .choice("written"), "until": .day(today),
            ], of: subject)
        let open = OpenSharing(trent.world)
        #expect(try await open(subject, by: TrentWorker.drugs.viewer).consents.map(\.state) == [.inForce])
        trent.clock.advance(hours: 24)
        #expect(try await open(subject, by: TrentWorker.drugs.viewer).consents.map(\.state) == [.ranOut])
    }

    @Test("taking back ends what is in force, and leaves what had run out before as it was")
    func ranOutBefore() async throws {
        let trent = try await Trent()
        let subject = try await trent.referredPerson()
        let terms: [String: Answer] = [
            "recipient": .reference("rat"), "categories": .choices(["notes"]), "purposes": .choices(["treatment"]),
            "wording": .choice("sharing-1-en"), "how": .choice("written"),
        ]
        let short = terms.merging(["until": .day(London.day(of: trent.clock.now))]) { $1 }
        try await trent.record("consent", short, of: subject)
        trent.clock.advance(hours: 48)
        let second = try await trent.record("consent", terms, of: subject)
        trent.clock.advance(hours: 1)
        let withdraw = WithdrawConsent(trent.world)
        _ = try await withdraw(second.event, recipient: "rat", of: subject, by: TrentWorker.drugs.viewer)
        let view = try await OpenSharing(trent.world)(subject, by: TrentWorker.drugs.viewer)
        #expect(Set(view.consents.map(\.state)) == [.withdrawn(trent.clock.now), .ranOut])
    }

    @Test("says what a consent lets its recipient see, and when that is nothing")
    func opens() async throws {
        let trent = try await Trent()
        let subject = try await trent.referredPerson()
        let open = OpenReceipt(trent.world)
        let notes = try await trent.consent(to: "rat", ["notes"], for: ["treatment"], of: subject)
        #expect(
            try await open(notes.event, by: TrentWorker.drugs.viewer).sharing
                == [ConsentEffect(recipient: "rat", opened: ["notes"], closed: [])])
        trent.clock.advance(minutes: 5)
        let nothing = try await trent.consent(to: "framework", ["notes"], for: ["treatment"], of: subject)
        #expect(
            try await open(nothing.event, by: TrentWorker.drugs.viewer).sharing
                == [ConsentEffect(recipient: "framework", opened: [], closed: [])])
        let view = try await OpenSharing(trent.world)(subject, by: TrentWorker.drugs.viewer)
        #expect(
            Dictionary(view.consents.map { ($0.recipient, $0.opens) }) { $1 } == ["rat": ["notes"], "framework": []])
        trent.clock.advance(minutes: 5)
        let back = try #require(
            try await WithdrawConsent(trent.world)(
                notes.event, recipient: "rat", of: subject, by: TrentWorker.drugs.viewer))
        #expect(
            try await open(back.event, by: TrentWorker.drugs.viewer).sharing
                == [ConsentEffect(recipient: "rat", opened: [], closed: ["notes"])])
    }

    @Test("what is worked out from the log is what the policy's kept facts say")
    func sameFacts() async throws {
        let trent = try await Trent()
        let subject = try await trent.referredPerson()
        _ = try await trent.consent(to: "rat", ["notes", "plan"], for: ["treatment"], of: subject)
        let (rules, now) = (trent.world.rules.current, trent.clock.now)
        let (kept, events) = try await trent.world.database.read { connection in
            (
                try SubjectFactsReading.facts(of: subject, on: connection),
                try LogReading.log(of: subject, definitions: rules.definitions, on: connection)?.events ?? []
            )
        }
        let fold = SubjectFold(events, subject: subject, definitions: rules.definitions, asOf: now)
        let made = Derivation(fold, definitions: rules.definitions, rota: rules.directory.rota, asOf: now).subjectFacts
        #expect(made.openReferrals == kept.openReferrals && !made.openReferrals.isEmpty)
        #expect(Set(made.consents) == Set(kept.consents) && made.consents.count == 2)
        #expect(Set(made.enrolments) == Set(kept.enrolments) && !made.enrolments.isEmpty)
        #expect(made.isSealed == kept.isSealed && made.barredWorkers == kept.barredWorkers)
        #expect(made.admittedWorkers == kept.admittedWorkers)
    }

    @Test("says what each agency can see of the record, as the policy does when they look")
    func agencies() async throws {
        let trent = try await Trent()
        let subject = try await trent.referredPerson()
        _ = try await trent.consent(to: "rat", ["notes"], for: ["treatment"], of: subject)
        let view = try await OpenSharing(trent.world)(subject, by: TrentWorker.drugs.viewer)
        let sights = try #require(view.agencies)
        for sight in sights where sight.lead == nil {
            let worker = try #require(TrentWorker.allCases.first { $0.agency == sight.agency && $0.role == sight.role })
            let page = try await OpenPerson(trent.world)(subject, by: worker.viewer)
            #expect(sight.parts == page.person.shown, "\(worker)")
        }
        #expect(Set(sights.map(\.agency)) == ["cjit", "rat", "housing-aid"])
        #expect(
            sights.first { $0.agency == "housing-aid" }?.parts.map(\.category).sorted() == [
                "contact", "identity", "referral",
            ])
        #expect(!sights.contains { $0.role == "administrator" })
    }

    @Test("lists a partner whose role looks for what its scheme says, where the partnership has set nothing else")
    func schemesPurpose() async throws {
        let trent = try await Trent()
        let subject = try await trent.referredPerson()
        try await trent.world.database.write { try Purpose.setUsual("", of: "housing-officer", on: $0) }
        let view = try await OpenSharing(trent.world)(subject, by: TrentWorker.drugs.viewer)
        let housing = try #require(view.agencies?.first { $0.agency == "housing-aid" })
        #expect(housing.parts.map(\.category).sorted() == ["contact", "identity", "referral"])
        #expect(housing.parts.allSatisfy { $0.owner == "cjit" && $0.reason.gateway != nil })
    }

    @Test("tells nobody of a partner they may not know of")
    func secrets() async throws {
        let trent = try await Trent()
        let subject = try await trent.referredPerson()
        _ = try await OpenPerson(trent.world)(subject, by: TrentWorker.prescriber.viewer)
        _ = try await OpenPerson(trent.world)(subject, by: TrentWorker.drugs.viewer)
        let view = try await OpenSharing(trent.world)(subject, by: TrentWorker.housing.viewer)
        #expect(view.consents.isEmpty)
        #expect(Set(try #require(view.agencies).map(\.agency)) == ["cjit", "housing-aid"])
        let looks = try #require(view.looks)
        #expect(Set(looks.map(\.agency)) == ["cjit"])
        // What was written is there as far as it is in view: the note is not.
        #expect(looks.contains { $0.what == "Recorded: Referral" })
        #expect(!looks.contains { $0.what.contains("Note") })
    }

    @Test("lists who has looked with role and agency, and is itself listed next time")
    func looks() async throws {
        let trent = try await Trent()
        let subject = try await trent.referredPerson()
        _ = try await OpenPerson(trent.world)(subject, by: TrentWorker.housing.viewer)
        let kept = try await trent.entries {
            _ = try await WhoHasLooked(trent.world)(subject, by: TrentWorker.manager.viewer)
        }
        #expect(kept.map(\.kind) == [.ledgerRead])
        // Housing has recorded nothing of its own; what it looked at are the drugs team's records.
        let looks = try await WhoHasLooked(trent.world)(subject, by: TrentWorker.manager.viewer).looks
        #expect(looks.first?.what == "Looked at who has looked")
        #expect(looks.first?.worker == "manager")
        #expect(looks.first?.role == "drugs-team-manager")
        let theirs = looks.filter { $0.agency == "housing-aid" }
        #expect(theirs.map(\.worker) == ["housing"])
        #expect(theirs.first?.what == "Opened the record")
        #expect(theirs.first?.purpose == "referral")
        #expect(theirs.first?.at == trent.clock.now)
        #expect(theirs.first?.sections == ["contact", "identity", "referral"])
        await #expect(throws: Missing.self) {
            try await WhoHasLooked(trent.world)(subject, by: TrentWorker.officer.viewer)
        }
    }

    @Test("still lists a partner's look when the partner may look no longer")
    func looksBefore() async throws {
        let trent = try await Trent()
        let subject = try await trent.referredPerson()
        _ = try await OpenPerson(trent.world)(subject, by: TrentWorker.housing.viewer)
        trent.clock.advance(hours: 1)
        try await trent.record(
            "referral-answer", ["answer": .choice("declined"), "reason": .text("Full.")], of: subject, by: .housing)
        trent.clock.advance(hours: 1)
        let view = try await OpenSharing(trent.world)(subject, by: TrentWorker.drugs.viewer)
        let sights = try #require(view.agencies)
        #expect(!sights.contains { $0.agency == "housing-aid" })
        let looks = try await WhoHasLooked(trent.world)(subject, by: TrentWorker.manager.viewer).looks
        #expect(looks.contains { $0.worker == "housing" && $0.what == "Opened the record" })
    }

    @Test("keeps those who opened the record apart from those whose list had the name in it, however many lists")
    func listed() async throws {
        let trent = try await Trent()
        let subject = try await trent.referredPerson()
        _ = try await OpenPerson(trent.world)(subject, by: TrentWorker.housing.viewer)
        for _ in 0..<120 {
            try await trent.world.keepLook("today", subjects: [subject], by: TrentWorker.drugs.viewer)
        }
        let view = try await OpenSharing(trent.world)(subject, by: TrentWorker.drugs.viewer)
        let looks = try #require(view.looks)
        #expect(looks.contains { $0.worker == "housing" && !$0.isListing })
        let lists = looks.filter(\.isListing)
        #expect(lists.count == 20)
        #expect(lists.allSatisfy { $0.what == "Saw them on Today" })
    }

    @Test("leaves one entry of its own kind")
    func ledger() async throws {
        let trent = try await Trent()
        let subject = try await trent.referredPerson()
        let kept = try await trent.entries {
            _ = try await OpenSharing(trent.world)(subject, by: TrentWorker.drugs.viewer)
        }
        #expect(kept.map(\.kind) == [.ledgerRead])
    }
}
