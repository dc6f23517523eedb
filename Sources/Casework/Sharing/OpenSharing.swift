package import Domain
import Ledger
import Store

/// Opens who may see a person's record and who has looked at it. Reading that is itself an entry.
package struct OpenSharing: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    /// How many looks of either sort the page shows; `WhoHasLooked` shows more.
    private static let looks = 20

    /// - Throws: `Missing`, as for the person's page.
    package func callAsFunction(_ reference: String, by viewer: Viewer) async throws -> SharingView {
        let now = world.now()
        let subject = Reference(reference)?.compact ?? ""
        let view = try await world.database.read { connection -> SharingView? in
            let reading = PersonReading(world, viewer: viewer, now: now, on: connection)
            guard let found = try reading.person(subject) else { return nil }
            let answers = SharingRights(rules: reading.rules).answersForSharing(viewer)
            return SharingView(
                person: found.view,
                consents: try opened(
                    try ConsentReading.consents(of: subject, rule: found.row, on: connection)
                        .asViews(today: London.day(of: now)), of: subject, by: viewer, at: now, on: connection),
                agencies: answers ? try AgencySightReading(reading, found, viewer: viewer).sights() : nil,
                looks: answers ? try LookReading(reading, found, viewer: viewer).looks(limit: Self.looks) : nil)
        }
        guard let view else {
            try await world.refuse("sharing", asked: subject, by: viewer)
        }
        try await world.keepLook(
            LedgerKeeping.Note(
                kind: view.looks == nil ? .consultation : .ledgerRead, outcome: "shown",
                content: [("page", .string("sharing")), ("shown", .array([.string(subject)]))], subjects: [subject]),
            by: viewer)
        return view
    }
}

extension OpenSharing {
    /// With what each consent that the viewer's agency recorded lets its recipient see.
    private func opened(
        _ consents: [ConsentView], of subject: String, by viewer: Viewer, at now: Instant, on connection: Connection
    ) throws -> [ConsentView] {
        guard consents.contains(where: { $0.state == .inForce && $0.agency == viewer.agency }) else { return consents }
        let sight = try ConsentSight(rules: world.rules.current, now: now, on: connection)
        let facts = try SubjectFactsReading.facts(of: subject, on: connection)
        return consents.map { consent in
            guard consent.state == .inForce, consent.agency == viewer.agency else { return consent }
            var (without, told) = (facts, consent)
            without.consents.removeAll(where: consent.made)
            told.opens =
                sight.effect(
                    on: consent.recipient, of: consent.categories, owner: consent.agency, before: without, after: facts
                ).opened
            return told
        }
    }
}

extension ConsentView {
    /// Whether a fact of the policy comes from this consent.
    fileprivate func made(_ fact: SubjectFacts.Consent) -> Bool {
        fact.recipient == ByteText(recipient) && fact.from == from && categories.contains(fact.category.text)
            && purposes.contains(fact.purpose.text)
    }
}

/// Who answers to a person for the sharing of their record.
struct SharingRights {
    let rules: RulesInForce.Snapshot

    /// The roles that hold the category consents are kept in. Who else sees a record, and who has looked at it, says
    /// which services work with the person: to the others it says too much.
    func answersForSharing(_ viewer: Viewer) -> Bool {
        guard let consent = rules.definitions.recordTypes.first(where: { $0.actsAs == .consent }),
            let category = consent.categories.first,
            let role = rules.definitions.roles.first(where: { $0.id == viewer.role })
        else { return false }
        return role.categories.contains(category)
    }
}
