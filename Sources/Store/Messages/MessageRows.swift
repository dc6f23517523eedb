package import Domain
import SQLAccess

/// What an agency is told about a record that it may no longer see: by reference, never by name.
package struct AgencyMessage: Sendable, Hashable {
    package var id: String
    package var agency: String
    package var kind: String
    package var subject: String
    /// The agency whose record led to it.
    package var sender: String
    /// Canonical JSON that names nobody.
    package var content: String
    package var sentAt: Instant

    package init(
        id: String, agency: String, kind: String, subject: String, sender: String, content: String, sentAt: Instant
    ) {
        self.id = id
        self.agency = agency
        self.kind = kind
        self.subject = subject
        self.sender = sender
        self.content = content
        self.sentAt = sentAt
    }
}

package enum MessageRows {
    package static func add(_ message: AgencyMessage, on connection: Connection) throws {
        try connection.run(
            """
            INSERT INTO messages (id, agency, kind, subject, sender, content, sent_at)
            VALUES (\(message.id), \(message.agency), \(message.kind), \(message.subject), \(message.sender),
                \(message.content), \(message.sentAt.milliseconds))
            """)
    }

    /// Those that nobody there has noted, the oldest first.
    package static func unnoted(by agency: String, limit: Int, on connection: Connection) throws -> [AgencyMessage] {
        try connection.all(
            """
            SELECT id, agency, kind, subject, sender, content, sent_at FROM messages
            WHERE agency = \(agency) AND noted_at IS NULL ORDER BY sent_at, id LIMIT \(limit)
            """
        ) { row in
            AgencyMessage(
                id: try row.text(0), agency: try row.text(1), kind: try row.text(2), subject: try row.text(3),
                sender: try row.text(4), content: try row.text(5), sentAt: Instant(milliseconds: try row.integer(6)))
        }
    }

    /// Whose record it is about; `nil` where it is not this agency's, or was noted before.
    package static func note(
        _ id: String, agency: String, by worker: String, at instant: Instant, on connection: Connection
    ) throws -> String? {
        let subject = try connection.first(
            "SELECT subject FROM messages WHERE id = \(id) AND agency = \(agency) AND noted_at IS NULL"
        ) { try $0.text(0) }
        try connection.run(
            """
            UPDATE messages SET noted_at = \(instant.milliseconds), noted_by = \(worker)
            WHERE id = \(id) AND agency = \(agency) AND noted_at IS NULL
            """)
        return subject
    }
}
