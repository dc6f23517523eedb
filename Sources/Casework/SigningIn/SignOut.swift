import Domain
import Store

/// Ends the session at hand.
package struct SignOut: Sendable {
    let world: World

    package init(_ door: FrontDoor) {
        world = door.world
    }

    /// Ends it for good, with its ledger entry; ending it twice does nothing more. Throws a fault.
    package func callAsFunction(_ session: LiveSession) async throws {
        let (now, salt) = (world.now(), world.newSalt())
        try await world.database.write { connection in
            try SessionRows.end(tokenHash: session.hash, at: now, on: connection)
            try LedgerKeeping.append(
                LedgerKeeping.note(.signedOut, about: session.worker.id), by: session.viewer, at: now, salt: salt,
                on: connection)
        }
    }
}
