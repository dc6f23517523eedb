package import Domain
import SQLAccess

/// Reads a subject's whole log for the engine. What comes back is for computing, not for showing: a page reads sections
/// through the policy (`TimelineReading`).
package enum LogReading {
    /// A subject's log and its edition when it was read.
    package struct Log: Sendable {
        package var edition: Int64
        package var kind: String
        package var agency: String
        package var events: [Event]

        package init(edition: Int64, kind: String, agency: String, events: [Event]) {
            self.edition = edition
            self.kind = kind
            self.agency = agency
            self.events = events
        }
    }

    /// `nil` when there is no such subject. An event whose content was erased has no answers.
    package static func log(
        of subject: String, definitions: Definitions, on connection: Connection
    ) throws -> Log? {
        let head = try connection.first("SELECT edition, kind, agency FROM subjects WHERE id = \(subject)") { row in
            (try row.integer(0), try row.text(1), try row.text(2))
        }
        guard let (edition, kind, agency) = head else { return nil }
        var events: [Event] = []
        var last = ""
        try connection.each(
            """
            SELECT e.id, e.type, e.version, e.act, e.reason, e.supersedes, e.occurred_at, e.occurred_on, e.known_at,
                e.recorded_at, e.by, e.agency, s.answers
            FROM events e LEFT JOIN event_sections s ON s.event_id = e.id
            WHERE e.subject = \(subject)
            ORDER BY e.occurred_at, e.id
            """
        ) { row in
            let id = try row.text(0)
            if id != last {
                events.append(try event(row, id: id, subject: subject))
                last = id
            }
            guard let text = try row.textOrNull(12) else { return }
            let position = events.count - 1
            let type = definitions.recordType(events[position].type, version: events[position].version)
            try AnswerReading.read(text, type: type, into: &events[position].answers)
        }
        let moved = try movedAway(from: subject, on: connection)
        return Log(edition: edition, kind: kind, agency: agency, events: events + moved)
    }

    /// Whose record an event is on; `nil` when there is no such event. What may be shown of it is still to be asked.
    package static func subject(ofEvent id: String, on connection: Connection) throws -> String? {
        try connection.first("SELECT subject FROM events WHERE id = \(id)") { try $0.text(0) }
    }

    /// Events of other subjects that took one of this subject's events away: they supersede it here too.
    private static func movedAway(from subject: String, on connection: Connection) throws -> [Event] {
        try connection.all(
            """
            SELECT m.id, m.type, m.version, m.act, m.reason, m.supersedes, m.occurred_at, m.occurred_on, m.known_at,
                m.recorded_at, m.by, m.agency, m.subject
            FROM events e JOIN events m ON m.supersedes = e.id
            WHERE e.subject = \(subject) AND m.subject <> \(subject)
            """
        ) { row in try event(row, id: row.text(0), subject: row.text(12)) }
    }

    private static func event(_ row: any SQLRow, id: String, subject: String) throws -> Event {
        let occurred: Moment
        if let day = try row.textOrNull(7) {
            guard let day = Day(day) else { throw SQLFault.unreadable(column: 7) }
            occurred = .day(day)
        } else {
            occurred = .instant(Instant(milliseconds: try row.integer(6)))
        }
        return Event(
            id: id, subject: subject, type: try row.text(1), version: try row.text(2),
            act: try act(row), occurred: occurred, known: Instant(milliseconds: try row.integer(8)),
            recorded: Instant(milliseconds: try row.integer(9)), by: try row.text(10), agency: try row.text(11))
    }

    private static func act(_ row: any SQLRow) throws -> Event.Act {
        let (word, reason, target) = (try row.text(3), try row.textOrNull(4), try row.textOrNull(5))
        switch (word, target) {
        case ("record", nil): return .record
        case ("amend", let target?): return .amend(target, reason: reason ?? "")
        case ("withdraw", let target?): return .withdraw(target, reason: reason ?? "")
        case ("move", let target?): return .move(target, reason: reason ?? "")
        default: throw SQLFault.unreadable(column: 3)
        }
    }
}

/// Reads stored answers back.
package enum AnswerReading {
    /// Adds a section's answers. A field whose kind has changed since is read as plainly as it was written; a damaged
    /// section is a fault and never guessed at.
    package static func read(_ text: String, type: RecordType?, into answers: inout [String: Answer]) throws {
        guard let object = CanonicalObject(canonical: Array(text.utf8)) else { throw SQLFault.unreadable(column: 0) }
        for member in object.members {
            let kind = type?.field(member.key)?.kind
            let answer = kind.flatMap { Answer(json: member.value, kind: $0) } ?? Answer(json: member.value)
            if let answer { answers[member.key] = answer }
        }
    }
}
