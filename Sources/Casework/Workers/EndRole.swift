package import Domain
import Ledger
import Store

/// Ends a role: now, so that whoever acts in it can do nothing more, or at the end of a day.
package struct EndRole: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    /// - Parameter last: the last day of the role; nil ends it at once, with its sessions.
    /// - Throws: `Missing` for whoever does not administer the partnership and where there is no such worker,
    ///   `WorkerRefusal`, `SentBefore`, or a fault.
    package func callAsFunction(
        of id: String, agency: String, role: String, on last: Day? = nil,
        key: (name: String, bodyDigest: String)? = nil, by viewer: Viewer
    ) async throws {
        let administering = Administering(world.definitions)
        let rotas = DutyRotas(rules: world.rules.current)
        try await WorkerAct(world: world)("role-ended", about: id, key: key, by: viewer) { worker, now, connection in
            let today = London.day(of: now)
            if let last, last < today { throw WorkerRefusal.dayHasPassed(last) }
            let held = try AgencyRows.roles(of: id, on: connection).first { $0.agency == agency && $0.role == role }
            guard var held, !held.isOver(on: today), worker.maySignIn(on: today) else { throw WorkerRefusal.notHeld }
            if let last, let from = held.from, last < from { throw WorkerRefusal.endsBeforeItBegins }
            held.until = last ?? today.adding(days: -1)
            try AgencyRows.save(held, on: connection)
            if administering.roles.contains(role) {
                try administering.somebodyRemains(after: held.until ?? today, on: connection)
            }
            if last == nil {
                try SessionRows.endAll(of: id, actingAs: role, for: agency, at: now, on: connection)
            }
            try ReleaseShifts(rotas: rotas)(of: id, at: now, on: connection)
            return held.told + [("at-once", .bool(last == nil))]
        }
    }
}

/// Who administers the partnership.
struct Administering: Sendable {
    /// The roles that do.
    let roles: Set<String>

    init(_ definitions: Definitions) {
        roles = Set(definitions.roles.filter(\.mayAdminister).map(\.id))
    }

    /// Throws `WorkerRefusal.lastAdministrator` unless somebody administers the partnership on the day after, with no
    /// end in sight: else a day would come when nobody could let anybody in.
    func somebodyRemains(after day: Day, on connection: Connection) throws {
        let next = day.adding(days: 1)
        let staying = Set(try AgencyRows.workers(on: connection).filter { $0.leavesOn == nil }.map(\.id))
        let isSomebody = try AgencyRows.roles(on: connection).contains {
            roles.contains($0.role) && $0.until == nil && $0.isInForce(on: next) && staying.contains($0.worker)
        }
        guard isSomebody else { throw WorkerRefusal.lastAdministrator }
    }
}

extension WorkerRole {
    /// What an entry of the ledger says of it.
    var told: [(String, CanonicalJSON)] {
        [
            ("agency", .string(agency)), ("from", from.map { .string($0.iso) } ?? .null), ("role", .string(role)),
            ("until", until.map { .string($0.iso) } ?? .null),
        ]
    }
}
