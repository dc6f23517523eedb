package import Domain
import SQLAccess

package enum EventsInView {
    /// Of these events of a subject, those of which the viewer may see some section, each with its record type.
    package static func types(
        of events: [String], subject: String, rule: RowRule, on connection: Connection
    ) throws -> [String: String] {
        guard !events.isEmpty else { return [:] }
        var types: [String: String] = [:]
        try connection.each(
            """
            SELECT e.id, e.type FROM events e
            WHERE e.id IN \(list: events) AND e.subject = \(subject) AND EXISTS (SELECT 1 FROM event_sections s
                WHERE s.event_id = e.id AND \(AccessSQL(rule).filter(PeopleColumns.sections)))
            """
        ) { row in types[try row.text(0)] = try row.text(1) }
        return types
    }
}
