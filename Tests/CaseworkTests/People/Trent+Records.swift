@testable import Casework
import Domain
import Ledger
import Store

extension Trent {
    /// Makes a person with what is known of them.
    func person(
        _ family: String, _ given: String, born: String? = "1985-05-02", more: [String: Answer] = [:],
        by worker: TrentWorker = .drugs
    ) async throws -> String {
        var answers: [String: Answer] = ["family-name": .text(family), "given-name": .text(given)]
        if let born, let day = Day(born) { answers["birth-date"] = .day(day) }
        answers.merge(more) { _, new in new }
        return try await RegisterPerson(world)(type: "core/person-details", answers: answers, by: worker.viewer)
    }

    /// Records one thing. Most tests need not say when.
    @discardableResult
    func record(
        _ type: String, _ answers: [String: Answer] = [:], of subject: String, at occurred: Instant? = nil,
        by worker: TrentWorker = .drugs
    ) async throws -> RecordReceipt {
        var request = RecordRequest(
            subject: subject, type: "core/" + type, answers: answers, occurred: occurred.map(Moment.instant))
        request.warningsRead = nil
        return try await RecordEvent(world)(request, by: worker.viewer)
    }

    /// A person in custody whom the drugs team has taken on, with a safe way to reach them, and a referral to the
    /// prescribers and to housing.
    func referredPerson() async throws -> String {
        let subject = try await person(
            "Example", "Robin",
            more: [
                "known-as": .text("Rob"), "phone": .text("0115 496 0999"), "safe-contact": .choices(["text"]),
                "contact-note": .text("Only after six; never leave a message."),
                "concern": .text("Sleeping out since Friday."), "children": .text("Two, aged 3 and 5."),
            ])
        try await record(
            "taken-on", ["worker": .reference("drugs"), "came-by": .choice(try code("contact-events"))], of: subject)
        try await record("note", ["text": .text("A note of the drugs team alone.")], of: subject)
        for agency in ["housing-aid", "rat"] {
            try await record(
                "referral",
                [
                    "to-agency": .reference(agency), "service": .choice(try code("referral-services")),
                    "agreed": .yesNo(true),
                ], of: subject)
        }
        return subject
    }

    /// The first code of a list that is in force.
    func code(_ list: String) throws -> String {
        let list = world.definitions.codeList("core/" + list) ?? world.definitions.codeList(list)
        guard let code = list?.options(on: London.day(of: clock.now)).first?.code else {
            throw NotClean(text: "\(list?.id ?? "?")")
        }
        return code
    }

    /// What was agreed with an agency.
    func consent(
        to agency: String, _ categories: [String], for purposes: [String], written: Bool = false, of subject: String
    ) async throws -> RecordReceipt {
        try await record(
            "consent",
            [
                "recipient": .reference(agency), "categories": .choices(categories), "purposes": .choices(purposes),
                "wording": .choice("sharing-1-en"), "how": .choice(written ? "written" : "spoken"),
            ], of: subject)
    }

    /// Every entry of the ledger, in order: its kind, outcome and content.
    func entries() async throws -> [(kind: LedgerKind, outcome: String, content: CanonicalObject?)] {
        try await world.database.read { connection in
            var entries: [(kind: LedgerKind, outcome: String, content: CanonicalObject?)] = []
            try LedgerRowReading.eachEntry(from: 0, limit: 100_000, on: connection) { row in
                guard let entry = LedgerEntry(canonical: Array(row.line.utf8)) else { return }
                entries.append(
                    (entry.kind, entry.outcome, row.content.flatMap { CanonicalObject(canonical: Array($0.utf8)) }))
            }
            return entries
        }
    }

    /// The entries that `act` leaves.
    func entries(
        of act: () async throws -> Void
    ) async throws -> [(kind: LedgerKind, outcome: String, content: CanonicalObject?)] {
        let before = try await entries().count
        try await act()
        return Array(try await entries().dropFirst(before))
    }
}
