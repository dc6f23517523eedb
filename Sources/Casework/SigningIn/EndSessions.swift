package import Domain
import Ledger
import Store

/// Ends every session of a worker at once and forgets their devices: a device was stolen, or left open somewhere.
package struct EndSessions: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    /// - Throws: `Missing` for whoever does not administer the partnership and where there is no such worker,
    ///   `SentBefore`, or a fault.
    package func callAsFunction(
        of worker: String, key: (name: String, bodyDigest: String)? = nil, by viewer: Viewer
    ) async throws {
        try await WorkerAct(world: world, changesDirectory: false)(
            "sessions-ended", about: worker, key: key, by: viewer
        ) { _, now, connection in
            let ended = try SessionRows.endAll(of: worker, at: now, on: connection)
            try SessionRows.forgetDevices(of: worker, on: connection)
            return [("sessions", .integer(Int64(ended)))]
        }
    }
}
