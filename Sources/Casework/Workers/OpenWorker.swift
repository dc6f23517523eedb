package import Domain
import Store

/// One worker with what may be done about them.
package struct WorkerView: Sendable {
    package var worker: WorkerLine
    package var choices: RoleChoices
    package var today: Day
}

/// What a role is made of, to choose from.
package struct RoleChoices: Sendable {
    package var roles: [Option]
    package var agencies: [Option]
    /// Each with its agency in its title.
    package var venues: [Option]
    package var today: Day
}

/// Opens one worker's page.
package struct OpenWorker: Sendable {
    let door: FrontDoor

    package init(_ door: FrontDoor) {
        self.door = door
    }

    /// - Throws: `Missing` where there is no such worker, and for whoever does not administer the partnership.
    package func callAsFunction(_ id: String, by viewer: Viewer) async throws -> WorkerView {
        let (rules, now, limits) = (door.world.rules.current, door.world.now(), door.limits)
        try PartnershipRights(rules: rules).check(viewer)
        let lines = try await door.world.database.read { connection in
            try WorkerLines(of: id, limits: limits, rules: rules, now: now, on: connection)
        }
        guard let worker = lines.all().first else { throw Missing() }
        try await door.world.keepPartnershipLook("workers/" + id, by: viewer)
        let today = London.day(of: now)
        return WorkerView(worker: worker, choices: RoleChoices(rules, today: today), today: today)
    }

    /// What a new worker's role is chosen from.
    ///
    /// - Throws: `Missing` for whoever does not administer the partnership.
    package func choices(by viewer: Viewer) throws -> RoleChoices {
        let rules = door.world.rules.current
        try PartnershipRights(rules: rules).check(viewer)
        return RoleChoices(rules, today: London.day(of: door.world.now()))
    }
}

extension RoleChoices {
    init(_ rules: RulesInForce.Snapshot, today: Day) {
        let directory = rules.directory
        roles = rules.definitions.roles.sorted { ($0.title, $0.id) < ($1.title, $1.id) }
            .map { Option(code: $0.id, title: $0.title) }
        agencies = directory.agencyChoices
        venues = directory.venues.values.map {
            Option(code: $0.id, title: "\(directory.agencyTitle($0.agency)): \($0.title)")
        }.sorted { ($0.title, $0.code) < ($1.title, $1.code) }
        self.today = today
    }
}
