package import Domain
import Store

/// Ends every session of a worker at once and forgets their devices: they have left, or a device was stolen.
package struct EndSessions: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    /// - Returns: how many sessions were ended.
    /// - Throws: `Missing` where there is no such worker, or a fault.
    @discardableResult
    package func callAsFunction(of worker: String, by viewer: Viewer) async throws -> Int {
        let (now, salt) = (world.now(), world.newSalt())
        return try await world.database.write { connection in
            guard try AgencyRows.worker(worker, on: connection) != nil else { throw Missing() }
            let ended = try SessionRows.endAll(of: worker, at: now, on: connection)
            try SessionRows.forgetDevices(of: worker, on: connection)
            try LedgerKeeping.append(
                LedgerKeeping.note(.sessionsEnded, about: worker), by: viewer, at: now, salt: salt, on: connection)
            return ended
        }
    }
}
