package import Domain
import Store

/// Everybody who signs in, or those of an agency, or those whose name has some letters in it.
package struct WorkersView: Sendable {
    package var workers: [WorkerLine]
    /// Those who have left, or all of whose roles are over.
    package var former: [WorkerLine]
    /// How many were found, of whom at most `OpenWorkers.most` are listed.
    package var found: Int
    package var agencies: [Option]
}

/// Opens the list of workers.
package struct OpenWorkers: Sendable {
    let door: FrontDoor

    package init(_ door: FrontDoor) {
        self.door = door
    }

    /// The most that one page lists.
    package static let most = 200

    /// - Parameters:
    ///   - agency: only those with a role for it; empty for everybody.
    ///   - name: only those whose name or sign-in name has these letters in it; empty for everybody.
    /// - Throws: `Missing` for whoever does not administer the partnership.
    package func callAsFunction(agency: String = "", name: String = "", by viewer: Viewer) async throws -> WorkersView {
        let (rules, now, limits) = (door.world.rules.current, door.world.now(), door.limits)
        try PartnershipRights(rules: rules).check(viewer)
        let lines = try await door.world.database.read { connection in
            try WorkerLines(limits: limits, rules: rules, now: now, on: connection)
        }
        try await door.world.keepPartnershipLook("workers", by: viewer)
        let wanted = name.lowercased()
        let found = lines.all().filter { worker in
            (agency.isEmpty || worker.roles.contains { $0.agency == agency })
                && (wanted.isEmpty || worker.name.lowercased().contains(wanted) || worker.signInName.contains(wanted))
        }
        let listed = found.sorted { ($0.isFormer ? 1 : 0, $0.name, $0.id) < ($1.isFormer ? 1 : 0, $1.name, $1.id) }
            .prefix(Self.most)
        return WorkersView(
            workers: listed.filter { !$0.isFormer }, former: listed.filter(\.isFormer), found: found.count,
            agencies: rules.directory.agencyChoices)
    }
}

extension Directory {
    /// The agencies by title, to choose from.
    var agencyChoices: [Option] {
        agencies.values.sorted { ($0.title, $0.id) < ($1.title, $1.id) }.map { Option(code: $0.id, title: $0.title) }
    }
}
