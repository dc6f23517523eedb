import Domain
import Store

/// A worker with several roles says in which one they act from now on.
package struct ChooseRole: Sendable {
    let world: World

    package init(_ door: FrontDoor) {
        world = door.world
    }

    /// - Throws: `Missing` when the worker does not hold that role today, or the session has ended.
    package func callAsFunction(agency: String, role: String, in session: LiveSession) async throws {
        let (now, salt) = (world.now(), world.newSalt())
        let (worker, hash) = (session.worker, session.hash)
        let viewer = Viewer(
            worker: worker.id, name: worker.name, agency: agency, role: role, purpose: "",
            session: session.viewer.session)
        try await world.database.write { connection in
            let today = London.day(of: now)
            let isHeld = try AgencyRows.roles(of: worker.id, on: connection).contains { held in
                held.agency == agency && held.role == role && held.isInForce(on: today)
            }
            guard isHeld, try SessionRows.act(as: role, for: agency, tokenHash: hash, on: connection)
            else { throw Missing() }
            try LedgerKeeping.append(
                LedgerKeeping.note(.roleChosen, about: worker.id), by: viewer, at: now, salt: salt, on: connection)
        }
    }
}
