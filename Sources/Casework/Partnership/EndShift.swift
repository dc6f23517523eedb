package import Domain
import Ledger
import Store

/// Takes a shift that has not begun off the rota, or ends the one that runs. Whoever the rota leads, or nobody does, is
/// worked out again soon after.
package struct EndShift: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    /// What came of it.
    package enum Outcome: String, Sendable, Hashable {
        /// It had not begun, and is gone.
        case removed = "shift-removed"
        /// It ran, and ended now.
        case ended = "shift-ended"
    }

    /// - Throws: `Missing` for whoever does not administer the partnership, and where there is no such shift or it is
    ///   over.
    package func callAsFunction(_ id: String, by viewer: Viewer) async throws -> Outcome {
        let (rules, now, salt) = (world.rules.current, world.now(), world.newSalt())
        try PartnershipRights(rules: rules).check(viewer)
        let rotas = DutyRotas(rules: rules).all(on: London.day(of: now))
        let outcome = try await world.database.write { connection in
            let shifts = try DiaryRows.dutyShifts(endingAfter: now, on: connection)
            guard let duty = shifts.first(where: { $0.id == id }) else { throw Missing() }
            let outcome: Outcome = duty.shift.start < now ? .ended : .removed
            try duty.end(at: now, on: connection)
            if let rota = rotas.first(where: { $0.id == duty.shift.rota }) {
                try DiaryRows.overtakeOnDuty(programmes: rota.programmes, at: now, on: connection)
            }
            try RulesEdition.advance(on: connection)
            try LedgerKeeping.append(
                AdministrationRegister.note(outcome.rawValue, duty.shift.told), by: viewer, at: now, salt: salt,
                on: connection)
            return outcome
        }
        try await world.readDirectory()
        return outcome
    }
}
