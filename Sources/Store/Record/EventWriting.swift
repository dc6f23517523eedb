package import Domain
import SQLAccess

/// An event with the salt its digest in the ledger covers, ready to be stored.
package struct SaltedEvent: Sendable {
    package var event: Event
    package var salt: [UInt8]
    /// The answers by category section, each as canonical JSON.
    package var sections: [(section: String, answers: CanonicalJSON)]

    /// - Parameter type: says which field lies in which section.
    package init(_ event: Event, salt: [UInt8], type: RecordType) {
        self.event = event
        self.salt = salt
        var grouped: [String: [(String, CanonicalJSON)]] = [:]
        for (field, answer) in event.answers {
            grouped[type.section(of: field), default: []].append((field, answer.json))
        }
        // A record with nothing answered still has a row in each of its categories' first: who may see that it happened.
        if grouped.isEmpty { grouped[type.categories.first ?? "notes"] = [] }
        sections = grouped.sorted { $0.key < $1.key }.map { section, answers in
            (section, .object(CanonicalObject(answers)))
        }
    }
}

/// Writes to the log. Rows are only ever added.
package enum EventWriting {
    /// Adds an event and its sections. Throws `StoreFault.constraint` when its id is taken, or when the event it corrects
    /// was corrected already.
    package static func append(
        _ salted: SaltedEvent, occurredAt: Instant, people: [(role: String, person: String)],
        on connection: Connection
    ) throws {
        let event = salted.event
        let columns = EventColumns(event, occurredAt: occurredAt)
        try connection.run(
            """
            INSERT INTO events (id, salt, subject, type, version, act, reason, occurred_at, occurred_on, known_at,
                recorded_at, by, agency, supersedes)
            VALUES (\(event.id), \(salted.salt), \(event.subject), \(event.type), \(event.version), \(event.act.word),
                \(event.act.reason), \(columns.occurredAt), \(columns.occurredOn), \(event.known.milliseconds),
                \(event.recorded.milliseconds), \(event.by), \(event.agency), \(event.act.supersedes))
            """)
        for (section, answers) in salted.sections {
            try connection.run(
                """
                INSERT INTO event_sections (event_id, section, answers, checksum)
                VALUES (\(event.id), \(section), \(answers.text), \(columns.checksum(of: section, answers.text)))
                """)
        }
        for (role, person) in people {
            try connection.run(
                """
                INSERT INTO event_people (event_id, role, person) VALUES (\(event.id), \(role), \(person))
                ON CONFLICT (event_id, role, person) DO NOTHING
                """)
        }
    }

    /// Makes a subject. Throws `StoreFault.constraint` when the reference is taken.
    ///
    /// - Parameter edition: how often it has been written to since it was made.
    package static func makeSubject(
        _ id: String, kind: String, agency: String, at instant: Instant, edition: Int64 = 0, on connection: Connection
    ) throws {
        try connection.run(
            """
            INSERT INTO subjects (id, kind, agency, created_at, joined_to, is_sealed, edition)
            VALUES (\(id), \(kind), \(agency), \(instant.milliseconds), NULL, 0, \(edition))
            """)
    }

    /// Counts a write to a subject, if nobody wrote since it was read. False when somebody did.
    package static func advance(subject: String, from edition: Int64, on connection: Connection) throws -> Bool {
        try connection.run(
            """
            UPDATE subjects SET edition = edition + 1 WHERE id = \(subject) AND edition = \(edition)
            """) == 1
    }
}
