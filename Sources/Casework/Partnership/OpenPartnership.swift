package import Domain
import Store

/// The agencies of the partnership with who works for them and where.
package struct PartnershipView: Sendable {
    package var agencies: [AgencyPart]
    /// Entries in the ledger, and how many of them the last checkpoint covers.
    package var ledgerSize: Int64
    package var ledgerCovered: Int64
    /// What came of the last night's verification; nil before the first.
    package var ledgerHealth: LedgerHealth?
    package var today: Day

    package struct AgencyPart: Sendable {
        package var id: String
        package var title: String
        package var kind: String
        package var phone: String
        package var workers: [WorkerPart]
        package var places: [Place]
    }

    package struct Place: Sendable, Hashable {
        package var title: String
        package var address: String
    }

    /// A worker in one role. Workers are named; the people they work with are not.
    package struct WorkerPart: Sendable, Hashable {
        package var name: String
        package var signInName: String
        package var phone: String
        package var role: String
        package var team: String
        package var from: Day?
        package var until: Day?
        /// Whether the role is in force and the worker has not left.
        package var isActing: Bool
    }
}

/// Opens the front page of the partnership.
package struct OpenPartnership: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    /// - Throws: `Missing` for whoever does not administer the partnership.
    package func callAsFunction(by viewer: Viewer) async throws -> PartnershipView {
        let rules = world.rules.current
        try PartnershipRights(rules: rules).check(viewer)
        let today = London.day(of: world.now())
        let (waiting, health) = try await world.database.read { connection in
            (try WaitingEntries(on: connection), try LedgerHealth.last(on: connection))
        }
        try await world.keepPartnershipLook("partnership", by: viewer)
        let directory = rules.directory
        let agencies = directory.agencies.values.sorted { ($0.title, $0.id) < ($1.title, $1.id) }.map { agency in
            PartnershipView.AgencyPart(
                id: agency.id, title: agency.title, kind: agency.kind, phone: agency.phone,
                workers: workers(of: agency.id, rules: rules, today: today),
                places: directory.venues.values.filter { $0.agency == agency.id }
                    .sorted { ($0.title, $0.id) < ($1.title, $1.id) }
                    .map { PartnershipView.Place(title: $0.title, address: $0.address) })
        }
        return PartnershipView(
            agencies: agencies, ledgerSize: waiting.size, ledgerCovered: waiting.covered,
            ledgerHealth: health, today: today)
    }

    private func workers(
        of agency: String, rules: RulesInForce.Snapshot, today: Day
    ) -> [PartnershipView.WorkerPart] {
        let titles = Dictionary(rules.definitions.roles.map { ($0.id, $0.title) }) { first, _ in first }
        return rules.directory.roles.filter { $0.agency == agency }.compactMap { role in
            guard let worker = rules.directory.workers[role.worker] else { return nil }
            return PartnershipView.WorkerPart(
                name: worker.name, signInName: worker.signInName, phone: worker.phone,
                role: titles[role.role] ?? role.role, team: role.team, from: role.from, until: role.until,
                isActing: role.isInForce(on: today) && worker.maySignIn(on: today))
        }.sorted { ($0.name, $0.role) < ($1.name, $1.role) }
    }
}
