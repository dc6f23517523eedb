package import Domain
import Ledger
package import Store

/// A named worker takes notice of a miss that has reached their role: it reaches nobody further.
package struct AcknowledgeEscalation: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    /// - Throws: `Missing` when nothing of the kind waits for this viewer, or a fault.
    package func callAsFunction(_ key: EscalationKey, by viewer: Viewer) async throws {
        guard key.role.utf8.elementsEqual(viewer.role.utf8) else { throw Missing() }
        let (now, salt) = (world.now(), world.newSalt())
        let rule = world.rules.current.policy.rule(for: viewer, today: London.day(of: now))
        try await world.database.write { connection in
            let subject = try EscalationRows.acknowledge(
                key, agency: viewer.agency, by: viewer.worker, at: now, on: connection)
            guard let subject, try PersonInView.row(subject, rule: rule, on: connection) != nil else {
                throw Missing()
            }
            let note = LedgerKeeping.Note(
                kind: .alteration, outcome: "acknowledged",
                content: [
                    ("clock", .string(key.clock)), ("programme", .string(key.programme)), ("subject", .string(subject)),
                ],
                subjects: [subject])
            try LedgerKeeping.append(note, by: viewer, at: now, salt: salt, on: connection)
        }
    }
}
