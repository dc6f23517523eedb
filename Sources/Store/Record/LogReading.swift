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
        var columns: EventColumns?
        var empty: [String] = []
        try connection.each(
            """
            SELECT \(EventColumns.withSection)
            FROM events e LEFT JOIN event_sections s ON s.event_id = e.id
            WHERE e.subject = \(subject)
            ORDER BY e.occurred_at, e.id
            """
        ) { row in
            if try columns?.id != row.text(0) {
                let next = try EventColumns(row)
                events.append(try event(next))
                columns = next
            }
            guard let section = try columns?.section(row) else { return empty.append(events[events.count - 1].id) }
            let position = events.count - 1
            let type = definitions.recordType(events[position].type, version: events[position].version)
            try AnswerReading.read(section.answers, type: type, into: &events[position].answers)
        }
        try checkErased(empty, on: connection)
        let moved = try movedAway(from: subject, on: connection)
        return Log(edition: edition, kind: kind, agency: agency, events: events + moved)
    }

    /// Every event has a section, unless its content was erased.
    private static func checkErased(_ events: [String], on connection: Connection) throws {
        for event in events where try !connection.exists("SELECT 1 FROM event_erasures WHERE event_id = \(event)") {
            throw SQLFault.corrupt
        }
    }

    /// Whose record an event is on; `nil` when there is no such event. What may be shown of it is still to be asked.
    package static func subject(ofEvent id: String, on connection: Connection) throws -> String? {
        try connection.first("SELECT subject FROM events WHERE id = \(id)") { try $0.text(0) }
    }

    /// Events of other subjects that took one of this subject's events away: they supersede it here too.
    private static func movedAway(from subject: String, on connection: Connection) throws -> [Event] {
        try connection.all(
            """
            SELECT \(EventColumns.list)
            FROM events x JOIN events e ON e.supersedes = x.id
            WHERE x.subject = \(subject) AND e.subject <> \(subject)
            """
        ) { row in try event(EventColumns(row)) }
    }

    private static func event(_ columns: EventColumns) throws -> Event {
        let occurred: Moment
        if let day = columns.occurredOn {
            guard let day = Day(day) else { throw SQLFault.corrupt }
            occurred = .day(day)
        } else {
            occurred = .instant(Instant(milliseconds: columns.occurredAt))
        }
        return Event(
            id: columns.id, subject: columns.subject, type: columns.type, version: columns.version,
            act: try act(columns), occurred: occurred, known: Instant(milliseconds: columns.knownAt),
            recorded: Instant(milliseconds: columns.recordedAt), by: columns.by, agency: columns.agency)
    }

    private static func act(_ columns: EventColumns) throws -> Event.Act {
        let reason = columns.reason ?? ""
        switch (columns.act, columns.supersedes) {
        case ("record", nil): return .record
        case ("amend", let target?): return .amend(target, reason: reason)
        case ("withdraw", let target?): return .withdraw(target, reason: reason)
        case ("move", let target?): return .move(target, reason: reason)
        default: throw SQLFault.corrupt
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
