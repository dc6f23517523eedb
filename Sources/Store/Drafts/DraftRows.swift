package import Domain
import SQLAccess

/// What a worker has begun and not recorded: theirs alone, not part of the record, gone after some days.
package struct Draft: Sendable {
    package var id: String
    package var subject: String
    package var type: String
    /// What was typed, by form field.
    package var fields: [String: [String]]
    package var savedAt: Instant
    package var expiresAt: Instant

    package init(
        id: String, subject: String, type: String, fields: [String: [String]], savedAt: Instant, expiresAt: Instant
    ) {
        self.id = id
        self.subject = subject
        self.type = type
        self.fields = fields
        self.savedAt = savedAt
        self.expiresAt = expiresAt
    }
}

package enum DraftRows {
    package static func save(
        _ draft: Draft, worker: String, agency: String, on connection: Connection
    ) throws {
        let fields = CanonicalJSON.object(
            CanonicalObject(draft.fields.map { ($0.key, .array($0.value.map(CanonicalJSON.string))) }))
        try connection.run(
            """
            INSERT INTO drafts (id, worker, agency, subject, type, fields, saved_at, expires_at)
            VALUES (\(draft.id), \(worker), \(agency), \(draft.subject), \(draft.type), \(fields.text),
                \(draft.savedAt.milliseconds), \(draft.expiresAt.milliseconds))
            ON CONFLICT (worker, agency, subject, type) DO UPDATE SET fields = excluded.fields,
                saved_at = excluded.saved_at, expires_at = excluded.expires_at
            """)
    }

    package static func draft(
        worker: String, agency: String, subject: String, type: String, at instant: Instant, on connection: Connection
    ) throws -> Draft? {
        try drafts(
            "WHERE worker = \(worker) AND agency = \(agency) AND subject = \(subject) AND type = \(type)",
            at: instant, on: connection
        ).first
    }

    /// All of a worker's drafts, the newest first.
    package static func drafts(
        of worker: String, agency: String, at instant: Instant, on connection: Connection
    ) throws -> [Draft] {
        try drafts("WHERE worker = \(worker) AND agency = \(agency)", at: instant, on: connection)
    }

    private static func drafts(
        _ condition: SQLQuery, at instant: Instant, on connection: Connection
    ) throws -> [Draft] {
        let rows = try connection.all(
            """
            SELECT id, subject, type, fields, saved_at, expires_at FROM drafts \(condition)
                AND expires_at > \(instant.milliseconds) ORDER BY saved_at DESC
            """
        ) { row in
            (
                try row.text(0), try row.text(1), try row.text(2), try row.text(3), try row.integer(4),
                try row.integer(5)
            )
        }
        return rows.map { id, subject, type, text, saved, expires in
            Draft(
                id: id, subject: subject, type: type, fields: fields(text), savedAt: Instant(milliseconds: saved),
                expiresAt: Instant(milliseconds: expires))
        }
    }

    private static func fields(_ text: String) -> [String: [String]] {
        guard let object = CanonicalObject(canonical: Array(text.utf8)) else { return [:] }
        var fields: [String: [String]] = [:]
        for member in object.members {
            guard case .array(let values) = member.value else { continue }
            fields[member.key] = values.compactMap { if case .string(let text) = $0 { text } else { nil } }
        }
        return fields
    }

    package static func remove(
        worker: String, agency: String, subject: String, type: String, on connection: Connection
    ) throws {
        try connection.run(
            """
            DELETE FROM drafts WHERE worker = \(worker) AND agency = \(agency) AND subject = \(subject)
                AND type = \(type)
            """)
    }

    package static func removeExpired(at instant: Instant, on connection: Connection) throws {
        try connection.run("DELETE FROM drafts WHERE expires_at <= \(instant.milliseconds)")
    }
}
