package import Domain
import Ledger
import Store

/// Everybody who has looked at a person's record or changed it, as far as the viewer may know. Reading it is itself an
/// entry of its own kind.
package struct WhoHasLooked: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    /// The person's banner and the looks: those who opened the record, then those who saw the name in a list, each the
    /// newest first.
    package struct View: Sendable {
        package var person: PersonView
        package var looks: [LookView]
    }

    /// The most looks of either sort that are shown.
    package static let limit = 500

    /// - Throws: `Missing` as for the person's page, and for a role that does not answer for sharing.
    package func callAsFunction(_ reference: String, by viewer: Viewer) async throws -> View {
        let now = world.now()
        let subject = Reference(reference)?.compact ?? ""
        let view = try await world.database.read { connection -> View? in
            let reading = PersonReading(world, viewer: viewer, now: now, on: connection)
            guard SharingRights(rules: reading.rules).answersForSharing(viewer),
                let found = try reading.person(subject)
            else { return nil }
            return View(
                person: found.view, looks: try LookReading(reading, found, viewer: viewer).looks(limit: Self.limit))
        }
        guard let view else {
            try await world.refuse("looks", asked: subject, by: viewer)
        }
        try await world.keepLook("looks", kind: .ledgerRead, subjects: [subject], by: viewer)
        return view
    }
}
