@testable import Casework
import Domain
import Ledger
import Store
import Testing

@Suite("A person's page")
struct OpenPersonTests {
    @Test("shows each role what is theirs to see, and says why")
    func roles() async throws {
        let trent = try await Trent()
        let subject = try await trent.referredPerson()
        let open = OpenPerson(trent.world)

        let worker = try await open(subject, by: TrentWorker.drugs.viewer)
        #expect(worker.person.identity.listed == "Example, Robin (Rob)")
        #expect(worker.person.fact(.children)?.text == "Two, aged 3 and 5.")
        #expect(worker.person.shown.allSatisfy { $0.owner == "cjit" && $0.reason == .ownRecord })
        #expect(worker.events.contains { $0.answers.contains { $0.text == "A note of the drugs team alone." } })

        let housing = try await open(subject, by: TrentWorker.housing.viewer)
        #expect(housing.person.identity.listed == "Example, Robin (Rob)")
        #expect(Set(housing.person.shown.map(\.category)) == ["identity", "contact", "referral"])
        #expect(housing.person.shown.allSatisfy { $0.reason.sentence == "This person was referred to you." })
        #expect(housing.person.fact(.concern) == nil)
        #expect(housing.person.fact(.children) == nil)
        #expect(!housing.events.contains { $0.type == "core/note" })
        #expect(housing.person.withheld.isEmpty)

        for stranger in [TrentWorker.officer, .shelter, .administrator] {
            await #expect(throws: Missing.self) { try await open(subject, by: stranger.viewer) }
        }
    }

    @Test("names what an agreement foresees and the person has not agreed to, and nothing else")
    func withheld() async throws {
        let trent = try await Trent()
        let subject = try await trent.referredPerson()
        let before = try await OpenPerson(trent.world)(subject, by: TrentWorker.prescriber.viewer)
        #expect(before.person.withheld.contains(WithheldPart(category: "notes", owner: "cjit")))
        #expect(!before.person.withheld.contains { $0.category == "safeguarding" })
        _ = try await trent.consent(to: "rat", ["notes"], for: ["treatment"], of: subject)
        let after = try await OpenPerson(trent.world)(subject, by: TrentWorker.prescriber.viewer)
        #expect(after.person.shown.contains { $0.category == "notes" && $0.reason.gateway == "The person's consent" })
        #expect(!after.person.withheld.contains(WithheldPart(category: "notes", owner: "cjit")))
    }

    @Test("leaves one entry before it returns, which names the sections it was made from")
    func ledger() async throws {
        let trent = try await Trent()
        let subject = try await trent.referredPerson()
        let kept = try await trent.entries {
            _ = try await OpenPerson(trent.world)(subject, by: TrentWorker.housing.viewer)
        }
        #expect(kept.map(\.kind) == [.consultation])
        #expect(kept.first?.outcome == "shown")
        #expect(kept.first?.content?["sections"] == ["contact", "identity", "referral"])
    }

    @Test("answers alike, to the entry, for nobody, out of scope, barred and sealed")
    func nothing() async throws {
        let trent = try await Trent()
        let outOfScope = try await trent.referredPerson()
        let barred = try await trent.referredPerson()
        let sealed = try await trent.referredPerson()
        try await trent.write(subject: barred) { facts, now in facts.bars = [("housing", now)] }
        try await trent.write(subject: sealed) { facts, _ in facts.isSealed = true }
        let nobody = Reference.make(random: 99).compact
        let cases: [(String, TrentWorker)] = [
            (nobody, .housing), (outOfScope, .shelter), (barred, .housing), (sealed, .housing), (sealed, .drugs),
        ]
        for (subject, worker) in cases {
            for open in trent.openings {
                let kept = try await trent.entries {
                    await #expect(throws: Missing.self) { try await open(subject, worker.viewer) }
                }
                #expect(kept.map(\.kind) == [.consultation])
                #expect(kept.map(\.outcome) == ["nothing"])
                #expect(kept.first?.content?["shown"] == .array([]))
                #expect(kept.first?.content?.members.map(\.key) == ["asked", "page", "shown"])
            }
        }
    }

    @Test("has its pages end between two instants, so that every event is on one of them")
    func pages() async throws {
        let trent = try await Trent()
        let subject = try await trent.person("Example", "Robin")
        for number in 0..<23 {
            let at = trent.clock.now.adding(hours: -(number / 4 + 1))
            try await trent.record("note", ["text": .text("Note \(number).")], of: subject, at: at)
        }
        var seen: [String] = []
        var before: Instant?
        repeat {
            let page = try await OpenPerson(trent.world)(
                subject, kind: "core/note", before: before, limit: 6, by: TrentWorker.drugs.viewer)
            #expect(page.events.allSatisfy { $0.type == "core/note" })
            seen += page.events.map(\.id)
            before = page.earlier
        } while before != nil
        #expect(seen.count == 23)
        #expect(Set(seen).count == 23)
    }

    @Test("says when somebody was last seen, and by whom: an appointment that was missed is no such time")
    func lastSeen() async throws {
        let trent = try await Trent()
        let subject = try await trent.referredPerson()
        let kind = try trent.code("contact-kinds")
        let met = trent.clock.now.adding(hours: -30)
        try await trent.record(
            "contact", ["kind": .choice(kind), "outcome": .choice("attended")], of: subject, at: met, by: .colleague)
        let outcomes = trent.world.definitions.codeList("core/attendance-outcomes")?.entries.map(\.option.code) ?? []
        let missed = try #require(outcomes.first { !$0.hasPrefix("attended") })
        try await trent.record("contact", ["kind": .choice(kind), "outcome": .choice(missed)], of: subject)
        let view = try await OpenPerson(trent.world)(subject, by: TrentWorker.drugs.viewer)
        #expect(view.person.lastSeen?.at == met)
        #expect(view.person.lastSeen?.by == "colleague")
    }
}

extension Trent {
    /// The ways to look at one person.
    var openings: [@Sendable (String, Viewer) async throws -> Void] {
        let world = world
        return [
            { _ = try await OpenPerson(world)($0, by: $1) }, { _ = try await WhatIsDue(world)($0, by: $1) },
            { _ = try await OpenSharing(world)($0, by: $1) }, { _ = try await WhoHasLooked(world)($0, by: $1) },
        ]
    }

    /// Writes what the policy reads of a subject, besides what its own records say.
    func write(
        subject: String, _ change: @escaping @Sendable (inout AccessFacts, Instant) -> Void
    ) async throws {
        let (definitions, now) = (world.definitions, clock.now)
        try await world.database.write { connection in
            guard let log = try LogReading.log(of: subject, definitions: definitions, on: connection) else { return }
            let fold = SubjectFold(log.events, subject: subject, definitions: definitions, asOf: now)
            var facts = Derivation(fold, definitions: definitions, rota: Rota(), asOf: now).facts
            change(&facts, now)
            try facts.replace(subject: subject, on: connection)
        }
    }
}
