package import Domain
import Ledger
import Store

/// A worker leaves at once: every role, session and shift of theirs ends, and nothing they know opens anything.
package struct RecordLeaving: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    /// - Throws: `Missing` for whoever does not administer the partnership and where there is no such worker,
    ///   `WorkerRefusal`, `SentBefore`, or a fault.
    package func callAsFunction(
        of id: String, key: (name: String, bodyDigest: String)? = nil, by viewer: Viewer
    ) async throws {
        let administering = Administering(world.definitions)
        let rotas = DutyRotas(rules: world.rules.current)
        try await WorkerAct(world: world)("worker-left", about: id, key: key, by: viewer) { worker, now, connection in
            let today = London.day(of: now)
            let last = today.adding(days: -1)
            guard worker.maySignIn(on: today) else { throw WorkerRefusal.hasLeft }
            var worker = worker
            worker.leavesOn = last
            try AgencyRows.save(worker, on: connection)
            let open = try AgencyRows.roles(of: id, on: connection).filter { !$0.isOver(on: today) }
            for var role in open {
                role.until = last
                try AgencyRows.save(role, on: connection)
            }
            if open.contains(where: { administering.roles.contains($0.role) }) {
                try administering.somebodyRemains(after: last, on: connection)
            }
            _ = try SessionRows.endAll(of: id, at: now, on: connection)
            try SessionRows.forgetDevices(of: id, on: connection)
            try ReleaseShifts(rotas: rotas)(of: id, at: now, on: connection)
            return [("roles", .array(open.map { .string("\($0.role) \($0.agency)") }))]
        }
    }
}
