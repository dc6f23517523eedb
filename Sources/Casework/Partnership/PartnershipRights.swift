import Domain
import Ledger

/// Who may look at, and change, how the partnership is set up: the roles that administer it, and whoever runs the command
/// on the machine itself. They have no sight of cases, and nothing here reads a person.
struct PartnershipRights {
    let rules: RulesInForce.Snapshot

    /// Throws `Missing` for every other role.
    func check(_ viewer: Viewer) throws {
        if viewer.isSystem { return }
        let role = rules.definitions.roles.first { $0.id == viewer.role }
        guard role?.mayAdminister ?? false else { throw Missing() }
    }
}

extension World {
    /// Keeps an entry for a look at a page of the partnership, which names no person.
    func keepPartnershipLook(_ page: String, kind: LedgerKind = .consultation, by viewer: Viewer) async throws {
        let note = LedgerKeeping.Note(
            kind: kind, outcome: "shown", content: [("page", .string(page))], subjects: [])
        try await keepLook(note, by: viewer)
    }
}
