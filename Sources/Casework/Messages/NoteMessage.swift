package import Domain
import Ledger
import Store

/// What a worker's agency is told, as Today shows it.
package struct MessageView: Sendable, Hashable {
    package var id: String
    /// The person's reference, as people write it.
    package var reference: String
    package var sender: String
    /// What the agency may no longer see.
    package var categories: [String]
    package var sentAt: Instant
}

/// Says that what the agency was told has been noted. Whoever answers for sharing does.
package struct NoteMessage: Sendable {
    let world: World

    package init(_ world: World) {
        self.world = world
    }

    private static let limit = 50

    /// - Throws: `Missing` where there is no such message for the viewer's agency, or it was noted before.
    package func callAsFunction(_ id: String, by viewer: Viewer) async throws {
        guard SharingRights(rules: world.rules.current).answersForSharing(viewer) else { throw Missing() }
        let (now, salt) = (world.now(), world.newSalt())
        try await world.database.write { connection in
            let subject = try MessageRows.note(
                id, agency: viewer.agency, by: viewer.worker, at: now, on: connection)
            guard let subject else { throw Missing() }
            let note = LedgerKeeping.Note(
                kind: .consultation, outcome: "shown",
                content: [("message", .string(id)), ("page", .string("message"))], subjects: [subject])
            try LedgerKeeping.append(note, by: viewer, at: now, salt: salt, on: connection)
        }
    }

    /// What waits for the viewer's agency.
    static func waiting(
        for viewer: Viewer, rules: RulesInForce.Snapshot, on connection: Connection
    ) throws -> [MessageView] {
        guard SharingRights(rules: rules).answersForSharing(viewer) else { return [] }
        return try MessageRows.unnoted(by: viewer.agency, limit: limit, on: connection).map { message in
            guard let content = CanonicalObject(canonical: Array(message.content.utf8)),
                case .array(let categories)? = content["categories"]
            else { throw StoreFault.damaged }
            return MessageView(
                id: message.id, reference: Reference(message.subject)?.text ?? message.subject, sender: message.sender,
                categories: categories.compactMap { if case .string(let text) = $0 { text } else { nil } },
                sentAt: message.sentAt)
        }
    }
}
