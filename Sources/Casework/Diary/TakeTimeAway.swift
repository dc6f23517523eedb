package import Domain
import Ledger
import Store

/// Takes a free time out of the diary of the viewer's agency, so that nobody can book it any more. A time that somebody
/// has cannot be taken away.
package struct TakeTimeAway: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    /// Pressed twice, it changes nothing the second time.
    ///
    /// - Throws: `RecordRefusal.slotTaken` when somebody has it or it has begun; `Missing` when there is no such time in
    ///   the viewer's own diary, or it is not theirs to keep.
    package func callAsFunction(_ slot: String, by viewer: Viewer) async throws {
        guard AddTimes(world).may(viewer), let id = Reference(slot)?.compact else { throw Missing() }
        let (now, salt) = (world.now(), world.newSalt())
        try await world.database.write { connection in
            guard let slot = try DiaryRows.slot(id, on: connection), slot.agency == viewer.agency else {
                throw Missing()
            }
            if slot.isTakenAway { return }
            guard slot.startsAt > now, try DiaryRows.takeAway(id, at: now, on: connection) else {
                throw RecordRefusal.slotTaken
            }
            let note = LedgerKeeping.Note(
                kind: .policyChange, outcome: "written",
                content: [("diary", .string(viewer.agency)), ("taken-away", .string(id))], subjects: [])
            try LedgerKeeping.append(note, by: viewer, at: now, salt: salt, on: connection)
        }
    }
}
