package import Domain
import Store

/// Gives a worker a role, or moves the last day of one that has an end. Somebody who had left is back with it.
package struct AddRole: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    /// - Throws: `Missing` for whoever does not administer the partnership and where there is no such worker,
    ///   `WorkerRefusal`, `SentBefore`, or a fault.
    package func callAsFunction(
        _ request: RoleRequest, to id: String, key: (name: String, bodyDigest: String)? = nil, by viewer: Viewer
    ) async throws {
        let role = request.held(by: id)
        let known = Set(world.definitions.roles.map(\.id))
        guard known.contains(role.role) else { throw WorkerRefusal.noSuchRole(role.role) }
        try await WorkerAct(world: world)("role-added", about: id, key: key, by: viewer) { worker, now, connection in
            let today = London.day(of: now)
            try RoleCheck.check(role, today: today, on: connection)
            let kept = try Self.renewed(role, today: today, worker, on: connection)
            var worker = worker
            if !worker.maySignIn(on: today) {
                worker.leavesOn = nil
                try AgencyRows.save(worker, on: connection)
            }
            try AgencyRows.save(kept, on: connection)
            return kept.told
        }
    }

    /// The role as it is kept: one that runs goes on from its first day.
    private static func renewed(
        _ role: WorkerRole, today: Day, _ worker: Worker, on connection: Connection
    ) throws -> WorkerRole {
        let held = try AgencyRows.roles(of: role.worker, on: connection).first {
            $0.agency == role.agency && $0.role == role.role
        }
        guard let held, !held.isOver(on: today), worker.maySignIn(on: today) else { return role }
        guard let until = held.until, role.until.map({ until < $0 }) ?? true else { throw WorkerRefusal.heldAlready }
        var role = role
        role.from = held.from
        return role
    }
}

/// Whether a role can be given as it was asked for.
enum RoleCheck {
    /// Throws `WorkerRefusal`.
    static func check(_ role: WorkerRole, today: Day, on connection: Connection) throws {
        guard try AgencyRows.agencies(on: connection).contains(where: { $0.id == role.agency }) else {
            throw WorkerRefusal.noSuchAgency(role.agency)
        }
        if let venue = role.venue {
            let places = try AgencyRows.venues(on: connection)
            guard places.contains(where: { $0.id == venue }) else {
                throw WorkerRefusal.noSuchPlace(venue)
            }
        }
        guard let until = role.until else { return }
        if let from = role.from, until < from { throw WorkerRefusal.endsBeforeItBegins }
        if until < today { throw WorkerRefusal.dayHasPassed(until) }
    }
}

extension WorkerRole {
    /// Whether its last day has passed.
    func isOver(on day: Day) -> Bool { until.map { $0 < day } ?? false }
}
